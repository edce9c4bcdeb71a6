# modes: stress
# must-compile: target, spread
def target(a, b=2, *args, c=3, d, **kw):
    return a, b, args, c, d, kw


def spread(n):
    out = 0
    for i in range(n):
        r = target(i, d=1)
        out += r[0] + r[1] + r[3] + r[4]
        r = target(i, 5, 6, 7, d=2, c=9)
        out += len(r[2]) + r[3]
        r = target(d=4, a=i, z=1)
        out += len(r[5])
        t = (i, 1)
        k = {"d": 5, "q": 6}
        r = target(*t, **k)
        out += r[4] + len(r[5])
    return out


for _ in range(30):
    spread(30)
print(spread(500))
print(target(1, d=2), target(1, 2, 3, d=4, e=5), target(*[1, 2], *(3,), d=0, **{"x": 1}, **{"y": 2}))


def only_kw(*, x, y=1):
    return x, y


def pos_only(a, b=5, /):
    return a, b


def mixed(p, /, q, *, r):
    return p, q, r


def collects(p, /, **kw):
    return p, kw


print(only_kw(x=1), pos_only(1), pos_only(1, 2), mixed(1, 2, r=3), mixed(1, q=2, r=3), collects(1, p=2))
for call in ("only_kw(1)", "only_kw()", "pos_only(a=1)", "pos_only(1, b=2)", "mixed(1, 2)", "mixed(p=1, q=2, r=3)", "mixed(1, 2, 3)", "target()", "target(1)", "target(1, a=2, d=1)", "target(1, d=1, **{'d': 2})", "pos_only()", "pos_only(1, 2, 3)", "mixed(1, r=1, z=2)", "target(**{1: 2})", "collects(p=1)", "only_kw(x=1, x_=2)"):
    try:
        print(call, eval(call))
    except TypeError as e:
        print(call, "->", e)


def order(log=[]):
    def n(x):
        log.append(x)
        return x
    target(n(1), *[n(2), n(3)], c=n(4), **{"d": n(5)})
    log2, log[:] = log[:], []
    return log2


print(order())
default_calls = []


def with_default(x=default_calls.append("evaluated")):
    return x


with_default()
with_default()
print(default_calls)


def changing(a, b=[]):
    b.append(a)
    return len(b)


print([changing(i) for i in range(3)], changing(1, [5]), changing.__defaults__)


class Kw:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def __call__(self, *a, sep=",", **kw):
        return sep.join(map(str, a)) + str(sorted(kw))


k = Kw(x=1, y=2)
print(k.x, k(1, 2, sep="-", z=1), dict(a=1, **{"b": 2}), "{a}{b}".format(**{"a": 1, "b": 2}), sorted([3, 1], reverse=True, key=lambda v: v), int("ff", base=16), max(1, 2, key=lambda v: -v))
kw = {"d": 1}
r = target(1, **kw)
r[5]["new"] = 1
print(kw)
args = [1, 2]
r = target(*args, d=1)
args.append(3)
print(r)
