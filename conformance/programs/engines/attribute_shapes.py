# modes: stress
# must-compile: read, write, build
class Node:
    def __init__(self, a, b=None):
        self.a = a
        if b is not None:
            self.b = b


def read(nodes):
    total = 0
    for n in nodes:
        total += n.a
    return total


def write(nodes, v):
    for n in nodes:
        n.a = v
        n.c = v
    return [sorted(vars(n)) for n in nodes]


def build(n):
    out = []
    for i in range(n):
        x = Node(i) if i % 3 else Node(i, i)
        x.z = i
        if i % 2:
            x.y = i
        out.append(x)
    return out


for _ in range(200):
    read([Node(1), Node(2, 3)])
    write([Node(1), Node(2, 3)], 5)
    build(6)
nodes = build(7)
print(read(nodes), [sorted(vars(n).items()) for n in nodes])
print(write(nodes, 2), read(nodes))
nodes[3].a = 0.5
print(read(nodes))
nodes[4].a = 2 ** 63
print(read(nodes))
del nodes[5].a
try:
    read(nodes)
except AttributeError as e:
    print(e)
Node.a = 1000
print(read(nodes))
del Node.a
nodes[5].a = 1


class Desc:
    def __get__(self, o, t):
        return 7

    def __set__(self, o, v):
        o.__dict__["a"] = v * 2


Node.a = Desc()
print(read(nodes))
nodes[0].a = 21
print(vars(nodes[0])["a"], nodes[0].a)
del Node.a
print(nodes[0].a)
order = Node(1)
order.q = 1
del order.a
order.a = 2
print(list(vars(order)))
for k in range(200):
    setattr(order, f"attr{k}", k)
print(len(vars(order)), order.attr150, sum(v for v in vars(order).values()))
for k in range(0, 200, 2):
    delattr(order, f"attr{k}")
print(len(vars(order)), order.attr151, hasattr(order, "attr150"))
d = vars(order)
d["direct"] = 1
d.update(a=9)
print(order.direct, order.a, "direct" in d)
order.__dict__ = {"fresh": 1}
print(vars(order), hasattr(order, "q"), d["q"])
order.more = 2
print(vars(order))


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


def slots(n):
    t = 0
    s = Slotted(1)
    for i in range(n):
        s.x = s.x + i
        s.y = i
        t += s.y
    return s.x, t


for _ in range(100):
    slots(20)
print(slots(1000))
s = Slotted(2 ** 63 - 1)
s.x += 1
s.y = 1.5
print(s.x, s.y)
s.x = "text"
del s.y
try:
    s.y
except AttributeError as e:
    print(e)


class Counter:
    total = 0

    def bump(self):
        self.total += 1
        Counter.total += 10
        return self.total


c = Counter()
print([c.bump() for _ in range(3)], Counter.total, vars(c), Counter().bump())


class Lazy:
    def __init__(self):
        self.first = 1

    def fill(self):
        if not hasattr(self, "cache"):
            self.cache = [self.first]
        self.cache.append(len(self.cache))
        return self.cache


print([len(Lazy().fill()) for _ in range(300)][-1], Lazy().fill())
a, b = Lazy(), Lazy()
a.p, a.q = 1, 2
b.q, b.p = 3, 4
print(vars(a), vars(b), a.p + b.p, a.q + b.q)
