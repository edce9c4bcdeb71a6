"""Prints golden data for the regular-expression engine: run by the real CPython, read by SreGoldenTest.

Lines: "P groups code..." a program; "T points..." a text; then one line an operation:
"M|F|S pos endpos = result", "I = result;result...", where a result is "-" or "start,end,lastindex,spans...".
"""
import random
import re
import signal
import sys
import warnings
from re import _compiler, _parser

warnings.simplefilter("ignore")
out = sys.stdout
count = int(sys.argv[1])
rnd = random.Random(int(sys.argv[2]))


def spans(m):
    if m is None:
        return "-"
    r = [m.start(), m.end(), m.lastindex or -1]
    for g in range(1, m.re.groups + 1):
        r.extend(m.span(g))
    return ",".join(map(str, r))


def points(text):
    return " ".join(map(str, text if isinstance(text, bytes) else map(ord, text)))


class Slow(Exception):
    pass


def too_slow(*_):
    raise Slow


signal.signal(signal.SIGVTALRM, too_slow)


def case(pattern, flags, texts):
    lines = []
    signal.setitimer(signal.ITIMER_VIRTUAL, 0.1)
    try:
        collect(pattern, flags, texts, lines.append)
    except Slow:
        return
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    out.write("".join(lines))


def collect(pattern, flags, texts, write):
    try:
        p = _parser.parse(pattern, flags)
        code = _compiler._code(p, flags)
        regex = re.compile(pattern, flags)
    except (re.error, OverflowError, RuntimeError, ValueError, RecursionError):
        return
    write("# %s %d\n" % (ascii(pattern), flags))
    write("P %d %s\n" % (regex.groups, " ".join(map(str, map(int, code)))))
    for text in texts:
        if isinstance(pattern, bytes) != isinstance(text, bytes):
            text = text.decode("latin-1") if isinstance(text, bytes) else text.encode("latin-1", "replace")
        write("T %s\n" % points(text))
        n = len(text)
        for op, f in (("M", regex.match), ("F", regex.fullmatch), ("S", regex.search)):
            for lo, hi in ((0, n), (rnd.randint(0, n), rnd.randint(0, n))):
                write("%s %d %d = %s\n" % (op, lo, hi, spans(f(text, lo, hi))))
        write("I = %s\n" % ";".join(map(spans, regex.finditer(text))))


def re_tests():
    from test import re_tests as data
    for t in data.tests:
        texts = [t[1]]
        for flags in (0, re.I, re.S | re.M, re.I | re.A, re.X):
            case(t[0], flags, texts)
        try:
            case(t[0].encode("latin-1"), 0, texts)
            case(t[0].encode("latin-1"), re.L, texts)
            case(t[0].encode("latin-1"), re.L | re.I, texts)
        except UnicodeEncodeError:
            pass


WIDE = "\U0001F600\U00010400\U00010428"
ATOMS = ["a", "b", "c", "ab", "k", "s", ".", "[ab]", "[^a]", r"\w", r"\W", r"\d", r"\s", r"\S", "[a-c]", r"[\w.]",
         r"[^\s]", "1", " ", "\n", "\xe9", "[\xe0-\xff]", "\u0130", "\u212a", "[^\\d]", "[abc1-3]", "\u03c3", "[\u0400-\u0450x]"]
ZERO = ["^", "$", r"\b", r"\B", r"\A", r"\Z"]
QUANT = ["*", "+", "?", "{2}", "{1,2}", "{0,2}", "{2,}", "{,3}"]


class Gen:
    def __init__(self):
        self.groups = 0
        self.open = []

    def atom(self, depth):
        r = rnd.random()
        if depth <= 0 or r < 0.45:
            return rnd.choice(ATOMS)
        if r < 0.52:
            return rnd.choice(ZERO)
        if r < 0.70:
            self.groups += 1
            g = self.groups
            self.open.append(g)
            body = self.alt(depth - 1)
            self.open.remove(g)
            return "(%s)" % body
        if r < 0.80:
            return "(?:%s)" % self.alt(depth - 1)
        if r < 0.86:
            return "(?%s%s)" % (rnd.choice(["=", "!", "=", "!", ">"]), self.alt(depth - 1))
        if r < 0.89:
            return "(?<%s%s)" % (rnd.choice("=!"), rnd.choice(ATOMS))
        done = [g for g in range(1, self.groups + 1) if g not in self.open]
        if done:
            g = rnd.choice(done)
            if r < 0.95:
                return "(?:\\%d)" % g
            return "(?(%d)%s|%s)" % (g, self.seq(depth - 1), self.seq(depth - 1))
        return rnd.choice(ATOMS)

    def item(self, depth):
        a = self.atom(depth)
        if rnd.random() < 0.4 and a not in ZERO:
            if len(a) > 1 and a[0] not in "([\\":
                a = "(?:%s)" % a
            a += rnd.choice(QUANT) + rnd.choice(["", "", "", "?", "+"])
        return a

    def seq(self, depth):
        return "".join(self.item(depth) for _ in range(rnd.randint(0 if depth < 3 else 1, 3)))

    def alt(self, depth):
        return "|".join(self.seq(depth) for _ in range(rnd.choice([1, 1, 2, 3])))


ALPHABETS = ["ab", "abc1 ", "aAbBkK\u212a\u017f\u0130i", "ab\n", "abc1 .\n\xe9\xc9", "ab\u0436\u0416\u03c3\u03c2\u03a3x", "ab" + WIDE]


def fuzz():
    for _ in range(count):
        pattern = Gen().alt(3)
        if rnd.random() < 0.1:
            pattern = pattern.replace("c", rnd.choice(WIDE))
        flags = rnd.choice([0, 0, 0, re.I, re.I, re.S, re.M, re.A, re.I | re.A, re.I | re.M | re.S])
        texts = []
        for _ in range(3):
            alphabet = rnd.choice(ALPHABETS)
            texts.append("".join(rnd.choice(alphabet) for _ in range(rnd.randint(0, 11))))
        if rnd.random() < 0.1:
            try:
                pattern = pattern.encode("latin-1")
                flags &= ~re.A
                if rnd.random() < 0.3:
                    flags |= re.L
            except UnicodeEncodeError:
                pass
        case(pattern, flags, texts)


def special():
    case(r"[\U00010400-\U00010450]+", re.I, ["x\U00010428\U00010400y"])
    case(r"[\U00010400-\U00010450a-z]+", re.I, ["x\U00010428\U00010400Y"])
    case(r"[\u0100-\U00020000]+", re.I, ["x\U00010428\U00010400Y\xdf\u1e9e"])
    case("\U0001F600+", 0, [WIDE * 2, "abc"])
    case("foo\U0001F600", 0, [WIDE + "foo\U0001F600", "foo"])
    case("|".join("w%dx" % i for i in range(300)), 0, ["..w17x w299x w300x", ""])
    case(r"(?:a|b|c)*?d", 0, ["abcabcabcd", "abc"])
    case(r"(\w+)@(\w+)\.com", 0, ["mail bob@example.com and al@x.com", "no.mail@ here"])
    case(r"(?P<a>x)?(?(a)y|z)", 0, ["xy z", "z", "x"])
    for p in (r"\b[a-z]{2}\b", r"\b\d+", r"\b(?:fo|ba)\w", r"(\bx)", r"\b[a-z.]+", r"\bé?a", r"\b\w+?\b"):
        for flags in (0, re.A, re.I):
            case(p, flags, ["foo ba.bar  x xy 12a 3 éa", "aéb", "", "ab"])
    case(r"\B", 0, ["", "a", " "])
    case(r"(?:(a)|b)*", 0, ["abab", "ba"])
    case(r"((a)|b)*?$", 0, ["abab", "ba"])
    case(r"(?:a*)*", 0, ["aaab"])
    case(r"(?:a*)+?b", 0, ["aaab"])
    case(r"(a?)*?b", 0, ["aaab"])
    case(r"(?:a?){3,5}+a", 0, ["aaaaaab"])


re_tests()
special()
fuzz()
