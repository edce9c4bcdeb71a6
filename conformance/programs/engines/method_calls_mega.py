# modes: stress
# must-compile: run
kinds = []
for k in range(12):
    def f(self, x, k=k):
        return x * k + len(self.name)
    kinds.append(type(f"K{k}", (), {"step": f, "name": "n" * k}))


def run(objects, n):
    total = 0
    for i in range(n):
        for o in objects:
            total = (total + o.step(i)) % 1000003
    return total


objects = [k() for k in kinds]
print(run(objects[:1], 500), run(objects[:2], 500), run(objects[:4], 300), run(objects, 300))


class Tree:
    def __init__(self, l=None, r=None, v=0):
        self.l, self.r, self.v = l, r, v

    def sum(self):
        return self.v + (self.l.sum() if self.l else 0) + (self.r.sum() if self.r else 0)

    @classmethod
    def make(cls, d, v=1):
        return cls(v=v) if d == 0 else cls(cls.make(d - 1, v * 2), cls.make(d - 1, v * 2 + 1), v)

    @staticmethod
    def weight(t):
        return t.v % 3

    def walk(self):
        if self.l:
            yield from self.l.walk()
        yield self.v
        if self.r:
            yield from self.r.walk()

    def __iter__(self):
        return self.walk()

    def __contains__(self, v):
        return any(x == v for x in self)

    def __len__(self):
        return 1 + (len(self.l) if self.l else 0) + (len(self.r) if self.r else 0)


t = Tree.make(7)
print(t.sum(), list(t)[:10], 77 in t, 1000 in t, len(t), sum(Tree.weight(Tree(v=x)) for x in t))


class Sub(Tree):
    def sum(self):
        return super().sum() + 1


print(Sub.make(5).sum(), type(Sub.make(1).l).__name__)
bound = t.sum
print([bound() for _ in range(3)][0], Tree.sum(t), bound.__func__ is Tree.sum)
for _ in range(300):
    bound()
fs = [str.upper, str.lower, str.title, lambda s: s * 2, "-".join, len, repr]
out = []
for i in range(210):
    out.append(fs[i % 7]("aB"))
print(out[-7:])


class Op:
    def __init__(self, n):
        self.n = n

    def __add__(self, o):
        return Op(self.n + o.n)

    def __mul__(self, k):
        return Op(self.n * k)

    def __rmul__(self, k):
        return self * k

    def __neg__(self):
        return Op(-self.n)

    def __bool__(self):
        return self.n != 0

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n

    def __getitem__(self, i):
        return self.n >> i & 1

    def __call__(self, x):
        return x + self.n


def operators(n):
    acc = Op(0)
    for i in range(n):
        acc = acc + Op(i) * 2
        acc = 1 * acc
        if -acc < acc:
            acc = acc + Op(acc[0])
        if acc == Op(5) or not acc:
            acc = Op(acc(1))
    return acc.n


for _ in range(20):
    operators(50)
print(operators(400))
