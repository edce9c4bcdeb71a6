# modes: stress
# must-compile: rotate, transpose, unique, chunks, running
def rotate(a, k):
    k %= len(a) or 1
    return a[k:] + a[:k]


def transpose(m):
    return [[row[i] for row in m] for i in range(len(m[0]))]


def unique(a):
    seen = set()
    out = []
    for x in a:
        if x not in seen:
            seen.add(x)
            out.append(x)
    return out


def chunks(a, n):
    return [a[i:i + n] for i in range(0, len(a), n)]


def running(a):
    out = []
    t = 0
    for x in a:
        t += x
        out.append(t)
    return out


def flatten(a):
    out = []
    for x in a:
        if isinstance(x, list):
            out.extend(flatten(x))
        else:
            out.append(x)
    return out


def spiral(m):
    out = []
    while m:
        out += m.pop(0)
        m = [list(r) for r in zip(*m)][::-1]
    return out


def subsets(a):
    out = [[]]
    for x in a:
        out += [s + [x] for s in out]
    return out


def binary(a, x):
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


for _ in range(100):
    rotate([1, 2, 3], 1)
    transpose([[1, 2], [3, 4]])
    unique([1, 2, 1])
    chunks([1, 2, 3], 2)
    running([1, 2, 3])
    binary([1, 2, 3], 2)
print(rotate([1, 2, 3, 4], 1), rotate([], 3), rotate("abc", -1), transpose([[1, 2, 3], [4, 5, 6]]), unique([3, 1, 3, 2, 1]), unique("hello"), chunks(list(range(7)), 3), running([1, 2.5, 2 ** 63]), running([]), flatten([1, [2, [3, []]], 4]), spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), subsets([1, 2, 3]), binary([1, 3, 5], 4), binary(["a", "c"], "b"), binary([], 1))
board = [["."] * 3 for _ in range(3)]
board[1][1] = "X"
board[0][2] = "O"
print("\n".join("".join(r) for r in board), [r[:] for r in board] == board, sum(r.count(".") for r in board))
stack, queue = [], []
for i in range(100):
    stack.append(i)
    queue.insert(0, i)
    if i % 3 == 0:
        stack.pop()
        queue.pop()
print(stack[-5:], queue[:5], len(stack), len(queue))
pascal = [[1]]
for _ in range(9):
    r = pascal[-1]
    pascal.append([1] + [a + b for a, b in zip(r, r[1:])] + [1])
print(pascal[-1], [sum(r) for r in pascal], list(map(list, zip(*[[1, 2], [3, 4]]))), [x for r in pascal[:3] for x in r], [*range(3), *[9]], sorted(set(flatten(pascal)))[:5])
