-- For wrk: sends the requests of the file LINES (`cookie TAB method TAB path TAB body`) in turn. NUMBER in a body is another
-- four digits each time: a database that is given what it has already writes nothing.
local lines, turn, threads = {}, 0, {}
-- Global: each thread of wrk has its own, and `done` asks for them.
bad = 0

function setup(thread) table.insert(threads, thread) end

for line in io.lines(os.getenv("LINES")) do
  local cookie, method, path, body = line:match("^(.-)\t(.-)\t(.-)\t(.*)$")
  lines[#lines + 1] = { cookie = cookie, method = method, path = path, body = body }
end

function request()
  turn = turn + 1
  local line = lines[turn % #lines + 1]
  local headers = { Cookie = line.cookie }
  if line.method == "GET" then return wrk.format("GET", line.path, headers) end
  headers["Content-Type"] = "application/x-www-form-urlencoded"
  headers["Origin"] = wrk.scheme .. "://" .. wrk.host .. ":" .. wrk.port
  local number = string.format("%04d", turn % 10000)
  return wrk.format(line.method, line.path, headers, (line.body:gsub("NUMBER", number)))
end

-- Wrong is what is neither a page, nor the way on, nor a mistake answered.
function response(status)
  if status ~= 200 and status ~= 303 and status ~= 422 then bad = bad + 1 end
end

function done(summary, latency)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("bad") end
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT %d %.1f %.2f %.2f %d\n", summary.requests, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, wrong + errors))
end
