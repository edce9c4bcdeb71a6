# modes: stress
# must-compile: show
# Clocks, calendars and formats of the time module.
import os
import time



def show(moment):
    local = time.localtime(moment)
    print(tuple(local), local.tm_zone, local.tm_gmtoff, time.mktime(local), time.ctime(moment))
    print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %W %V %G %u %w %p %I %y %C %e %Z %z %%", local))


for zone in ("UTC", "America/New_York", "EST5EDT,M3.2.0,M11.1.0", "Asia/Kolkata", "Australia/Lord_Howe"):
    os.environ["TZ"] = zone
    time.tzset()
    print(zone, time.timezone, time.altzone, time.daylight, time.tzname)
    for moment in (0, 86400 * 200, 1700000000, 1720000000.75, -5, 4102444800):
        show(moment)
print(time.gmtime(0), time.asctime(time.gmtime(1e9)))
print(time.strptime("2024-02-29 13:14:15", "%Y-%m-%d %H:%M:%S"))
for wrong in (lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.gmtime("x"), lambda: time.gmtime(1e30),
              lambda: time.asctime((1, 2)), lambda: time.asctime((2000, 13, 1, 0, 0, 0, 0, 0, 0)),
              lambda: time.asctime((2000, 1, 1, 24, 0, 0, 0, 0, 0)), lambda: time.mktime(5),
              lambda: time.strftime(5), lambda: time.get_clock_info("x"), lambda: time.gmtime(2 ** 60)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
before = time.monotonic()
time.sleep(0.01)
print(time.monotonic() - before >= 0.01, time.perf_counter_ns() > 0, time.time() > 1.7e9, time.process_time() >= 0)
print(time.get_clock_info("monotonic").monotonic, time.get_clock_info("time").adjustable)
t = time.struct_time(range(9))
print(t, t.tm_zone, t[2:4], t.n_fields, t.n_sequence_fields, t == tuple(range(9)), t.__replace__(tm_year=1).tm_year)
for wrong in (lambda: time.struct_time((1, 2)), lambda: time.struct_time(range(12)), lambda: time.struct_time(5),
              lambda: t.__replace__(a=1), lambda: setattr(t, "tm_year", 5)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
