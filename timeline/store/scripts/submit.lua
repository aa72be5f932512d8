#!lua
-- job, total, lease in ms, batches, dirty fields, commands -> 'accepted', 'known' or 'unknown timeline'
local job, total, lease = ARGV[1], ARGV[2], ARGV[3]
if redis.call('HEXISTS', key('info'), 'created') == 0 or redis.call('HEXISTS', key('info'), 'deleted') == 1 then
  return 'unknown timeline'
end
if redis.call('EXISTS', key('job', job)) == 1 then return 'known' end
redis.call('HSET', key('job', job), 'state', 'queued', 'total', total, 'read', 0, 'failed', 0, 'created', now())
redis.call('ZADD', key('jobs'), now(), job)
redis.call('SADD', key('open'), job)
for _, batch in ipairs(cmsgpack.unpack(ARGV[4])) do
  for _, article in ipairs(batch[2]) do
    redis.call('RPUSH', key('batch', batch[1], 'articles'), article)
  end
  redis.call('HSET', key('batch', batch[1]), 'job', job, 'attempts', 0)
  redis.call('ZADD', key('pending'), now() + lease, batch[1])
end
perform(6)
mark(cmsgpack.unpack(ARGV[5]), job, job)
settle(job)
return 'accepted'
