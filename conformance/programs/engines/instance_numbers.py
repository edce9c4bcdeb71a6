# modes: stress
# must-compile: Body.step, simulate, energy
class Body:
    def __init__(self, x, v, m=1):
        self.x = x
        self.v = v
        self.m = m

    def step(self, dt):
        self.v -= self.x * dt
        self.x += self.v * dt
        return self.x


def energy(bodies):
    return sum(b.m * (b.v * b.v + b.x * b.x) / 2 for b in bodies)


def simulate(bodies, n, dt):
    for _ in range(n):
        for b in bodies:
            b.step(dt)
    return energy(bodies)


for _ in range(40):
    simulate([Body(1.0, 0.0), Body(0.5, 0.25)], 20, 0.01)
print(simulate([Body(1.0, 0.0), Body(0.5, 0.25)], 500, 0.01))
print(simulate([Body(1, 0), Body(2, 3)], 20, 1), simulate([Body(1, 0)], 5, 0.5), simulate([Body(2 ** 40, 1)], 40, 3), simulate([Body(1j, 0)], 5, 0.1), simulate([], 5, 1))
b = Body(1.0, 2.0)
for _ in range(300):
    b.step(0.01)
b.x = 1
print(b.step(1) != 0, type(b.x).__name__)
b.x = "text"
try:
    b.step(1)
except TypeError as e:
    print(e)
print(b.x, type(b.v).__name__)


class Counter:
    def __init__(self):
        self.n = 2 ** 63 - 100

    def bump(self):
        self.n += 1
        return self.n


c = Counter()
for _ in range(200):
    c.bump()
print(c.n, c.n - 2 ** 63)
c.n = 0.5
print(c.bump(), c.bump())
c.n = True
print(c.bump(), type(c.n))


class Account:
    rate = 0.01

    def __init__(self, balance):
        self.balance = balance
        self.log = []

    def add(self):
        self.balance += self.balance * self.rate
        if len(self.log) < 3:
            self.log.append(round(self.balance, 4))


a = Account(100)
for _ in range(500):
    a.add()
Account.rate = 0
a.add()
a.rate = 1
a.add()
print(a.balance, a.log)
