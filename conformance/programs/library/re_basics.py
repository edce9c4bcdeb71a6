# modes: stress
# must-compile: attempt
import re


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(re.match(r"(\w+) (\w+)", "hello world").groups(), re.match("x", "abc"), re.search(r"\d+", "ab12cd").span(), re.fullmatch(r"a+", "aaa").group())
m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)(-(?P<day>\d\d))?", "on 2026-03 ok")
print(m.group(0, 1, "month"), m.groups(), m.groups("none"), m.groupdict(), m["year"], m.start("month"), m.end(), m.span(4), m.lastindex, m.lastgroup, m.pos, m.endpos, m.string, m.re.pattern, m.expand(r"\2/\g<year>"))
print(re.findall(r"\d", "a1b2"), re.findall(r"(\w)(\d)", "a1b2"), re.findall(r"x*", "axb"), [x.span() for x in re.finditer(r"\b", "a b")])
print(re.split(r"\s+", "a b  c"), re.split(r"(\s)", "a b"), re.split(r"x*", "axbc"), re.split(",", "a,b,c", maxsplit=1))
print(re.sub(r"\d", "#", "a1b2"), re.sub(r"(\w)(\d)", r"\2\1", "a1b2"), re.sub(r"\d", lambda m: str(int(m[0]) * 2), "a1b22"), re.subn("a", "b", "aaa", count=2), re.sub("", "-", "abc"), re.sub(r"(?P<n>a)", r"[\g<n>\g<0>]", "xa"), re.sub("x*", "-", "abxd"))
for p in ("(", ")", "[a", "*", "a**", "(?P<1>a)", "(?P<a>x)(?P<a>y)", "\\", "(?<=a+)b", "a{2,1}", "(?z)", "[z-a]", r"\1", "(?P=x)", "(?(2)a)", "x{99999999999}", "(?i:a", "a(?i)", r"\q", "[[a]"):
    r = attempt(re.compile, p)
    print(repr(p), r if isinstance(r, str) else "ok")
print(re.findall(r"a.c", "abc a\nc", re.S), re.findall(r"^\w", "a\nb", re.M), re.findall("A", "aA", re.I), re.findall(r"a  b # comment", "ab", re.X), re.findall(r"\w", "aé", re.A), re.match(r"(?i:A)b", "ab"), bool(re.match(r"(?s).", "\n")))
print(re.search(r"(a|b)*c", "ababc").groups(), re.search(r"a{2,3}", "aaaa").group(), re.search(r"a{2,3}?", "aaaa").group(), re.search(r"a*+b", "aab").group(), re.search("a*+a", "aaa"), re.search(r"(?>a+)b", "aab").group(), re.search(r"(?=b)b", "ab").span(), re.search(r"(?!a)\w", "ab").group(), re.search(r"(?<=a)b", "ab").span(), re.search(r"(?<!a)b", "ab bb").span(), re.search(r"(a)?(?(1)b|c)", "ab").group(), re.search(r"(.)\1", "abccd").group())
print(re.escape("a.b*c[d]-e f"), re.escape(b"a.b"), re.compile("a").flags, re.compile("a", re.I | re.M), repr(re.compile("x" * 10)), re.compile("(a)(?P<b>c)").groups, re.compile("(a)(?P<b>c)").groupindex, re.I | re.M, repr(re.match("a", "a")))
p = re.compile(r"\d+")
print(p.match("12ab", 1), p.search("ab12", 3), p.findall("1 2 3", 2), p.match("ab12", 2, 3), p.scanner("1 2").search(), p == re.compile(r"\d+"), hash(p) == hash(re.compile(r"\d+")))
print(re.findall(rb"\w+", b"ab cd"), attempt(re.findall, "a", b"a"), attempt(re.findall, b"a", "a"), re.sub(rb"a", b"b", bytearray(b"aa")), attempt(re.sub, "a", r"\9", "a"), attempt(re.sub, "a", r"\g<x>", "a"), attempt(re.match("a", "a").group, 5), attempt(re.match("a", "a").group, "x"))
print(re.findall(r"[^\W\d_]+", "ab1_é日"), re.findall(r"\s", " \t\x1c\u2003"), re.findall("[\\]a-c-]", "]b-d"), re.findall(r"[\d\-x]", "1-x_"), re.findall("(?i)[k]", "kK\u212a"), re.findall("(?i)ß", "ßẞ"), re.findall("😀+", "a😀😀"), re.findall(".", "😀a"), re.search("b", "😀b").start(), re.findall(r"\N{BULLET}", "•"), re.findall("\\u00e9", "é"))
print(re.match(r"(?:(a)|b)*", "ab").groups(), re.match(r"(a*)*", "aa").groups(), re.match(r"(a|ab)(c|bcd)(d*)", "abcd").groups(), re.findall(r"(?m)^$", "\n\n"), re.findall(r"\Aa|b\Z", "ab"), re.findall(r"\Ba\B", "bab a"), re.match("a" * 50 + "b?", "a" * 60).end(), bool(re.match(r"(x+x+)+y", "x" * 18)), re.search(r"(?:a|b|c){3,}?d", "abcabcd").group())
