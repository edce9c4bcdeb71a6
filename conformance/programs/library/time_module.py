# must-compile: attempt
import time


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


g = time.gmtime(0)
print(g, g.tm_year, g[0], g.tm_wday, g.tm_zone, tuple(g), time.gmtime(1e9), time.strftime("%Y-%m-%d %H:%M:%S %j %a %A %b %B %p %I %y %U %w %% %c %x %X", time.gmtime(1e9)), time.asctime(time.gmtime(5)), time.strptime("2026-03-04 05:06:07", "%Y-%m-%d %H:%M:%S"), time.strptime("4 Mar 26", "%d %b %y")[:3])
print(attempt(time.strptime, "x", "%Y"), attempt(time.strftime, 5), attempt(time.gmtime, 1e30), attempt(time.sleep, -1), attempt(time.sleep, "x"), time.mktime(time.localtime(1000)), attempt(time.mktime, (1, 2)), attempt(time.gmtime, "a"), time.sleep(0), time.struct_time(range(9)), attempt(time.struct_time, [1]))
a, b = time.perf_counter(), time.perf_counter_ns()
time.sleep(0.01)
print(time.perf_counter() - a >= 0.01, time.perf_counter_ns() > b, time.monotonic() > 0, time.time() > 1.7e9, time.time_ns() > 10 ** 18, time.process_time() >= 0, time.thread_time() >= 0, isinstance(time.time_ns(), int), time.get_clock_info("monotonic").monotonic, time.timezone == time.timezone, isinstance(time.tzname, tuple), time.monotonic() <= time.monotonic(), time.clock_gettime(time.CLOCK_MONOTONIC) > 0)
