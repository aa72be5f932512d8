#!lua flags=allow-oom
-- field, value ('' takes it away), allowed on a deleted timeline ('yes') -> 1, or 0 where there is no such timeline
if redis.call('HEXISTS', key('info'), 'created') == 0 then return 0 end
if ARGV[3] ~= 'yes' and redis.call('HEXISTS', key('info'), 'deleted') == 1 then return 0 end
if ARGV[2] == '' then
  redis.call('HDEL', key('info'), ARGV[1])
else
  redis.call('HSET', key('info'), ARGV[1], ARGV[2])
end
return 1
