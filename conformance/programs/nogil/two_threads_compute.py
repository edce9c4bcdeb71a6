# modes: stress
# must-compile: primes, particles
import threading


def primes(n):
    found = []
    for x in range(2, n):
        for p in found:
            if p * p > x:
                found.append(x)
                break
            if x % p == 0:
                break
        else:
            found.append(x)
    return found


class Particle:
    def __init__(self, x):
        self.x = x
        self.v = 1

    def step(self):
        self.x += self.v
        if self.x > 10:
            self.v = -1
        elif self.x < 0:
            self.v = 1


def particles(n):
    ps = [Particle(i) for i in range(10)]
    for _ in range(n):
        for p in ps:
            p.step()
    return [p.x for p in ps]


def text(n):
    words = {}
    for i in range(n):
        w = "w" + str(i % 37)
        words[w] = words.get(w, "") + "x"
    return {k: len(v) for k, v in words.items()}


def gen(n):
    def g():
        a, b = 0, 1
        for _ in range(n):
            yield a
            a, b = b, (a + b) % 1000007
    return sum(g())


alone = [primes(2000), particles(500), text(2000), gen(1000)]
results = [None] * 8


def run(k):
    results[k] = [primes(2000), particles(500), text(2000), gen(1000)]


ts = [threading.Thread(target=run, args=(k,)) for k in range(8)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(all(r == alone for r in results), alone[0][-3:], alone[1], alone[3])


def changes(k, out):
    """Deoptimises in one thread while the others run the compiled code."""
    t = 0
    for i in range(3000):
        t += (0.5 if k == 3 and i == 2000 else 1)
    out[k] = t


out = [None] * 4
ts = [threading.Thread(target=changes, args=(k, out)) for k in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(out)
