#!lua flags=no-writes
-- blocking keys -> {place among them, event ids} of those that some event has
local found = {}
for place, name in ipairs(cmsgpack.unpack(ARGV[1])) do
  local events = redis.call('SMEMBERS', key('block', name))
  if #events > 0 then found[#found + 1] = {place, events} end
end
return found
