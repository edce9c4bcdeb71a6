# modes: stress
# must-compile: count, work
import threading

table = {}
winners = {}


def work(k):
    for i in range(1500):
        table[k, i] = i
        winners.setdefault(i, k)
        if i % 3 == 0:
            del table[k, i]


threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(table), sum(table.values()), len(winners), set(winners.values()) <= {0, 1, 2, 3})
print(all((k, i) in table for k in range(4) for i in range(1500) if i % 3))
counts = {}
lock = threading.Lock()


def count(words):
    for w in words:
        with lock:
            counts[w] = counts.get(w, 0) + 1


threads = [threading.Thread(target=count, args=(["a", "b", "a", "c"] * 300,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(counts.items()))
