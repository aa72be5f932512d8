#!lua flags=allow-oom
-- token, or how tokens begin: release the lock on weaving if it is such a one
local held = redis.call('GET', key('weaving'))
if held and string.sub(held, 1, #ARGV[1]) == ARGV[1] then redis.call('DEL', key('weaving')) end
