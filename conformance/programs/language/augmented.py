# modes: stress
# must-compile: numbers
def numbers(n):
    a, b, c, d = 1, 2.0, 3, 1
    for i in range(n):
        a += i
        a -= 1
        a *= 3
        a %= 1000003
        b /= 1.5
        b += 2
        c <<= 1
        c ^= i
        c &= 0xFFFF
        c |= 1
        c >>= 1
        d **= 2
        d //= 1
    return a, b, c, d


for _ in range(20):
    numbers(50)
print(numbers(200))


class Log:
    def __init__(self):
        self.events = []

    def __getitem__(self, k):
        self.events.append(("get", k))
        return 10

    def __setitem__(self, k, v):
        self.events.append(("set", k, v))

    def __getattr__(self, k):
        if k == "attr":
            self.__dict__.setdefault("events", []).append("getattr")
            return 1
        raise AttributeError(k)


log = Log()


def key():
    log.events.append("key")
    return "k"


log[key()] += 5
log.attr += 1
log[1:2] *= 2
print(log.events, log.attr)
items = [1]
alias = items
items += (2, 3)
items *= 2
print(alias, alias is items)
t = (1,)
u = t
t += (2,)
print(t, u)
s = {1}
r = s
s |= {2}
s -= {1}
s ^= {5}
print(r is s, sorted(s))
d = {1: 1}
e = d
d |= {2: 2}
d |= [(3, 3)]
print(e)
fs = frozenset([1])
gs = fs
fs |= {2}
print(gs is fs, sorted(fs))
x = "a"
x += "b"
x *= 3
print(x)
tup = ([1],)
try:
    tup[0] += [2]
except TypeError as ex:
    print(ex, tup)


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def unbound():
    q += 1


def none():
    v = None
    v += 1


def str_int():
    v = "a"
    v -= 1


def list_int():
    v = []
    v += 1


print(attempt(unbound), attempt(none), attempt(str_int), attempt(list_int))
ba = bytearray(b"a")
bb = ba
ba += b"bc"
ba *= 2
print(bb, ba is bb)
n = 2 ** 62
for _ in range(4):
    n += n
print(n)
n = 10
n /= 4
n //= 1
n **= 0.5
print(n)
z = 1 + 2j
z *= z
z -= 1
print(z)
g = 0


def glob():
    global g
    for i in range(100):
        g += i
    return g


def cell():
    c = 0

    def inc(k):
        nonlocal c
        c += k
        c *= 1
    for i in range(100):
        inc(i)
    return c


print(glob(), cell())


class M:
    def __matmul__(self, o):
        return "matmul"


m = M()
m @= 1
print(m)


class IaddNone:
    def __iadd__(self, o):
        pass


i = IaddNone()
i += 1
print(i)
