# modes: stress
# must-compile: grow, mixed, reader, store
import threading

items = [(i * 7919) % 5003 for i in range(5003)]
expected = sorted(items)
bad = []
stop = threading.Event()


def reader():
    while not stop.is_set():
        n = len(items)
        if n not in (0, 5003):
            bad.append(n)


t = threading.Thread(target=reader)
t.start()
for k in range(20):
    try:
        items.sort(key=lambda x: (x * (k + 1)) % 5003)
    except ValueError as e:
        bad.append(str(e))
items.sort()
stop.set()
t.join()
print(items == expected, len(bad))
shared = []


def mixed(k):
    for i in range(300):
        shared.append(i if k % 2 else i + 0.5)
        if len(shared) > 100:
            try:
                shared.pop()
            except IndexError:
                pass
        shared[0:1] = [k]


ts = [threading.Thread(target=mixed, args=(k,)) for k in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(all(type(x) in (int, float) for x in shared), None not in shared, len(shared) > 0)
slots = [0] * 64


def store(k):
    for r in range(200):
        for i in range(k, 64, 4):
            slots[i] = r * 100 + i


def grow():
    for _ in range(2000):
        slots.append(-1)


ts = [threading.Thread(target=store, args=(k,)) for k in range(4)] + [threading.Thread(target=grow)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print([slots[i] for i in range(64)] == [199 * 100 + i for i in range(64)], len(slots), set(slots[64:]))
