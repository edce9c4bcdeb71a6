# modes: stress
# must-compile: attempt, BadFormat.__format__, Default.__missing__, Fmt.__format__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class P:
    x = 5
    items = [1, [2, 3]]
    d = {"k": "v", "1": "one", 1: "int one"}


p = P()
cases = [("{}", 1), ("{} {}", 1, 2), ("{1} {0}", 1, 2), ("{0}{0}", "a"), ("{{}} {}", 1), ("{0.x}", p), ("{0.items[0]} {0.items[1][1]}", p), ("{0.d[k]} {0.d[1]}", p), ("{!r} {!s} {!a}", "ü", "ü", "ü"), ("{:>5}|{:<5}|{:^5}", 1, "a", 2.0),
         ("{:{}}", 5, 4), ("{:{}.{}f}", 3.14159, 8, 2), ("{0:{1}}", 5, ">4"), ("{:*^{w}}", 5), ("{", 1), ("}", 1), ("{}}", 1), ("{0", 1), ("{!x}", 1), ("{!}", 1), ("{!rr}", 1), ("{0.}", 1), ("{0[}", 1), ("{0[]}", 1), ("{a}", 1), ("{2}", 1), ("{} {0}", 1), ("{0} {}", 1),
         ("{:d}", "a"), ("{:s}", 5), ("{:5", 1), ("{-1}", 1), ("{0.nope}", 1), ("{0[x]}", [1]), ("{0[0]}", "abc"), ("{0[-1]}", [1]), ("{:%Y}", 5), ("{:{:{}}}", 1, 2, 3), ("{!r:>10}", "ab"), ("{0!s:5}|", 1), ("{:}", 5), ("{: }", 5), ("{00}", 1), ("{ 0}", 1), ("{0 }", 1), ("{[0]}", [7]), ("{.x}", p)]
for fmt, *args in cases:
    print(fmt, "->", attempt(fmt.format, *args))
print(attempt("{a} {b:>{w}}".format, a=1, b=2, w=5), "{a[b]}".format(a={"b": 3}), "{0} {k}".format(1, k=2), "{x}".format_map({"x": 1}), attempt("{y}".format_map, {"x": 1}), attempt("{0}".format_map, {"x": 1}))


class Default(dict):
    def __missing__(self, k):
        return f"<{k}>"


print("{a} {b}".format_map(Default(a=1)))
for s in ("", "5", "<5", ">5", "^5", "*^7", ".2", "5.1", "s", "10s", "05", "=5", "+", ",", "d", "é>5", "<<5", ">", "1.1.1", "#", "x5", "5\0", "😀^5"):
    print(repr(s), repr(attempt(format, "abc", s)))
percent = [("%s", 1), ("%s %s", (1, 2)), ("%(a)s %(b)d", {"a": 1, "b": 2}), ("%5s|%-5s|%.2s", ("a", "b", "cde")), ("%%", ()), ("%c%c", (65, "b")), ("%r %a", ("ü", "ü")), ("%s", (1, 2)), ("%s %s", 1), ("%d", "a"), ("%z", 1), ("%", 1), ("%(a)s", 1), ("%(a", {}), ("%(x)s", {}), ("%*d|%-*d", (5, 1, 5, 2)), ("%*d", ("a", 1)), ("%.*f", (2, 3.14159)),
           ("%s", ((1, 2),)), ("%s", [1, 2]), ("%s", {"a": 1}), ("no", 1), ("no", ()), ("no", {}), ("no", []), ("%+d % d %05d %#x", (1, 2, 3, 4)), ("%hd %ld", (1, 2)), ("%s", None), ("%i%%", 5), ("%5%|", ()), ("%e %E", (1.5, 1.5)), ("%-10.3f|", 3.14159), ("%c", 0x1F600), ("%c", 1114112), ("%c", ""), ("%c", 1.5), ("%o", 8.0), ("%x", "a"), ("%(a)s %s", {"a": 1}), ("%s %(a)s", {"a": 1}), ("%((x))s", {"(x)": 4})]
for fmt, args in percent:
    print(fmt, "->", attempt(lambda: fmt % args))


class Fmt:
    def __format__(self, spec):
        return f"[{spec}]"

    def __getattr__(self, n):
        return "attr " + n

    def __getitem__(self, k):
        return f"item {k!r}"


print("{0} {0:abc} {0.foo} {0[bar]} {0[3]} {0.a:}".format(Fmt()), format(Fmt(), "q"), attempt(format, object(), "x"), attempt(format, 5, 5), attempt(format, [], "5"), format([], ""), attempt(format))


class BadFormat:
    def __format__(self, s):
        return 5


print(attempt(format, BadFormat()), attempt("{}".format, BadFormat()), attempt(lambda: f"{BadFormat()}"))
import string
print(string.Template("$a ${b} $$ $c").safe_substitute(a=1, b=2), attempt(string.Template("$a").substitute, {}), list(string.Formatter().parse("a{b!r:c}d{e}")), string.Formatter().vformat("{0} {x}", [1], {"x": 2}))
