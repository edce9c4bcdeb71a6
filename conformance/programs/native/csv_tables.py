# modes: stress
# must-compile: t
import csv
import io


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


for q in range(6):
    for row in ([1, "a", None, 1.5, "", "x y", 'q"q'], [""], [None], [], ["a\nb", "c\rd"], ["\\"], [" "]):
        for k in ({}, {"escapechar": "\\"}, {"doublequote": False}, {"delimiter": " "}, {"quotechar": None},
                  {"lineterminator": "x"}, {"escapechar": "\\", "doublequote": False},
                  {"delimiter": " ", "skipinitialspace": True}):
            s = io.StringIO()
            try:
                csv.writer(s, quoting=q, **k).writerow(row)
                print(q, row, k, repr(s.getvalue()))
            except Exception as e:
                print(q, row, k, type(e).__name__, e)
    for rows in (['1,"2",,"",a'], ['1,"2",3', ""], ['"a', 'b"', "c"], ["a\\,b,c"], ["'x',y"], [" a, b"], ['a"b"c,"d"e']):
        for k in ({}, {"escapechar": "\\"}, {"quotechar": "'"}, {"skipinitialspace": True}, {"strict": True}, {"doublequote": False}):
            try:
                print(q, rows, k, list(csv.reader(rows, quoting=q, **k)))
            except Exception as e:
                print(q, rows, k, type(e).__name__, e)
for k in ("delimiter", "quotechar", "escapechar", "lineterminator", "quoting", "doublequote", "skipinitialspace", "strict"):
    for v in (None, "", 1, "ab", "\n", " ", "x", 5.5, "é", b"x", 7, "\0", "😀", "\r", '"', ","):
        try:
            print(k, repr(v), repr(getattr(csv.reader([], **{k: v}).dialect, k)))
        except Exception as e:
            print(k, repr(v), type(e).__name__, e)
t(csv.reader)
t(csv.reader, 5)
t(csv.reader, [], "nope")
t(csv.writer, 5)
t(csv.get_dialect, "x")
t(csv.unregister_dialect, "x")
t(csv.register_dialect, 1)
t(csv.field_size_limit, "x")
print(csv.list_dialects())
t(list, csv.reader([1]))
t(list, csv.reader(["a\nb"]))
t(list, csv.reader([b"a"]))
t(list, csv.reader(["a\\"], escapechar="\\"))
w = csv.writer(io.StringIO())
t(w.writerow, 5)
t(w.writerows, 5)
t(w.writerows, [5])
print(w.writerow([1, 2]), w.writerows([[1]]))
print(csv.field_size_limit(3))
t(list, csv.reader(["abcd"]))
t(list, csv.reader(['"abcd"']))
print(csv.field_size_limit(1000))
r = csv.reader(["a,b", '"c', 'd"', "😀,x"])
print(next(r), r.line_num, next(r), r.line_num, next(r))
t(next, r)
csv.register_dialect("semi", delimiter=";", quoting=csv.QUOTE_ALL)
s = io.StringIO()
d = csv.DictWriter(s, ["a", "b"], dialect="semi", extrasaction="ignore")
d.writeheader()
d.writerow({"a": 1, "b": "x;y", "c": 3})
print(repr(s.getvalue()), list(csv.DictReader(io.StringIO(s.getvalue()), dialect="semi")))
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n4;5;6\n").delimiter)
