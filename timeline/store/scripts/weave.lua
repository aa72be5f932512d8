#!lua
-- token, {field, version} of what was woven, commands -> 1 where the lock was still held, else 0
if redis.call('GET', key('weaving')) ~= ARGV[1] then return 0 end
perform(cmsgpack.unpack(ARGV[3]))
local open = redis.call('SMEMBERS', key('open'))
for _, mark in ipairs(cmsgpack.unpack(ARGV[2])) do
  if redis.call('HGET', key('dirty'), mark[1]) == mark[2] then
    redis.call('HDEL', key('dirty'), mark[1])
    for _, job in ipairs(open) do
      redis.call('SREM', key('job', job, 'unwoven'), mark[1])
    end
  end
end
for _, job in ipairs(open) do settle(job) end
return 1
