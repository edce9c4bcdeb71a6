# modes: stress
# must-compile: attempt, grade, dijkstra, Item.__init__
import bisect
import heapq


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


h = []
for x in (5, 1, 4, 1, 3):
    heapq.heappush(h, x)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h, attempt(heapq.heappop, []), attempt(heapq.heapify, 5), attempt(heapq.heappush, (), 1))
h = [9, 8, 7, 1, 2, 3]
heapq.heapify(h)
print(h, [heapq.heappop(h) for _ in range(6)], heapq.nsmallest(3, [5, 1, 4]), heapq.nlargest(2, "hello"), heapq.nsmallest(2, [3, -4, 1], key=abs), heapq.nlargest(0, [1]), list(heapq.merge([1, 4], [2, 3])), list(heapq.merge([4, 1], [3, 2], reverse=True)), list(heapq.merge("a", "BC", key=str.lower)))
m = [1, 5, 3]
heapq.heapify_max(m)
heapq.heappush_max(m, 9)
print(m, heapq.heappop_max(m), heapq.heapreplace_max(m, 0), m)


class Item:
    def __init__(self, p, n):
        self.p = p
        self.n = n

    def __lt__(self, o):
        return self.p < o.p


q = []
for i in range(200):
    heapq.heappush(q, Item(i * 7919 % 211, i))
print([heapq.heappop(q).p for _ in range(10)], len(q))
a = [1, 2, 2, 2, 5]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 0), bisect.bisect_left(a, 9), bisect.bisect(a, 2, 0, 2), bisect.bisect_left(["a", "bb"], 2, key=len), attempt(bisect.bisect, a, 1, -1), attempt(bisect.bisect, [1], "a"))
bisect.insort(a, 3)
bisect.insort_left(a, 2)
bisect.insort(a, 0, key=lambda x: x)
print(a, bisect.bisect_left(range(10 ** 6), 777), bisect.bisect([1.5, 2], 1.7))
s = []
for i in range(300):
    bisect.insort(s, i * 37 % 101)
print(s == sorted(s), s[:10])


def grade(score):
    return "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]


print([grade(x) for x in (33, 60, 77, 90, 100)])
graph = {0: [(1, 4), (2, 1)], 1: [(3, 1)], 2: [(1, 2), (3, 5)], 3: []}


def dijkstra(start):
    dist = {start: 0}
    todo = [(0, start)]
    while todo:
        d, u = heapq.heappop(todo)
        if d > dist[u]:
            continue
        for v, w in graph[u]:
            if d + w < dist.get(v, 10 ** 9):
                dist[v] = d + w
                heapq.heappush(todo, (d + w, v))
    return dist


for _ in range(200):
    dijkstra(0)
print(dijkstra(0))
