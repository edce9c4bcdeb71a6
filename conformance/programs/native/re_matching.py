# modes: stress
# must-compile: show
import re


def show(pattern, text, flags=0):
    out = []
    for name in ("match", "fullmatch", "search"):
        m = getattr(re, name)(pattern, text, flags)
        out.append(None if m is None else (m.span(), m.groups(), m.lastindex, m.lastgroup))
    print(repr(pattern), repr(text), *out)
    print("   ", re.findall(pattern, text, flags), re.split(pattern, text, flags=flags))


show(r"(a)(b)?|c", "abcacb")
show(r"(?P<word>\w+)\s*(?P<num>\d+)?", "abc 12 def")
show(r"(?:(a)|b)*", "abab")
show(r"(a+)+b", "aaab")
show(r"x*", "axbxx")
show(r"\bfoo\b", "a foo, foobar foo")
show(r"(?i)straße|ſ|K", "STRASSE Straße s k K")
show(r"^\w+$", "one\ntwo\n", re.M)
show(r"a.c", "a\nc abc", re.S)
show(r"(?x) a  b # comment", "ab")
show(r"(\w)\1", "aabbcd")
show(r"(?<=\d)[a-z](?!x)", "1a2bx3c")
show(r"(?>a+)b|a*+c", "aaab aac")
show(r"(a)?(?(1)b|c)", "ab c b")
show(r"[^\W\d_]+", "ab1_é日本2")
show(r"[\U0001F600-\U0001F64F]+", "x😀😁y")
show("😀+", "a😀😀b")
show(rb"(\w+)\xff?", b"ab\xffcd\xe9")
show(r"a{2,3}?|b{,2}", "aaaabbb")
show(r"\B", "ab c")
show(r"", "abc")

p = re.compile(r"(?P<k>\w+)=(?P<v>\d*)")
m = p.search("  key=12; x=")
print(m, m.group(), m.group(1, "v"), m["k"], m.start("v"), m.end(2), m.span(), m.regs, m.groupdict(), m.groups("-"))
print(m.re is p, m.string, m.pos, m.endpos, m.lastindex, m.lastgroup, m.expand(r"\2-\g<k>\n"))
print(p, p.pattern, p.flags, p.groups, dict(p.groupindex), p == re.compile(p.pattern), p == re.compile("x"))
print([x.span() for x in p.finditer("a=1 b=2 c")], p.findall("a=1 b=2"))
print(p.sub(r"\g<v>:\g<k>", "a=1 b=2"), p.subn("-", "a=1 b=2 c", 1), p.sub(lambda m: m[1].upper(), "ab=1"))
print(re.sub("x*", "-", "abxd"), re.sub(b"a", b"\\x41".replace(b"\\x41", b"A"), b"banana"), re.sub(r"(a)|b", r"[\1]", "ab"))
print(p.match("xx=1", 1).span(), p.match("xx=1", 1, 3), p.fullmatch("a=1 ", 0, 3).span())
print(re.split(r"([,;])\s*", "a, b;c"), re.split(",", "a,b,c", maxsplit=1), re.escape("a.b*c d"))
print(repr(re.compile(b"a", re.I | re.A)), repr(re.compile("a", re.I | re.M)), repr(re.compile("a", re.A | re.X | re.S)))
s = p.scanner("a=1 b=2")
print(s.match(), s.match(), s.search(), s.search(), s.pattern is p)

for bad in ("(", "a**", "[b-a]", r"\g", "(?P<n>a)(?P<n>b)", "(?<=a*)", "x{3,2}", "(?P=no)", "*a", "(?i", r"\1(a)", "(?<n>a)", "a(?i)"):
    try:
        re.compile(bad)
        print("compiled", bad)
    except re.error as e:
        print(type(e).__name__, e, e.msg, e.pos, e.lineno, e.colno)

for call in (lambda: re.search("a", b"a"), lambda: re.search(b"a", "a"), lambda: re.search("a", 1), lambda: m.group(9),
             lambda: m.group("zz"), lambda: m.start(-1), lambda: re.sub("a", r"\2", "a"), lambda: re.sub("a", 5, "a"),
             lambda: re.sub("a", lambda m: 5, "a"), lambda: re.sub("a", b"x", "a"), lambda: re.Pattern(), lambda: re.Match(),
             lambda: p.match(), lambda: p.split("a", 1, 2), lambda: m[3], lambda: re.compile("a", 12345678901234567890)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

import copy
print(copy.copy(p) is p, copy.deepcopy(m) is m, bool(m), hash(p) == hash(re.compile(p.pattern)), re.Pattern[str], re.Match[bytes])


class S(str):
    pass


print(type(re.match("a", S("abc")).group()), type(re.sub("x", "y", S("abc"))), type(re.match("a", S("abc")).string).__name__)
text = "word " * 2000
print(len(re.findall(r"\w+", text)), len(re.sub(r"\s+", "", text)), re.match(r"(?:\w+ )*", text).end())
print(re.match(r"(?:(?:a|b)*c)*", "abc" * 5000).end(), re.match("(x?)*y", "x" * 5000 + "y").span())
