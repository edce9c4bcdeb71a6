# modes: stress
# must-compile: attempt
"""Dates, times and zones: arithmetic, folds and gaps, formats both ways, calendars, ISO weeks, rounding."""
import calendar
import datetime as dt
import zoneinfo
from datetime import date, datetime, time, timedelta, timezone


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


try:
    berlin, york = zoneinfo.ZoneInfo("Europe/Berlin"), zoneinfo.ZoneInfo("America/New_York")
except zoneinfo.ZoneInfoNotFoundError:
    berlin = york = None
if berlin:
    for when in (datetime(2026, 3, 29, 1, 59, 59), datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 3), datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 2, 30, fold=1), datetime(1900, 1, 1), datetime(2060, 7, 1)):
        a = when.replace(tzinfo=berlin)
        print(a, a.tzname(), a.utcoffset(), a.dst(), a.astimezone(timezone.utc), a.astimezone(york).isoformat(), a.timestamp())
    a = datetime(2026, 3, 28, 12, tzinfo=berlin)
    print(a + timedelta(days=1), (a + timedelta(days=1)).astimezone(timezone.utc) - a.astimezone(timezone.utc), zoneinfo.ZoneInfo("Europe/Berlin") is berlin, berlin.key, str(york))
    print(datetime(2026, 10, 25, 2, 30, tzinfo=berlin) == datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=berlin), datetime(2026, 7, 1, tzinfo=york) < datetime(2026, 7, 1, tzinfo=berlin))
print(attempt(zoneinfo.ZoneInfo, "No/Where"), attempt(zoneinfo.ZoneInfo, "../etc/passwd")[:20])
for text in ("2026-01-02", "20260102", "2026-W01-5", "2026-W53-1", "x"):
    print(text, attempt(date.fromisoformat, text))
for text in ("2026-01-02T03:04:05", "2026-01-02 03:04", "20260102T030405Z", "2026-01-02T03:04:05.123456+05:30", "2026-01-02T24:00", "2026-01-02T03:04:05,5-0130", "2026-01-02T25:00", "T03:04"):
    print(text, attempt(datetime.fromisoformat, text))
for fmt, text in (("%Y-%m-%d", "2026-02-03"), ("%d %B %Y", "3 February 2026"), ("%a %b %d %H:%M:%S %Y", "Tue Feb 03 04:05:06 2026"), ("%I:%M %p", "12:05 AM"), ("%j %Y", "034 2026"), ("%y%m%d %f", "260203 5"), ("%G-W%V-%u", "2026-W06-2"), ("%Y %U %w", "2026 05 2"), ("%H:%M%z", "04:05+0130"), ("%Y", "26"), ("%d", "32"), ("%q", "x"), ("%Y-%m-%d", "2026-02-03x")):
    print(fmt, attempt(datetime.strptime, text, fmt))
d = date(2024, 2, 29)
print(d + timedelta(365), d.replace(year=2028), attempt(d.replace, year=2025), tuple(d.isocalendar()), d.timetuple().tm_yday, d.strftime("%A %d %b %y week %V"), date.fromordinal(738_000), date.fromisocalendar(2020, 53, 7), date.max - date.min, attempt(lambda: date.max + timedelta(1))[:13])
t = timedelta(days=-1, hours=5, microseconds=7)
print(t, repr(t), t.total_seconds(), abs(t), t * 3, t / 2, t // timedelta(hours=1), divmod(timedelta(10), timedelta(3)), t % timedelta(hours=2), timedelta(weeks=1, milliseconds=1.5), attempt(timedelta, days=10 ** 10)[:13], timedelta(0) or "zero", round(timedelta(seconds=2.6) / timedelta(seconds=1)))
print(time(1, 2, 3), time(1, 2, tzinfo=timezone(timedelta(hours=-3, minutes=-30))).isoformat("seconds"), time.fromisoformat("04:05:06.7"), time.min < time.max, attempt(time, 24), time(12).strftime("%I%p"))
print(sorted([datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=h))) for h in (-5, 3, 0)])[0], attempt(lambda: datetime(2026, 1, 1) < datetime(2026, 1, 1, tzinfo=dt.UTC))[:9], datetime(2026, 1, 1) == datetime(2026, 1, 1, tzinfo=dt.UTC))
print(datetime.fromtimestamp(1e9, dt.UTC), datetime.fromtimestamp(-1.5, dt.UTC), attempt(datetime.fromtimestamp, 1e20, dt.UTC)[:12], datetime.combine(d, time(1), dt.UTC), datetime(2026, 5, 6, 7, 8, 9, 123456).isoformat(timespec="milliseconds"), timezone.utc, timezone(timedelta(hours=1), "X").tzname(None))
print(calendar.month(2026, 2), calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(2000, 2030), calendar.weekday(2026, 1, 1), calendar.timegm((2026, 1, 1, 0, 0, 0)), [list(w) for w in calendar.Calendar(6).monthdayscalendar(2026, 2)][:2], calendar.day_abbr[0], attempt(calendar.monthrange, 2026, 13))
print(calendar.TextCalendar().formatweek([(1, 0), (2, 1)], 3), calendar.HTMLCalendar().formatmonth(2026, 2)[:60], [str(x) for x in calendar.Calendar().itermonthdates(2026, 2)][:3])
