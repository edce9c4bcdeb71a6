# modes: on stress
# must-compile: top, Counter.bump, guarded, calls_preset
import sys
import traceback


def low(a, b):
    c = a * b
    return c + a


def middle(a, b):
    x = low(a, b)
    y = low(b, x)
    return x + y


def top(a, b):
    before = (a, b)
    r = middle(a, b)
    return before, r


def loop(n, a, b):
    last = None
    for i in range(n):
        last = top(a, b)
    return last


for _ in range(40):
    loop(60, 3, 4)
# an overflow, floats, texts and what cannot be added, in the innermost of three
print(loop(5, 2 ** 40, 2 ** 22))
print(loop(5, 2 ** 62, 2 ** 62))
print(loop(5, 1.5, 2))
print(loop(5, 2, "ab") if False else loop(5, True, False))


def shown(f, *args):
    try:
        return f(*args)
    except Exception as e:
        entries = traceback.extract_tb(e.__traceback__)
        names = [(t.name, t.lineno) for t in entries[1:]]
        variables = []
        tb = e.__traceback__.tb_next
        while tb:
            variables.append(sorted((k, v) for k, v in tb.tb_frame.f_locals.items() if isinstance(v, (int, str))))
            tb = tb.tb_next
        return type(e).__name__, str(e), names, variables


print(shown(loop, 5, None, 2))
print(shown(top, "a", 2))
print(shown(top, 2, "a"))


# handlers around inlined calls
def divide(a, b):
    q = a // b
    return q + 1


def halves(a, b):
    return divide(a, b) * 2


def guarded(a, b):
    mark = a + 1
    try:
        r = halves(a, b)
        mark += 1
    except ZeroDivisionError as e:
        return "caught", mark, e.__traceback__.tb_next.tb_frame.f_code.co_name
    finally:
        mark += 100
    return r, mark


for i in range(2000):
    guarded(i, 7)
print([guarded(9, b) for b in (2, 0, 3, 0, 1.5, 0.0, 2 ** 70)])
for i in range(60):
    guarded(i, i % 3)
print([guarded(9, b) for b in (2, 0, 3)])


def own_handler(a, b):
    try:
        return divide(a, b)
    except ZeroDivisionError:
        return -a


def twice(a, b):
    return own_handler(a, b) + own_handler(b, a)


for i in range(2000):
    twice(i + 1, 7)
print([twice(a, b) for a, b in ((1, 0), (0, 5), (6, 3), (2.0, 0), (2 ** 65, 3))])


# in a generator, and in a loop that was entered while it ran
def series(n, step):
    total = 0
    for i in range(n):
        total = low(total, step)
        yield middle(i, step)
    yield total


for _ in range(300):
    list(series(12, 1))
print(list(series(6, 1.5)))
print(list(series(4, 10 ** 17)))
print(list(series(66, 2))[-2:])


# methods: redefined, the class changed, another class
class Counter:
    def __init__(self, n=0):
        self.n = n
        self.log = None

    def step(self, by=1):
        self.n = self.n + by
        return self.n

    def bump(self):
        first = self.step()
        return first + self.step(2)


class Other:
    def __init__(self):
        self.n = 1000

    def bump(self):
        return self.n


def drive(c, n, act=None, at=-1):
    total = 0
    for i in range(n):
        if i == at:
            act(c)
        total += c.bump()
    return total


for _ in range(30):
    drive(Counter(), 100)


def replace(c):
    def step(self, by=1):
        self.n = self.n - by
        return self.n
    Counter.step = step


def change_class(c):
    c.__class__ = Other


def change_presets(c):
    Counter.step.__defaults__ = (50,)


def change_code(c):
    Counter.step.__code__ = (lambda self, by=1: 7 * by).__code__


def own_attribute(c):
    c.step = lambda by=1: 11


c = Counter()
print(drive(c, 50, change_presets, 20), c.n)
c = Counter()
print(drive(c, 50, change_class, 30), c.n)
c = Counter()
print(drive(c, 50, own_attribute, 30), c.n)
c = Counter()
print(drive(c, 50, change_code, 30), c.n)
c = Counter()
print(drive(c, 50, replace, 25), c.n)
c = Counter(2 ** 63 - 20)
print(drive(c, 10), c.n)
c = Counter(0.5)
print(drive(c, 10), c.n)
print(shown(drive, Counter("x"), 3))


# constructors
class Point:
    def __init__(self, x, y, z=0):
        self.x = x
        self.y = y
        self.z = z

    def plus(self, o):
        return Point(self.x + o.x, self.y + o.y, self.z + 1)


class Bad:
    def __init__(self, value):
        self.value = value
        if value > 400:
            raise ValueError("too large", value)
        if value > 390:
            return value


def walk(n, p, step):
    for _ in range(n):
        p = p.plus(step)
    return p.x, p.y, p.z


for _ in range(30):
    walk(100, Point(0, 0), Point(1, 2))
print(walk(10, Point(0, 0), Point(1, 2)), walk(3, Point(0.5, 2 ** 63 - 2), Point(1, 2, 9)))


def make(n):
    made = []
    for i in range(n):
        made.append(Bad(i).value)
    return len(made)


for _ in range(30):
    make(300)
print(make(391), shown(make, 395))
Bad.__init__ = lambda self, value: setattr(self, "value", value)
print(make(600))


# frames seen from what an inlined function calls
def look(seen):
    f = sys._getframe(1)
    names = []
    while f.f_code.co_name != "<module>":
        names.append((f.f_code.co_name, f.f_lineno))
        f = f.f_back
    seen.append(names)
    return 1


def asks(flag, seen):
    if flag:
        return look(seen)
    return len(seen)


def asks_more(flag, seen):
    a = asks(False, seen)
    return a + asks(flag, seen)


def ask_loop(n, seen, at):
    total = 0
    for i in range(n):
        total += asks_more(i == at, seen)
    return total


for _ in range(30):
    ask_loop(60, [1], -1)
seen = []
print(ask_loop(20, seen, 10), seen)
seen = []
for i in range(50):
    ask_loop(20, seen, 10)
print(len(seen), set(map(tuple, seen)))


def calls_preset(n, k=3, *, unused=None):
    return n + k


def presets(n):
    total = 0
    for i in range(n):
        total += calls_preset(i) + low(i, 2)
    return total


for _ in range(30):
    presets(100)
print(presets(10))
calls_preset.__defaults__ = (5,)
print(presets(10))


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def start(n):
    return deep(n) + low(1, 2)


for _ in range(400):
    start(5)
print(shown(start, 100000)[:2], start(50))


# a loop in what is inlined, whose variables change their kinds
def summed(items):
    t = 0
    for x in items:
        t = t + x
    return t


def sums(lists):
    return [summed(x) for x in lists]


for _ in range(300):
    sums([[1, 2, 3], [4]])
print(sums([[1, 2.5], [2 ** 63 - 1, 1], [], [True, 2]]), shown(sums, [[1, "a"]]))


# a text that grows in what is inlined
def joined(a, b):
    a += b
    return a


def grow(n):
    s = ""
    for i in range(n):
        s = joined(s, "ab")
    return s


for _ in range(30):
    grow(90)
print(len(grow(50)), grow(3))
