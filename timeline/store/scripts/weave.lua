#!lua
-- token, {field, version} of what was woven, commands -> 1 where the lock was still held, else 0
if redis.call('GET', key('weaving')) ~= ARGV[1] then return 0 end
perform(3)
local woven = {}
for _, mark in ipairs(cmsgpack.unpack(ARGV[2])) do
  if redis.call('HGET', key('dirty'), mark[1]) == mark[2] then woven[#woven + 1] = mark[1] end
end
if #woven == 0 then return 1 end
redis.call('HDEL', key('dirty'), unpack(woven))
for _, job in ipairs(redis.call('SMEMBERS', key('open'))) do
  redis.call('SREM', key('job', job, 'unwoven'), unpack(woven))
  settle(job)
end
return 1
