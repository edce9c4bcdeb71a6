# must-compile: attempt
import csv
import io
import pprint


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


text = 'a,b,c\r\n1,"two, too","say ""hi"""\r\n"multi\nline",,x\r\n'
rows = list(csv.reader(io.StringIO(text, newline="")))
print(rows, list(csv.DictReader(io.StringIO("k,v\n1,2\n3\n4,5,6\n"))), list(csv.reader(["a;b", "'q;r';s"], delimiter=";", quotechar="'")), list(csv.reader(["a\tb"], "excel-tab")), list(csv.reader(["1,2.5,x"], quoting=csv.QUOTE_NONNUMERIC)) if False else list(csv.reader(['1,2.5,"x"'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["a, b"], skipinitialspace=True)), list(csv.reader([r"a\,b,c"], escapechar="\\")))
out = io.StringIO()
w = csv.writer(out)
w.writerows(rows)
w.writerow([1, 2.5, None, True, "a,b", 'q"q', "l\nl", " s "])
print(out.getvalue() == text + '1,2.5,,True,"a,b","q""q","l\nl", s \r\n', repr(out.getvalue()))
for quoting in (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE, csv.QUOTE_NOTNULL, csv.QUOTE_STRINGS):
    out = io.StringIO()
    print(attempt(csv.writer(out, quoting=quoting, escapechar="\\", lineterminator="|").writerow, [1, "a,b", 'q"', None, 2.5]), out.getvalue())
out = io.StringIO()
d = csv.DictWriter(out, ["x", "y"], extrasaction="ignore", restval="-")
d.writeheader()
d.writerow({"x": 1, "z": 2})
print(repr(out.getvalue()), attempt(csv.DictWriter(out, ["x"]).writerow, {"q": 1}), attempt(csv.writer(out, quoting=csv.QUOTE_NONE).writerow, ["a,b"]), attempt(list, csv.reader(['"a'], strict=True)), attempt(csv.reader, [], "nope"), attempt(csv.reader, [], delimiter="ab"), csv.list_dialects(), csv.Sniffer().sniff("a;b\n1;2\n").delimiter, csv.Sniffer().has_header("n,v\na,1\nb,2\n"), csv.field_size_limit(), attempt(csv.writer(out).writerow, 5), csv.excel.delimiter, list(csv.reader([])), list(csv.reader([""])))
pprint.pprint({"b": [1, 2], "a": {"nested": list(range(30))}, "c": "long " * 20, (1, 2): {3, 1, 2}})
pprint.pprint([[["deep", ["er", ["est"]]]]], depth=2)
pprint.pprint({"z": 1, "a": 2}, sort_dicts=False, width=5, indent=2)
print(pprint.pformat(list(range(5)), width=3, compact=True), pprint.isreadable([1]), pprint.isrecursive([1]), pprint.saferepr({"b": 1, "a": 2}), pprint.pformat("x" * 100, width=40), pprint.pformat(("a" * 30, "b" * 30), width=40), pprint.pformat(b"y" * 90), pprint.pformat(1234567, underscore_numbers=True))
from collections import OrderedDict, defaultdict, deque
from dataclasses import dataclass


@dataclass
class D:
    name: str
    values: list


r = [1]
r.append(r)
pprint.pprint([OrderedDict(a=1), defaultdict(int, b=2), deque([1, 2]), D("n" * 40, list(range(20))), frozenset([1])], width=60)
print(pprint.pformat(r).split(" on")[0])
