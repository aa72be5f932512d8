#!lua
-- batch, number read, errors, dirty fields, commands -> 1 where this call was the one that did it, else 0
local batch, count = ARGV[1], ARGV[2]
if redis.call('ZREM', key('pending'), batch) == 0 then return 0 end
local job = redis.call('HGET', key('batch', batch), 'job')
perform(cmsgpack.unpack(ARGV[5]))
mark(cmsgpack.unpack(ARGV[4]), batch, job)
for _, article in ipairs(cmsgpack.unpack(ARGV[4])) do
  redis.call('RPUSH', key('job', job, 'read'), article)
end
local errors = cmsgpack.unpack(ARGV[3])
for _, message in ipairs(errors) do
  redis.call('RPUSH', key('job', job, 'errors'), message)
end
redis.call('HINCRBY', key('job', job), 'read', count)
redis.call('HINCRBY', key('job', job), 'failed', #errors)
redis.call('DEL', key('batch', batch), key('batch', batch, 'articles'))
settle(job)
return 1
