local slot = KEYS[1]
local MONTH = 30 * 24 * 3600

local function key(...)
  return slot .. ':' .. table.concat({...}, ':')
end

local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- Run the commands from that argument on: each is the number of its parts, its name, a key without the timeline's
-- prefix, and the rest.
local function perform(from)
  while ARGV[from] do
    local last = from + ARGV[from]
    redis.call(ARGV[from + 1], key(ARGV[from + 2]), unpack(ARGV, from + 3, last))
    from = last + 1
  end
end

-- Note what must be woven into the entries; the version tells one change of an article from the next.
local function mark(dirty, version, job)
  for _, field in ipairs(dirty) do
    redis.call('HSET', key('dirty'), field, version)
    redis.call('SADD', key('job', job, 'unwoven'), field)
  end
end

local function close(job, state)
  redis.call('HSET', key('job', job), 'state', state, 'finished', now())
  redis.call('SREM', key('open'), job)
  redis.call('DEL', key('job', job, 'unwoven'))
  redis.call('EXPIRE', key('job', job), MONTH)
  redis.call('EXPIRE', key('job', job, 'errors'), MONTH)
  redis.call('EXPIRE', key('job', job, 'read'), MONTH)
end

-- End a job whose articles are all read and woven.
local function settle(job)
  local found = redis.call('HMGET', key('job', job), 'state', 'read', 'total', 'failed')
  local state, read, total, failed = found[1], tonumber(found[2]), tonumber(found[3]), tonumber(found[4])
  if state ~= 'queued' and state ~= 'running' then return end
  if read < total or redis.call('SCARD', key('job', job, 'unwoven')) > 0 then return end
  close(job, total > 0 and failed == total and 'failed' or 'done')
end

-- Replace a batch by one batch for each article; give their ids.
local function split(batch, job)
  local parts = {}
  for number, article in ipairs(redis.call('LRANGE', key('batch', batch, 'articles'), 0, -1)) do
    local part = batch .. '.' .. number
    redis.call('RPUSH', key('batch', part, 'articles'), article)
    redis.call('HSET', key('batch', part), 'job', job, 'attempts', 0)
    redis.call('ZADD', key('pending'), now(), part)
    parts[number] = part
  end
  redis.call('ZREM', key('pending'), batch)
  redis.call('DEL', key('batch', batch), key('batch', batch, 'articles'))
  return parts
end
