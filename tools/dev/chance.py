"""Python programs made by chance for ./dev fuzz: from a seed, always the same one.

`Mixed` makes functions over variables that change kind at every turn: mostly they raise.  `Shaped` makes what real
programs are made of (classes whose attributes come and go, closures, generators, with, star-arguments, recursion,
containers) with values that mostly fit, and that stop fitting in the middle of a run.
"""

import random

VALUES = ["0", "1", "-3", "7", "2.5", "-0.0", "1e300", "2 ** 62", "2 ** 63 - 1", "-(2 ** 70)", "True", "None", "'ab'",
          "(1, 2)", "[3, 1.5]", "1j", "{}"]
NAMES = "abcd"


class Mixed:
    """Writes one program."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.lines = []
        self.functions = []

    def pick(self, options):
        return self.chance.choice(options)

    def expression(self, depth=0):
        kind = self.chance.randrange(14 if depth < 3 else 4)
        sub = lambda: self.expression(depth + 1)
        if kind < 3:
            return self.pick(NAMES)
        if kind == 3:
            return self.pick(["0", "1", "2", "3", "-1", "10", "0.5", "1 << 40", "2 ** 62", "'s'", "None", "True"])
        if kind < 8:
            return "(%s %s %s)" % (sub(), self.pick(["+", "-", "*", "+", "-", "*", "//", "%", "/", "&", "|", "^"]), sub())
        if kind == 8:
            return "(%s %s %s)" % (sub(), self.pick(["<", "<=", "==", "!=", ">", ">=", "is", "is not"]), sub())
        if kind == 9:
            return self.pick(["(-%s)", "(not %s)", "abs(%s)", "len([%s])", "[%s, 1][0]", "(%s,)[-1]"]) % sub()
        if kind == 10:
            return "(%s if %s else %s)" % (sub(), sub(), sub())
        if kind == 11:
            return "xs[%s]" % self.pick(["i % 3", "0", "-1", "a", "i"])
        if kind == 12 and self.functions:
            return "%s(%s, %s, %s)" % (self.pick(self.functions), sub(), sub(), self.pick(["xs", "[1, 2]", "[0.5]"]))
        return "(%s << %s)" % (sub(), self.pick(["1", "3", "i % 70", "i"]))

    def block(self, indent, depth, loop):
        for _ in range(self.chance.randrange(1, 4)):
            self.statement(indent, depth, loop)

    def statement(self, indent, depth, loop):
        pad = "    " * indent
        put = lambda text: self.lines.append(pad + text)
        kind = self.chance.randrange(15 if depth < 3 else 7)
        name = self.pick(NAMES)
        if kind < 4:
            put("%s = %s" % (name, self.expression()))
        elif kind == 4:
            put("%s %s= %s" % (name, self.pick("+-*"), self.expression(1)))
        elif kind == 5:
            put(self.pick(["xs[%d] = %s" % (self.chance.randrange(4), self.expression(1)),
                           "xs = xs[-3:] + [%s]" % self.expression(2), "xs.append(%s); del xs[4:]" % name,
                           "%s, %s = %s, %s" % (name, self.pick(NAMES), self.expression(1), self.expression(1))]))
        elif kind == 6:
            put(self.pick(["continue", "break"]) if loop and self.chance.random() < 0.3
                else "yield %s" % name if self.generator else "if i > 3: return %s" % self.expression(1))
        elif kind < 9:
            put("if %s:" % self.expression(1))
            self.block(indent + 1, depth + 1, loop)
            if self.chance.random() < 0.5:
                put("else:")
                self.block(indent + 1, depth + 1, loop)
        elif kind < 12:
            put("for i in %s:" % self.pick(["range(5)", "range(7, 0, -2)", "[1, 2, 3]", "(1, 2.5)", "list(xs)",
                                            "[x for x in (4, 5)]", "iter([1.5, 2.5])"]))
            self.block(indent + 1, depth + 1, True)
        else:
            put("try:")
            self.block(indent + 1, depth + 1, loop)
            handlers = self.chance.sample(["TypeError", "(ZeroDivisionError, OverflowError)", "IndexError"], 2)
            for h in handlers:
                put("except %s as e:" % h)
                put("    %s = %s" % (self.pick(NAMES), self.pick(["str(e)", "1", "i", "None", "%s" % name])))
                if self.chance.random() < 0.4:
                    self.block(indent + 1, depth + 1, loop)
            if self.chance.random() < 0.4:
                put("finally:")
                put("    %s = %s" % (self.pick(NAMES), self.pick(["i", "2", "b", "[i]"])))

    def program(self):
        self.lines = ["# made by ./dev fuzz", "import itertools", "", "",
                      "def small(v):",
                      "    return repr(v)[:60] if not isinstance(v, int) or -10 ** 40 < v < 10 ** 40 else v % 1000003",
                      "", ""]
        for k in range(3):
            name = "f%d" % k
            self.generator = k == 2
            self.lines += ["def %s(a, b, xs):" % name, "    c = d = i = 0"]
            for _ in range(3):
                self.statement(1, 0, False)
            self.lines += ["    for i in range(6):"]
            self.block(2, 1, True)
            if self.generator:
                self.lines += ["        yield (a, b)"]
            self.lines += ["    return (a, b, c, d, xs)" if not self.generator else "    yield xs", "", ""]
            if not self.generator:
                self.functions.append(name)
        arguments = ", ".join(self.chance.sample(VALUES, 5))
        self.lines += ["seen = []", "for a, b in list(itertools.product([%s], repeat=2)) * 4:" % arguments]
        for k in range(3):
            call = "f%d(a, b, [a, 1, 2.0])" % k
            self.lines += ["    try:", "        seen.append(small(%s))" % (call if k < 2 else
                           "list(itertools.islice(%s, 40))" % call),
                           "    except Exception as e:",
                           "        seen.append((type(e).__name__, str(e)[:80], e.__traceback__.tb_next.tb_lineno))"]
        self.lines += ["for s in seen:", "    print(s)", ""]
        return "\n".join(self.lines)


HEAD = '''# made by ./dev fuzz
LIMIT = 2 ** 80


def fit(x):
    """Keeps numbers from growing without end."""
    return x if -LIMIT < x < LIMIT else x % LIMIT


def show(v, depth=0):
    if isinstance(v, C0):
        return type(v).__name__ + (show(vars(v), depth + 1) if depth < 3 else "...")
    if isinstance(v, (list, tuple)):
        return type(v).__name__ + "(" + ", ".join([show(x, depth + 1) for x in v[:8]]) + ")" if depth < 3 else "..."
    if isinstance(v, dict):
        return "{" + ", ".join([show(k) + ": " + show(x, depth + 1) for k, x in list(v.items())[:8]]) + "}"
    if callable(v):
        return "callable"
    return repr(v)[:60]


def failure(e):
    lines = []
    t = e.__traceback__
    while t is not None:
        lines.append(t.tb_lineno)
        t = t.tb_next
    cause = e.__context__
    return type(e).__name__, str(e)[:80], lines[1:], cause and (type(cause).__name__, str(cause)[:40])


log = []
kept = []


def keep(generator):
    """What is left suspended is not to be closed by the collector, whenever that comes by."""
    kept.append(generator)
    return generator


class Guard:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        log.append("+" + self.name)
        return self

    def __exit__(self, kind, value, trace):
        log.append("-" + self.name + (kind.__name__ if kind else ""))
        return self.swallow and kind is ZeroDivisionError


'''

BORDERS = ["0", "1", "-1", "2", "3", "7", "10", "100", "255", "2 ** 31", "2 ** 53 + 1", "2 ** 62", "2 ** 63 - 1",
           "-(2 ** 63)", "2 ** 63", "2 ** 70", "True"]
FLOATS = ["0.0", "-0.0", "0.5", "1.5", "-2.25", "1e10", "1e300", "float('inf')", "3.0", "1e-5"]
TEXTS = ["''", "'a'", "'bc'", "'x y'", "'\\u00e9'", "'\\U0001f600z'"]


class Shaped:
    """Writes one program. A variable's first letter says what it mostly is: n int, f float, t str, l list, d dict, o object."""

    def __init__(self, seed):
        self.chance = random.Random(seed ^ 0x5eed)
        self.lines = []
        self.little = []          # (name, number of parameters): functions without loops
        self.large = []
        self.generators = []
        self.fresh = 0

    # ---- helpers

    def pick(self, options):
        return self.chance.choice(options)

    def maybe(self, p=0.5):
        return self.chance.random() < p

    def put(self, text):
        self.lines.append("    " * self.indent + text)

    def name(self, kind):
        return self.pick([v for v in self.scope if v[0] == kind])

    def new(self, kind):
        """A variable to be assigned: mostly one that there is."""
        return self.name(kind)

    # ---- expressions

    def integer(self, depth=0):
        sub = lambda: self.integer(depth + 1)
        kind = self.chance.randrange(22 if depth < 3 else 6)
        if kind < 4:
            return self.name("n")
        if kind < 6:
            return self.pick(BORDERS if self.maybe(0.3) else ["0", "1", "2", "3", "5", "-1", "-7", "64"])
        if kind < 10:
            return "(%s %s %s)" % (sub(), self.pick("+-*+-*&|^"), sub())
        if kind == 10:
            return "(%s %s %s)" % (sub(), self.pick(["//", "%"]), self.pick([sub(), "3", "7", "-2", "(%s | 1)" % sub()]))
        if kind == 11:
            return self.pick(["(%s >> (%s & 63))", "(%s << (%s & 7))"]) % (sub(), self.name("n"))
        if kind == 12:
            return self.pick(["len(%s)" % self.name("l"), "len(%s)" % self.name("t"), "len(%s)" % self.name("d")])
        if kind == 13:
            return self.pick(["abs(%s)", "(-%s)", "(~%s)", "(+%s)", "int(not %s)"]) % sub()
        if kind == 14:
            return "(%s if %s else %s)" % (sub(), self.condition(depth + 1), sub())
        if kind == 15:
            return self.pick(["min(%s, %s)", "max(%s, %s)", "divmod(%s, (%s & 15) + 1)[1]"]) % (sub(), sub())
        if kind == 16:
            return "%s.%s" % (self.name("o"), self.pick(["x", "y", "x", "z", "count"]))
        if kind == 17:
            return "%s.%s" % (self.name("o"), self.pick(["get()", "add(%s)" % sub(), "both(%s, %s)" % (sub(), sub()),
                                                         "size", "chain(%s)" % sub()]))
        if kind == 18:
            return self.item()
        if kind == 19:
            return "%s.get(%s, %s)" % (self.name("d"), self.key(), sub())
        if kind == 20:
            return self.pick(["sum(%s)" % self.name("l"), "%s(%s)" % (self.pick(["add_up", "count_up"]), sub()),
                              "hash(0.5 + %s) %% 97" % sub(), "ord(%s[0])" % self.name("t"),
                              "int(%s)" % self.float(depth + 1)])
        return self.call(depth)

    def float(self, depth=0):
        sub = lambda: self.float(depth + 1)
        kind = self.chance.randrange(11 if depth < 3 else 5)
        if kind < 3:
            return self.name("f")
        if kind < 5:
            return self.pick(FLOATS if self.maybe(0.3) else ["0.5", "1.5", "2.0", "-3.25"])
        if kind < 8:
            return "(%s %s %s)" % (sub(), self.pick("+-*+-*/"), self.pick([sub(), sub(), self.integer(depth + 1)]))
        if kind == 8:
            return "(%s %s %s)" % (self.integer(depth + 1), self.pick(["+", "*", "-", "/"]), sub())
        if kind == 9:
            return self.pick(["abs(%s)", "(-%s)", "float(%s)", "(%s %% 3.5)", "(%s // 2)", "round(%s, 2)"]) % sub()
        return "%s.weight" % self.name("o")

    def text(self, depth=0):
        sub = lambda: self.text(depth + 1)
        kind = self.chance.randrange(9 if depth < 2 else 4)
        if kind < 2:
            return self.name("t")
        if kind < 4:
            return self.pick(TEXTS)
        if kind == 4:
            return "(%s + %s)" % (sub(), sub())
        if kind == 5:
            return "str(%s)" % self.integer(depth + 1)
        if kind == 6:
            return "f'{%s}:{%s}'" % (self.name("n"), self.name("f"))
        if kind == 7:
            return self.pick(["%s.upper()", "%s[::-1]", "%s[1:]", "'-'.join([%s, 'q'])", "%s.replace('a', 'bb')"]) % sub()
        return "'%%s/%%s' %% (%s, %s)" % (self.integer(depth + 1), self.name("t"))

    def condition(self, depth=0):
        kind = self.chance.randrange(9)
        if kind < 4:
            return "%s %s %s" % (self.integer(depth + 1), self.pick(["<", "<=", "==", "!=", ">", ">="]),
                                 self.integer(depth + 1))
        if kind == 4:
            return "%s %s %s" % (self.float(depth + 1), self.pick(["<", "==", ">="]), self.pick(
                [self.float(depth + 1), self.integer(depth + 1)]))
        if kind == 5:
            return self.pick(["%s in %s" % (self.key(), self.name("d")), "%s not in %s" % (self.name("n"), self.name("l")),
                              "%s is None" % self.name(self.pick("nfo")), "isinstance(%s, C1)" % self.name("o"),
                              "'a' in %s" % self.name("t")])
        if kind == 6:
            return self.pick(["not %s", "%s and True", "%s or False"]) % self.name(self.pick("nfltd"))
        if kind == 7:
            return "0 <= %s < 10" % self.integer(depth + 1)
        return self.pick([self.name("o"), self.name("n"), self.name("t"), "%s == %s" % (self.name("o"), self.name("o"))])

    def key(self):
        return self.pick(["%s" % self.name("n"), self.name("t"), "'k'", "1", "%s & 3" % self.name("n"), "'x'"])

    def item(self):
        return "%s[%s]" % (self.name("l"), self.pick(["0", "-1", "%s %% 3" % self.name("n"), "1", self.name("n")]))

    def call(self, depth):
        choices = [f for f in self.little if f[0] != self.current]
        if not self.loops and self.large:
            choices += self.large
        if not choices:
            return "fit(%s)" % self.integer(depth + 1)
        name, n = self.pick(choices)
        arguments = [self.integer(depth + 1) if self.maybe(0.85) else self.float(depth + 1) for _ in range(n)]
        if n == 2 and self.maybe(0.2):
            return "%s(*(%s, %s))" % (name, arguments[0], arguments[1])
        if n == 2 and self.maybe(0.15):
            return "%s(b=%s, a=%s)" % (name, arguments[0], arguments[1])
        return "%s(%s)" % (name, ", ".join(arguments))

    def value(self):
        return self.pick([self.integer, self.integer, self.float, self.text])()

    # ---- statements

    def assign(self):
        kind = self.chance.randrange(16)
        if kind < 4:
            self.put("%s = fit(%s)" % (self.new("n"), self.integer()))
        elif kind == 4:
            n = self.name("n")
            self.put("%s %s= %s" % (n, self.pick(["+", "-", "^", "|", "&"]), self.integer(1)))
        elif kind < 7:
            self.put("%s = %s" % (self.new("f"), self.float()))
        elif kind == 7:
            self.put("%s += %s" % (self.name("f"), self.pick([self.float(2), self.integer(2)])))
        elif kind == 8:
            self.put("%s = (%s)[-40:]" % (self.new("t"), self.text()))
        elif kind == 9:
            t = self.name("t")
            self.put("%s += %s" % (t, self.text(2)))
            if self.loops:
                self.put("if len(%s) > 60:" % t)
                self.put("    %s = %s[:5]" % (t, t))
        elif kind == 10:
            self.put("%s, %s = %s, %s" % (self.name("n"), self.name("n"), self.name("n"), self.integer(2)))
        elif kind == 11:
            self.put(self.pick(["%s, *%s = %s" % (self.name("n"), self.name("l"), self.name("l")),
                                "(%s, %s), %s = (%s, 4), %s" % (self.name("n"), self.name("n"), self.name("f"),
                                                                self.integer(2), self.float(2)),
                                "%s, %s = divmod(%s, 7)" % (self.name("n"), self.name("n"), self.name("n"))]))
        elif kind == 12:
            o = self.name("o")
            self.put(self.pick([
                "%s.x = fit(%s)" % (o, self.integer(1)), "%s.y = %s" % (o, self.value()), "%s.z = %s" % (o, self.value()),
                "%s.x += 1" % o, "%s.weight = %s" % (o, self.float(1)), "%s.fill(%s)" % (o, self.integer(1)),
                "%s.extra%d = %s" % (o, self.chance.randrange(3), self.name("n")),
                "%s.__dict__.pop('z', None)" % o, "%s.count += 1" % o, "%s.size = %s" % (o, self.integer(1))]))
        elif kind == 13:
            self.put("%s = %s" % (self.name("o"), self.pick(
                ["C0(%s)" % self.integer(1), "C1(%s, %s)" % (self.integer(1), self.name("n")),
                 "C1(%s)" % self.integer(1), "C2(%s)" % self.integer(1), self.name("o"),
                 "%s + %s" % (self.name("o"), self.integer(1))])))
        elif kind == 14:
            d = self.name("d")
            self.put(self.pick(["%s[%s] = %s" % (d, self.key(), self.value()), "%s.pop(%s, None)" % (d, self.key()),
                                "%s.setdefault(%s, %s)" % (d, self.key(), self.integer(1)),
                                "%s = {k: v for k, v in list(%s.items())[:3]}" % (d, d),
                                "%s = {%s: %s, 'k': %s}" % (d, self.key(), self.integer(1), self.value()),
                                "%s = dict(a=%s, b=%s)" % (d, self.integer(1), self.value())]))
        else:
            self.list_statement()

    def list_statement(self):
        x = self.name("l")
        self.put(self.pick([
            "%s.append(%s); del %s[6:]" % (x, self.value(), x), "%s[%s] = %s" % (x, self.pick(
                ["0", "-1", "1", "%s %% 3" % self.name("n")]), self.value()),
            "%s = [%s, %s, %s]" % (x, self.integer(1), self.integer(1), self.integer(1)),
            "%s = [%s, %s]" % (x, self.float(1), self.float(1)),
            "%s = [%s for n9 in %s if n9 != 1]" % (x, self.pick(["n9", "n9 * 2", "str(n9)", "(n9, 1)[0]"]), x),
            "%s = %s[1:] + [%s]" % (x, x, self.value()), "%s[1:2] = [%s, %s]; del %s[6:]" % (x, self.value(), self.value(), x),
            "%s = list(%s)" % (x, self.pick(["range(4)", "%s" % x, "map(fit, [1, 2, %s])" % self.name("n"),
                                             "(4, 5.5, 6)", "zip(%s, 'ab')" % x])),
            "%s.insert(1, %s); del %s[6:]" % (x, self.value(), x), "%s.sort(key=str)" % x, "%s.reverse()" % x,
            "%s = [%s] * 3" % (x, self.value()), "%s = %s.copy()" % (x, x)]))

    def block(self, depth):
        self.indent += 1
        for _ in range(self.chance.randrange(1, 4)):
            self.statement(depth)
        self.indent -= 1

    def statement(self, depth):
        kind = self.chance.randrange(32 if depth < 3 else 14)
        if kind < 12:
            self.assign()
        elif kind == 12 and self.loops and self.loop_body:
            self.put("if %s:" % self.condition())
            self.put("    " + self.pick(["continue", "break"]))
        elif kind < 14:
            if self.generator:
                self.put(self.pick(["yield %s" % self.value(), "n0 = yield %s" % self.name("n"),
                                    "if %s: return %s" % (self.condition(), self.name("n")),
                                    "yield from %s" % self.pick(["[1, 2.5]", "range(3)", self.name("l")]
                                                                + [g + "(2, 1.5)" for g in self.generators])]))
            elif self.maybe(0.3):
                self.put("if %s: return %s" % (self.condition(), self.value()))
            else:
                self.put("log.append(%s)" % self.pick([self.name("n"), self.text(1)]))
        elif kind < 18:
            self.put("if %s:" % self.condition())
            self.block(depth + 1)
            if self.maybe(0.3):
                self.put("elif %s:" % self.condition())
                self.block(depth + 1)
            if self.maybe():
                self.put("else:")
                self.block(depth + 1)
        elif kind < 24:
            self.loop(depth)
        elif kind < 28:
            self.attempt(depth)
        elif kind == 28:
            self.put("with Guard(%r%s)%s:" % (self.pick("pqr"), self.pick(["", ", True"]), self.pick(["", " as o0"])))
            self.block(depth + 1)
        elif kind == 29:
            self.closure(depth)
        elif kind == 30 and self.generators and not self.generator:
            self.consume(depth)
        else:
            self.put("match %s:" % self.pick([self.name("n"), self.name("l"), self.name("o")]))
            self.put("    case 1 | 2:")
            self.indent += 1
            self.block(depth + 1)
            self.indent -= 1
            self.put("    case [n1, *_] if %s:" % self.condition(2))
            self.put("        log.append(n1)")
            self.put("    case C1(x=n2):")
            self.put("        n0 = n2")

    def loop(self, depth):
        if self.loops >= 2:
            return self.assign()
        n, f, t = self.name("n"), self.name("f"), self.name("t")
        head = self.pick([
            "for %s in range(%s):" % (n, self.pick(["5", "3", "2, 6", "9, 0, -2"])),
            "for %s in range(%s & 7):" % (n, self.name("n")),
            "for %s in %s:" % (n, self.name("l")), "for %s in list(%s):" % (n, self.name("l")),
            "for %s in (1, %s, 3):" % (n, self.value()), "for %s in [0.5, 1.5, %s]:" % (f, self.value()),
            "for %s, %s in enumerate(%s):" % (n, f, self.name("l")),
            "for %s, %s in zip(range(5), %s):" % (n, f, self.name("l")),
            "for %s, %s in list(%s.items()):" % (t, n, self.name("d")), "for %s in list(%s):" % (t, self.name("d")),
            "for %s in reversed(%s):" % (n, self.name("l")), "for %s in %s[:4]:" % (t, self.name("t")),
            "for %s in sorted([%s, %s, 3]):" % (n, self.integer(2), self.integer(2)), "while"])
        self.loops += 1
        was, self.loop_body = self.loop_body, True
        if head == "while":
            self.fresh += 1
            k = "k%d" % self.fresh
            self.put("%s = %d" % (k, self.chance.randrange(3, 7)))
            self.put("while %s > 0%s:" % (k, self.pick(["", " and %s" % self.condition()])))
            self.put("    %s -= 1" % k)
        else:
            self.put(head)
        self.block(depth + 1)
        self.loop_body = was
        self.loops -= 1
        if self.maybe(0.15):
            self.put("else:")
            self.block(depth + 1)

    def attempt(self, depth):
        self.put("try:")
        self.block(depth + 1)
        if self.maybe(0.4):
            self.indent += 1
            self.put(self.pick(["if %s: raise ValueError(%s)" % (self.condition(), self.name("n")),
                                "assert %s, %s" % (self.condition(), self.name("t")), "%s.missing" % self.name("o")]))
            self.indent -= 1
        handlers = self.chance.sample(["(TypeError, AttributeError)", "(ZeroDivisionError, OverflowError)",
                                       "(IndexError, KeyError)", "ValueError", "Exception"], self.chance.randrange(3))
        handlers.sort(key=lambda h: h == "Exception")
        for h in handlers:
            self.put("except %s%s:" % (h, self.pick(["", " as e"])))
            self.block(depth + 1)
            if self.maybe(0.15):
                self.put("    raise")
            elif self.maybe(0.1):
                self.put("    raise RuntimeError(%s)" % self.name("n"))
        if handlers and self.maybe(0.2):
            self.put("else:")
            self.block(depth + 1)
        if not handlers or self.maybe(0.4):
            self.put("finally:")
            was, self.loop_body = self.loop_body, False
            self.generator, generator = False, self.generator
            self.indent += 1
            self.assign()
            self.put("log.append(%s)" % self.name("n"))
            self.indent -= 1
            self.loop_body = was
            self.generator = generator

    def closure(self, depth):
        self.fresh += 1
        name = "inner%d" % self.fresh
        shared = self.name("n") if not self.uses_parameters else self.pick(["n2", "n3"])
        if self.maybe(0.3):
            self.put("%s = lambda a, b=%s: %s" % (name, self.name("n"), self.pick(
                ["fit(a + b)", "fit(a * %s)" % shared, "a if %s else b" % self.condition(2)])))
        else:
            self.put("def %s(a, b=%s):" % (name, self.name("n")))
            if shared in ("n2", "n3"):
                self.put("    nonlocal %s" % shared)
                self.put("    %s = fit(%s + a)" % (shared, shared))
            self.put("    return %s" % self.pick(["fit(a * 2 + b)", "a - %s" % shared, "(a, b)[a is None]"]))
        self.put("%s = fit(%s(%s) + %s(%s, 2))" % (self.name("n"), name, self.integer(2), name, self.name("n")))

    def consume(self, depth):
        g = self.pick(self.generators)
        kind = self.chance.randrange(5)
        arguments = "%s, %s" % (self.integer(2), self.float(2))
        if self.loops and kind < 2:
            kind = 4
        if kind == 0:
            self.put("g = keep(%s(%s))" % (g, arguments))
            self.put("for %s in g:" % self.name("n"))
            self.loops += 2
            was, self.loop_body = self.loop_body, True
            self.block(depth + 1)
            self.loop_body = was
            self.loops -= 2
        elif kind == 1:
            self.put("g = keep(%s(%s))" % (g, arguments))
            self.put("try:")
            self.put("    next(g)")
            self.put("    log.append(g.send(%s))" % self.name("n"))
            self.put("    log.append(g.throw(%s))" % self.pick(["ValueError(3)", "ZeroDivisionError('sent')"]))
            self.put("except (StopIteration, ValueError, ZeroDivisionError) as e:")
            self.put("    log.append(type(e).__name__)")
            self.put("g.close()")
        elif kind == 2:
            self.put("%s = list(%s(%s))[:6]" % (self.name("l"), g, arguments))
        elif kind == 3:
            self.put("%s = next(keep(%s(%s)), None)" % (self.name("n"), g, arguments))
        else:
            self.put("%s = [n9 for n9 in %s(%s)][-5:]" % (self.name("l"), g, arguments))

    # ---- definitions

    def enter(self, name, generator=False):
        self.current = name
        self.generator = generator
        self.loops = 0
        self.loop_body = False
        self.indent = 1
        self.uses_parameters = True

    def classes(self):
        self.indent = 0
        self.scope = ["n", "self.x", "a"]
        self.lines += ["class C0:", "    count = 0", "    weight = 1.5", ""]
        if self.maybe(0.3):
            self.lines.insert(-1, "    tag = 'c0'")
        order = ["self.x = x", "self.y = %s" % self.pick(["0", "x", "x * 2", "None", "1.5"]), "self.n = [x]"]
        self.chance.shuffle(order)
        self.lines += ["    def __init__(self, x):"] + ["        " + line for line in order] + [""]
        self.lines += ["    def get(self):", "        return self.x", "",
                       "    def add(self, a):",
                       "        " + self.pick(["self.x = fit(self.x + a)", "self.x += a", "self.y = a"]),
                       "        return self.x", "",
                       "    def both(self, a, b=2):",
                       "        return " + self.pick(["self.add(a) + b", "self.get() - b + a", "fit(a * b) + self.x"]), "",
                       "    def fill(self, a):",
                       "        if a " + self.pick(["> 3", "% 2", "is not None"]) + ":",
                       "            self.z = a", "        self.y = a", "        return self", "",
                       "    def chain(self, a):",
                       "        return self.fill(a).both(a, 1)", "",
                       "    @property", "    def size(self):", "        return len(self.n) + self.count", "",
                       "    @size.setter", "    def size(self, a):", "        self.count = a", ""]
        special = {"__add__": ["    def __add__(self, other):", "        return type(self)(fit(self.x + (other.x if "
                               "isinstance(other, C0) else other)))", ""],
                   "__eq__": ["    def __eq__(self, other):", "        return isinstance(other, C0) and self.x == other.x", ""],
                   "__bool__": ["    def __bool__(self):", "        return self.x != 0", ""],
                   "__getattr__": ["    def __getattr__(self, name):", "        if name == 'z':", "            return 5",
                                   "        raise AttributeError('no ' + name)", ""]}
        for key in special:
            if self.maybe(0.6):
                self.lines += special[key]
        self.lines += ["", "class C1(C0):"]
        if self.maybe(0.5):
            self.lines += ["    weight = 2.5", ""]
        self.lines += ["    def __init__(self, x, more=1):", "        super().__init__(x)", "        self.more = more", "",
                       "    def get(self):",
                       "        return " + self.pick(["self.more", "super().get() + 1", "self.x - 1"]), "", "", "class C2(C0):"]
        if self.maybe(0.5):
            self.lines += ["    def add(self, a):", "        return " + self.pick(["a", "self.x", "super().add(a)"]), ""]
        else:
            self.lines += ["    pass", ""]
        self.lines += [""]

    def little_functions(self):
        for k in range(4):
            name, n = "s%d" % k, self.chance.randrange(1, 4)
            self.enter(name)
            parameters = "abc"[:n]
            self.scope = ["n%d" % i for i in range(n)] + ["f0", "t0", "l0", "d0", "o0"]
            plain = ["return fit(a %s %s)" % (self.pick("+-*"), self.pick(["a", "1", "b" if n > 1 else "2"])),
                     "return a if a < %s else %s" % (self.pick(["3", "b" if n > 1 else "0"]), parameters[-1]),
                     "return (a, %s)[a == 1]" % parameters[-1], "return abs(a) % 10",
                     "return not a" if self.maybe(0.2) else "return a"]
            if self.little:
                other, m = self.pick(self.little)
                arguments = ", ".join((list(parameters) * 3)[:m])
                plain += ["return %s(%s)" % (other, arguments), "return fit(%s(%s) + a)" % (other, arguments)] * 2
            text, seen = [], False
            for i, p in enumerate(parameters):
                seen = seen or i > 0 and self.maybe(0.3)
                text.append(p + "=%d" % i if seen else p)
            self.lines += ["def %s(%s):" % (name, ", ".join(text))]
            if self.maybe(0.4):
                self.lines += ["    if a %s:" % self.pick(["> 100", "== 0", "is None", "< 0"]),
                               "        " + self.pick(["return 0", "a = 1", "raise ValueError('s')", "return b" if n > 1 else
                                                       "return -a"])]
            self.lines += ["    " + self.pick(plain), "", ""]
            self.little.append((name, n))
        self.lines += ["def add_up(n, *rest, scale=1, **more):",
                       "    total = n * scale", "    for r in rest:", "        total += r",
                       "    return total + len(more)", "", "",
                       "def count_up(n):",
                       "    return 0 if not 0 < n < 30 else 1 + count_up(n - 1)", "", "",
                       "def make(n):", "    def counter(k=1):", "        nonlocal n", "        n = fit(n + k)",
                       "        return n", "    return counter", "", ""]

    def body(self, statements):
        for _ in range(statements):
            self.statement(0)

    def function(self, name, generator=False):
        self.enter(name, generator)
        self.scope = ["n0", "n1", "n2", "n3", "f0", "f1", "t0", "t1", "l0", "l1", "d0", "o0", "o1"]
        self.lines += ["def %s(a, b):" % name, "    n0, f0 = a, b", "    n1 = n2 = n3 = %s" % self.pick(["0", "1", "a"]),
                       "    f1 = 0.5", "    t0, t1 = 'a', ''", "    l0 = [1, 2, 3]", "    l1 = [%s, %s]" % (
                           self.pick(FLOATS[:5]), self.pick(["2.5", "a", "'s'"])),
                       "    d0 = {'k': 1, 1: 2}", "    o0 = %s" % self.pick(["C0(a)", "C1(3)", "shared"]),
                       "    o1 = %s" % self.pick(["C0(1)", "C1(a, 2)", "C2(a)"])]
        if self.maybe(0.3):
            self.lines += ["    step = make(a)", "    n1 = step() + step(2)"]
        self.body(self.chance.randrange(3, 8))
        if generator:
            self.put("yield (n0, f0, t0)")
            self.put("return n1")
        else:
            self.put("return n0, n1, n2, n3, f0, f1, t0[:20], t1[:20], l0, l1, d0, o0, o1")
        self.lines += ["", ""]
        (self.generators if generator else []).append(name)
        if not generator:
            self.large.append((name, 2))

    def program(self):
        self.current = ""
        self.indent = 0
        self.lines = HEAD.rstrip("\n").split("\n") + ["", ""]
        self.classes()
        self.little_functions()
        self.lines += ["shared = C1(1, 5)", "", ""]
        self.large = []
        self.function("g0", True)
        self.function("f0")
        self.function("g1", True)
        self.function("f1")
        self.function("f2")
        ints = self.chance.sample(["0", "1", "2", "3", "5", "10", "-4", "40"], 4) + self.chance.sample(BORDERS, 2)
        floats = self.chance.sample(["0.5", "1.5", "2.0", "-3.5"], 3) + self.chance.sample(FLOATS, 1)
        late = self.chance.sample(["None", "'s'", "2.5", "1j", "[1]", "True", "C0(2)", "2 ** 64", "-1"], 3)
        self.lines += ["def later():", "    return 77", "", "",
                       "def run(f, a, b):", "    try:", "        r = f(a, b)",
                       "        log.append(show(list(r)) if f in (g0, g1) else show(r))",
                       "    except Exception as e:", "        log.append(failure(e))", "    finally:",
                       "        log.append('.')", "", "",
                       "for turn in range(16):",
                       "    for a, b in zip([%s], [%s]):" % (", ".join(ints), ", ".join(floats + floats[:2])),
                       "        for f in (f0, f1, f2, g0, g1):", "            run(f, a, b)"]
        changes = ["C0.weight = turn", "C1.get = lambda self: 9", "fit = lambda x: x % 1000 if x.__class__ is int else x",
                   "C0.count = C0.count + 1", "s0 = lambda a=0, b=0, c=0: a", "shared.late = turn", "shared = C0(turn)",
                   "C2.get = later", "LIMIT = 2 ** 40", "C0.add = lambda self, a: a", "s1 = s0", "del shared.x",
                   "C1.x = property(lambda self: 4)", "C0.y2 = 3", "s2.__defaults__ = (4, 5)", "abs = fit",
                   "s0.__code__ = count_up.__code__", "len = lambda x: 4"]
        for turn in self.chance.sample(range(4, 15), 3):
            change = self.pick(changes)
            self.lines += ["    if turn == %d:" % turn, "        try:", "            %s" % change,
                           "        except (AttributeError, TypeError) as e:", "            log.append(type(e).__name__)"]
        self.lines += ["    if turn > 11:", "        run(f%d, %s, 1.5)" % (self.chance.randrange(3), late[0]),
                       "        run(f%d, 1, %s)" % (self.chance.randrange(3), late[1]),
                       "        run(g%d, %s, %s)" % (self.chance.randrange(2), late[2], late[0]),
                       "for entry in list(log):", "    print(show(entry) if not isinstance(entry, str) else entry)", ""]
        return "\n".join(self.lines)


SUSPENDING = '''class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return self.value if got is None else got


class Section:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        log.append("in " + self.name + str(await Pause(1)))
        return self

    async def __aexit__(self, kind, value, trace):
        log.append("out " + self.name + str(kind and kind.__name__) + str(await Pause(2)))
        return kind is ZeroDivisionError


async def ticks(n):
    for i in range(n):
        if i % 2:
            await Pause(i)
        yield i


def step(coroutine, turn):
    if turn % 11 == 7:
        return coroutine.throw(ValueError(turn))
    return coroutine.send(turn if turn and turn % 3 else None)


def drive(f, a, b):
    """Two of them in turn, which share code and no frames; what is left after a while is closed."""
    out, waiting = [], [keep(f(a, b)), keep(f(b, a))]
    for turn in range(30):
        for coroutine in list(waiting):
            try:
                out.append(step(coroutine, turn))
            except StopIteration as e:
                out.append(e.value)
                waiting.remove(coroutine)
            except (ValueError, TypeError, ArithmeticError, AttributeError, LookupError) as e:
                out.append(failure(e))
                waiting.remove(coroutine)
    for coroutine in waiting:
        try:
            coroutine.close()
        except RuntimeError as e:
            out.append(str(e))
    return out


'''


class Suspending(Shaped):
    """As its base, with coroutines; with methods called through their class, and slices of constants."""

    asynchronous = False
    coroutines = ()

    def integer(self, depth=0):
        if depth > 2 or self.maybe(0.8):
            return super().integer(depth)
        n, o = self.name("n"), self.name("o")
        return self.pick(["C0.get(%s)" % o, "C1.get(%s)" % o, "C0.add(%s, %s)" % (o, n), "C0.of(%s).x" % n, "C1.of(%s).y" % n,
                          "%s.of(3).count" % o, "C0.mix(%s, %s)" % (n, self.integer(depth + 1)), "%s.mix(1, %s)" % (o, n),
                          "(1, 2, 3, 4)[%s & 3]" % n, "sum((1, 2, 3, 4)[%s & 3:])" % n, "len('abcdef'[1:%s])" % n,
                          "sum([1, 2, 3][%s:2])" % self.pick(["0", "1", "-2"]), "(5, 6, 7)[::-1][%s & 1]" % n,
                          "len((%s, 2, 3)[1:])" % n, "'abc'.find(%s)" % self.name("t"), "len([*(1, 2), %s][:2])" % n])

    def classes(self):
        super().classes()
        at = self.lines.index("    def __init__(self, x):")
        self.lines[at:at] = ["    @classmethod", "    def of(cls, x):", "        " + self.pick(
            ["return cls(x)",
                "cls.count += 1\n        return cls(x)", "made = cls(1)\n        made.x = x\n        return made"]),
            "", "    @staticmethod", "    def mix(a, b):", "        " + self.pick(
                ["return fit(a + b)", "return a if b else b", "return fit(a * 2) - 1"]), ""]

    def statement(self, depth):
        if not self.asynchronous or self.maybe(0.7):
            return super().statement(depth)
        kind = self.chance.randrange(8)
        if kind < 4 or depth > 2 or self.loops > 1:
            self.put(self.pick(["%s = await Pause(%s)" % (self.name("n"), self.integer(1)), "await Pause(%s)" % self.text(1),
                                "%s = [n9 async for n9 in ticks(%s & 3)]" % (self.name("l"), self.integer(2))]
                               + ["log.append(await %s(%s, 1.5))" % (c, self.name("n")) for c in self.coroutines]))
            return None
        if kind < 6:
            self.put("async for %s in ticks(%s):" % (self.name("n"), self.pick(["3", "5", "%s & 7" % self.name("n")])))
            self.loops += 2
            was, self.loop_body = self.loop_body, True
            self.block(depth + 1)
            self.loop_body = was
            self.loops -= 2
        else:
            self.put("async with Section(%r):" % self.pick("uv"))
            self.block(depth + 1)
        return None

    def coroutine(self, name):
        at = len(self.lines)
        self.asynchronous = True
        self.function(name)
        self.asynchronous = False
        self.large.pop()
        self.lines[at] = "async " + self.lines[at]
        self.coroutines += (name,)

    def program(self):
        text = super().program()
        self.lines, self.indent = SUSPENDING.rstrip("\n").split("\n") + ["", ""], 0
        for name in "a0", "a1", "a2":
            self.coroutine(name)
        at = text.index("def later():")
        text = text[:at] + "\n".join(self.lines) + "\n" + text[at:]
        text = text.replace("        for f in (f0, f1, f2, g0, g1):", "        for f in (a0, a1, a2, f0, g0, g1):")
        return text.replace("        r = f(a, b)", "        r = drive(f, a, b) if f in (a0, a1, a2) else f(a, b)")


def program(seed):
    """Odd seeds are shaped, half of the others have coroutines, and the rest is mixed."""
    return (Shaped if seed % 2 else Suspending if seed % 4 == 2 else Mixed)(seed).program()
