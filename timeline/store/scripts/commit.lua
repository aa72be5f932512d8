#!lua
-- batch, number read, errors, dirty fields, commands -> 1 where this call was the one that did it, else 0
local batch, count = ARGV[1], ARGV[2]
if redis.call('ZREM', key('pending'), batch) == 0 then return 0 end
local job = redis.call('HGET', key('batch', batch), 'job')
perform(5)
local articles = cmsgpack.unpack(ARGV[4])
mark(articles, batch, job)
redis.call('RPUSH', key('job', job, 'read'), unpack(articles))
local errors = cmsgpack.unpack(ARGV[3])
for _, message in ipairs(errors) do
  redis.call('RPUSH', key('job', job, 'errors'), message)
end
redis.call('HINCRBY', key('job', job), 'read', count)
redis.call('HINCRBY', key('job', job), 'failed', #errors)
redis.call('DEL', key('batch', batch), key('batch', batch, 'articles'))
settle(job)
return 1
