#!lua flags=allow-oom
-- job -> its state, '' where there is none
local job = ARGV[1]
local state = redis.call('HGET', key('job', job), 'state')
if not state then return '' end
if state ~= 'queued' and state ~= 'running' then return state end
for _, batch in ipairs(redis.call('ZRANGE', key('pending'), 0, -1)) do
  if redis.call('HGET', key('batch', batch), 'job') == job then
    redis.call('ZREM', key('pending'), batch)
    redis.call('DEL', key('batch', batch), key('batch', batch, 'articles'))
  end
end
close(job, 'cancelled')
return 'cancelled'
