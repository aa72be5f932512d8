#!lua flags=allow-oom
-- token: release the lock on weaving if it is still ours
if redis.call('GET', key('weaving')) == ARGV[1] then redis.call('DEL', key('weaving')) end
