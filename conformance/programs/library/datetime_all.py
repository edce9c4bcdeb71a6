# must-compile: attempt, MyTz.utcoffset, MyTz.dst, MyTz.tzname
from datetime import UTC, date, datetime, time, timedelta, timezone


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except (TypeError, OverflowError) as e:
        # CPython's texts differ between its two forms of the module, _datetime and _pydatetime.
        return type(e).__name__
    except Exception as e:
        return f"{type(e).__name__}: {e}"


d = date(2026, 3, 15)
print(d, repr(d), d.weekday(), d.isoweekday(), tuple(d.isocalendar()), d.isoformat(), d.strftime("%A %d %B %Y %j %U %y"), d + timedelta(days=20), d - date(2025, 1, 1), d.replace(year=2000), d.toordinal(), date.fromordinal(1), date.fromisoformat("2026-12-31"), d < date(2027, 1, 1), hash(d) == hash(date(2026, 3, 15)), date.min, date.max, d.timetuple()[:3], d.ctime(), date.fromisocalendar(2026, 1, 1))
print(attempt(date, 2026, 2, 29), attempt(date, 0, 1, 1), attempt(date, 2026, 13, 1), attempt(date.fromisoformat, "bad"), date(2024, 2, 29), attempt(lambda: d + 5), attempt(lambda: d < 5), d == 5)
t = time(13, 45, 30, 123456)
print(t, repr(t), t.isoformat("minutes"), t.replace(hour=1), time.fromisoformat("04:05"), t.strftime("%I:%M %p"), t < time(14), time.min, time.max, bool(time()), attempt(time, 24), time(1, tzinfo=UTC))
x = datetime(2026, 3, 15, 13, 45, 30, 5)
print(x, repr(x), x.date(), x.time(), x + timedelta(hours=30, seconds=-1), x - datetime(2026, 1, 1), x.isoformat(" ", "seconds"), x.strftime("%Y-%m-%dT%H:%M:%S.%f %a %b %%"), datetime.strptime("15/03/26 01:02 PM", "%d/%m/%y %I:%M %p"), datetime.fromisoformat("2026-03-15T13:45:30+02:00"), datetime.combine(d, t), x.timetuple().tm_yday, x.replace(microsecond=0), datetime.fromisoformat("20260315T134530Z"))
print(attempt(datetime.strptime, "x", "%Y"), attempt(datetime.strptime, "2026 x", "%Y"), attempt(datetime, 2026, 1, 1, 25), attempt(datetime.fromisoformat, "2026-3-1"), attempt(lambda: x - d), attempt(lambda: x < x.replace(tzinfo=UTC)), x == x.replace(tzinfo=UTC))
tz = timezone(timedelta(hours=5, minutes=30), "IST")
y = datetime(2026, 1, 1, tzinfo=tz)
print(y, y.utcoffset(), y.tzname(), y.astimezone(UTC), y.timestamp(), datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1e9 + 0.5, tz), timezone.utc, repr(tz), timezone(timedelta(hours=-3)), attempt(timezone, timedelta(hours=24)), y == y.astimezone(UTC), hash(y) == hash(y.astimezone(UTC)), y.strftime("%z %Z"))
e = timedelta(days=1, hours=2, minutes=3, seconds=4, microseconds=5)
print(e, repr(e), e.days, e.seconds, e.microseconds, e.total_seconds(), e * 2, e / 2, e // timedelta(hours=1), e % timedelta(hours=1), -e, abs(-e), timedelta(weeks=1), timedelta(milliseconds=1.5), timedelta(days=-1, seconds=1), divmod(e, timedelta(days=1)), e > timedelta(0), bool(timedelta()), timedelta.max, timedelta(0.5), e / timedelta(hours=2), e * 1.5, attempt(lambda: e / 0), attempt(timedelta, days=10 ** 10), sum([e, e], timedelta()))
print([str(date(2026, 1, 31) + timedelta(days=30 * k)) for k in range(5)], (datetime(2026, 3, 1) - datetime(2024, 3, 1)).days, [datetime(2026, 1, 1) + timedelta(seconds=s) for s in (0.1, 86399, 90061)])


class MyTz(timezone.__base__):
    def utcoffset(self, dt):
        return timedelta(hours=1 if dt and dt.month > 6 else 0)

    def dst(self, dt):
        return timedelta(hours=1)

    def tzname(self, dt):
        return "MY"


z = datetime(2026, 7, 1, 12, tzinfo=MyTz())
print(z, z.dst(), z.tzname(), z.utctimetuple().tm_hour, z.timetuple().tm_isdst)
import pickle
print(pickle.loads(pickle.dumps(x)) == x, pickle.loads(pickle.dumps([d, t, e])), f"{x:%H:%M}", f"{d}", "{:%d}".format(d), date.today() <= date.max, datetime.now().tzinfo, isinstance(x, date))
