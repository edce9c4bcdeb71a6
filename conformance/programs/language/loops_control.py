# modes: stress
# must-compile: sums, search
def sums(n):
    total = 0
    i = 0
    while i < n:
        i += 1
        if i % 3 == 0:
            continue
        if i > n - 3:
            break
        total += i
    else:
        total = -1
    return total


def search(items, x):
    for i, item in enumerate(items):
        if item == x:
            break
    else:
        return "missing"
    return i


for _ in range(50):
    sums(300)
    search(list(range(100)), 90)
print(sums(10), sums(0), sums(1000), search("abc", "c"), search("abc", "z"), search([], 1))


def nested():
    out = []
    for i in range(4):
        for j in range(4):
            if j == 2:
                continue
            if i == 2:
                break
            out.append((i, j))
        else:
            out.append("done")
    return out


print(nested())


def mutate_while_iterating():
    items = [1, 2, 3, 4]
    seen = []
    for x in items:
        seen.append(x)
        if x == 2:
            items.remove(2)
        if x == 4 and len(items) < 6:
            items.append(9)
    return seen, items


print(mutate_while_iterating())


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def dict_changed():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1


def set_changed():
    s = {1}
    for k in s:
        s.add(k + 1)


def dict_keys_changed():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]
        d[k + 10] = 1


print(attempt(dict_changed), attempt(set_changed), attempt(dict_keys_changed))


class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


class BadNext:
    def __iter__(self):
        return self


class BadIter:
    def __iter__(self):
        return 5


print(list(Seq()), 4 in Seq(), 5 in Seq(), attempt(lambda: list(BadNext())), attempt(lambda: list(BadIter())), attempt(lambda: [0 for _ in 5]))
for i in range(3):
    i = i * 10
    print(i, end=" ")
print(i)
for i in []:
    pass
print(i)
d = {}
for d["k"] in range(3):
    pass
print(d)
while True:
    if i > 100:
        break
    i *= 2
print(i)
x = 5
while x:
    x -= 1
else:
    print("else", x)


def deep(n):
    count = 0
    for a in range(n):
        for b in range(n):
            for c in range(n):
                for d in range(n):
                    if a + b + c + d == n:
                        count += 1
    return count


print(deep(6))


def early():
    for i in range(10):
        try:
            if i == 3:
                return i
        finally:
            if i == 2:
                print("two")


print(early())
print([i for i in iter(lambda it=iter([1, 2, 0, 3]): next(it), 0)])


def big_range():
    total = 0
    for i in range(2 ** 63 - 2, 2 ** 63 + 2):
        total += i
    for i in range(-3, -2 ** 70, -2 ** 69):
        total += i
    return total


print(big_range(), list(range(10, 0, -3)), list(range(0)), attempt(lambda: range(1, 2, 0)))
