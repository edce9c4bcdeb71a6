# modes: stress
# must-compile: work
import threading

items = []


def work(k):
    for i in range(2000):
        items.append(k * 10000 + i)


threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(items), sorted(items) == [k * 10000 + i for k in range(4) for i in range(2000)])
for k in range(4):
    mine = [x for x in items if x // 10000 == k]
    print(k, mine == sorted(mine))
