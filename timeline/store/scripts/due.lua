#!lua
-- broker idle (1 or 0), how many messages are lost, lease in ms -> batches whose message is to be sent again
local idle, lost, lease = ARGV[1] == '1', tonumber(ARGV[2]), tonumber(ARGV[3])
local due = {}
for _, batch in ipairs(redis.call('ZRANGEBYSCORE', key('pending'), '-inf', idle and '+inf' or now())) do
  local held = tonumber(redis.call('HGET', key('batch', batch), 'until') or 0)
  if held == 0 then lost = lost - 1 end
  if held <= now() and (held > 0 or lost >= 0) then
    redis.call('ZADD', key('pending'), 'XX', now() + lease, batch)
    due[#due + 1] = batch
  end
end
return due
