#!lua
-- batch, lease in ms, attempts allowed, holder is dead (1 or 0)
-- -> {'taken', attempts, articles}, {'split', ids} or {'no'}
local batch, lease, allowed = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
if not redis.call('ZSCORE', key('pending'), batch) then return {'no'} end
local found = redis.call('HMGET', key('batch', batch), 'job', 'until', 'attempts')
local job, held, attempts = found[1], tonumber(found[2] or 0), tonumber(found[3]) + 1
if held > now() and ARGV[4] == '0' then return {'no'} end
-- Something in this batch may be killing the workers: find out which, and spare the others.
if attempts == allowed and redis.call('LLEN', key('batch', batch, 'articles')) > 1 then
  return {'split', split(batch, job)}
end
redis.call('HSET', key('batch', batch), 'attempts', attempts, 'until', now() + lease)
redis.call('ZADD', key('pending'), 'XX', now() + lease, batch)
if redis.call('HGET', key('job', job), 'state') == 'queued' then
  redis.call('HSET', key('job', job), 'state', 'running')
end
return {'taken', attempts, redis.call('LRANGE', key('batch', batch, 'articles'), 0, -1)}
