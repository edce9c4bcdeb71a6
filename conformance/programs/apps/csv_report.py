# modes: stress
# must-compile: month_of
"""A report from CSV: sales read with DictReader, grouped, aligned, and written again in several dialects."""
import csv
import io
import itertools
import statistics
from collections import defaultdict
from datetime import date
from operator import itemgetter

DATA = '''date,region,product,units,price
2026-01-03,north,"Widget, large",10,2.50
2026-01-05,south,Gadget,3,10
2026-01-17,north,Gadget,1,10.00
2026-02-02,"say ""east""",Widget,7,2.25
2026-02-11,south,"two
lines",4,0.5
2026-02-28,north,Gadget,x,10
2026-03-01,south,Gadget
'''
good, bad = [], []
for row in csv.DictReader(io.StringIO(DATA)):
    try:
        row["date"] = date.fromisoformat(row["date"])
        row["units"] = int(row["units"])
        row["price"] = float(row["price"])
    except (ValueError, TypeError) as e:
        bad.append((row["product"], type(e).__name__, str(e)))
    else:
        row["total"] = row["units"] * row["price"]
        good.append(row)
print(bad)
by_region = defaultdict(list)
for row in good:
    by_region[row["region"]].append(row)
print(f"{'region':<12}|{'n':^5}|{'total':>10}|{'mean':>9}|{'largest':>20}")
print("-" * 12 + "+" + "-" * 5 + "+" + "-" * 10 + "+" + "-" * 9 + "+" + "-" * 20)
for region, rows in sorted(by_region.items()):
    totals = [r["total"] for r in rows]
    largest = max(rows, key=itemgetter("total"))["product"]
    print(f"{region:<12}|{len(rows):^5}|{sum(totals):>10,.2f}|{statistics.fmean(totals):>9.3f}|{largest!r:>20}")


def month_of(row):
    return f"{row['date']:%B %Y}"


for month, rows in itertools.groupby(good, key=month_of):
    rows = list(rows)
    print(month, len(rows), sum(r["units"] for r in rows), (rows[-1]["date"] - rows[0]["date"]).days)


class Semicolons(csv.Dialect):
    delimiter, quotechar, doublequote, lineterminator, quoting = ";", "'", False, "\n", csv.QUOTE_MINIMAL
    escapechar = "\\"


csv.register_dialect("semi", Semicolons)
for dialect, options in (("excel", {}), ("excel-tab", {}), ("unix", {}), ("semi", {}), ("excel", {"quoting": csv.QUOTE_NONNUMERIC})):
    out = io.StringIO()
    w = csv.DictWriter(out, ["region", "product", "total"], extrasaction="ignore", dialect=dialect, **options)
    w.writeheader()
    w.writerows(good)
    text = out.getvalue()
    back = list(csv.reader(io.StringIO(text, newline=""), dialect=dialect, **options))
    print(dialect, options, repr(text[:70]), len(back), back[4])
for broken in ('a,"b', 'a"b,c', '"a"b,c', "a\0b,c"):
    try:
        print(list(csv.reader([broken], strict=True)))
    except csv.Error as e:
        print(type(e).__name__, e)
try:
    csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1, "a": 2})
except ValueError as e:
    print(e)
