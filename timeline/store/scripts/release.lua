#!lua
-- Let go of all that workers held, when it is known that none is alive.
for _, batch in ipairs(redis.call('ZRANGE', key('pending'), 0, -1)) do
  redis.call('HDEL', key('batch', batch), 'until')
  redis.call('ZADD', key('pending'), 'XX', 0, batch)
end
redis.call('DEL', key('weaving'), key('asked'))
