# modes: stress
# must-compile: draw, gen, pop, push
import itertools
import threading


def share(make, n, workers=4):
    it = make()
    got = [[] for _ in range(workers)]

    def work(k):
        for x in it:
            got[k].append(x)
    ts = [threading.Thread(target=work, args=(k,)) for k in range(workers)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    flat = sorted(x for g in got for x in g)
    return len(flat), len(set(flat)), flat[:1], flat[-1:]


print(share(lambda: iter(range(3000)), 3000))
print(share(lambda: iter(list(range(3000))), 3000))
print(share(lambda: iter(tuple(range(3000))), 3000))
counter = itertools.count()
seen = []


def draw():
    for _ in range(1000):
        seen.append(next(counter))


ts = [threading.Thread(target=draw) for _ in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len(seen), len(set(seen)), max(seen))


def gen():
    for i in range(100):
        yield i


g = gen()
problems = []


def run():
    while True:
        try:
            next(g)
        except StopIteration:
            return
        except ValueError as e:
            problems.append(str(e))


ts = [threading.Thread(target=run) for _ in range(2)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(set(problems) <= {"generator already executing"})
from collections import deque
d = deque()


def push(k):
    for i in range(1000):
        d.append((k, i))
        d.appendleft((k, -i))


ts = [threading.Thread(target=push, args=(k,)) for k in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len(d), len(set(d)))
popped = []


def pop():
    while True:
        try:
            popped.append(d.popleft())
            popped.append(d.pop())
        except IndexError:
            return


ts = [threading.Thread(target=pop) for _ in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len(popped), len(set(popped)), len(d))
s = set()
ts = [threading.Thread(target=lambda k=k: [s.add(k * 1000 + i) for i in range(1000)]) for k in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len(s), sum(s))
