# must-compile: scale, star, only, several, calls, builtins
"""Calls with and of stars, several codes at one call, built-in functions, methods and types, hot and then otherwise."""


def compose(*functions):
    def composed(x):
        for function in functions:
            x = function(x)
        return x
    return composed


def logged(function):
    calls = [0]

    def wrapper(*args, **kwargs):
        calls[0] += 1
        return function(*args, **kwargs)
    wrapper.calls = calls
    return wrapper


@logged
def scale(x, *, by=2, plus=0):
    return x * by + plus


def star(a, *rest, k=1, **names):
    return a, rest, k, names


def only(*rest):
    return rest


def names_only(**names):
    return list(names.items())


def three(a, b, c=7, *rest):
    return a + b + c + len(rest)


class Base:
    def method(self, v):
        return v

    @property
    def five(self):
        return 5

    @classmethod
    def named(cls, k):
        return cls.__name__, k

    def variadic(self, *args, **names):
        return len(args) + len(names)

    def selfless(*args):
        return len(args)


class Derived(Base):
    def method(self, v):
        return super().method(v) + super().five

    @classmethod
    def named(cls, k):
        return super().named(k)

    def explicit(self, v):
        return super(Derived, self).method(v)


class Texts(list):
    def append(self, v):
        list.append(self, v * 2)

    def pop(self):
        return 99


def several(functions, n):
    total = 0
    for i in range(n):
        for f in functions:
            total += f(i)
    return total


def calls(n):
    few = compose(lambda x: x + 1, lambda x: x * 2, lambda x: x % 1009)
    many = compose(lambda x: x + 1, lambda x: x * 2, str, len, lambda z: z + 0.5, lambda z: int(z), lambda z: z - 1)
    o = Derived()
    total = 0
    for i in range(n):
        total += few(i) + many(i) + scale(i, by=3, plus=i & 1)
        total += o.method(i) + o.explicit(i) + len(o.named(i)[0])
        total += o.variadic(i, 2, z=3) + o.selfless(1) + o.variadic()
        s = star(i, 2, 3, k=4, z=i)
        total += len(s[1]) + s[2] + s[3]["z"] + len(only()) + len(only(1, i)) + len(names_only(a=i, b=2))
        total += three(i, 1) + three(i, 1, 2) + three(i, 1, 2, 3, 4) + three(b=i, a=2)
    return total


def builtins(n):
    total = 0
    counts = {}
    pairs = {}
    for i in range(n):
        a = [1, 2, 3, i]
        total += sum(a[1:3]) + len(a[:2]) + max(i, 3) + min([i, 2]) + max(a) + sum(a, 0.5)
        total += int(float(i)) + int(i / 3) + int("12") + len(str(i)) + int(True) + int(-i / 7)
        word = "abcdefgh"[i % 8] + "xyz"[-1 - i % 3]
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
        pairs[i % 5, word] = pairs.get((i % 5, word), 0) + 1
        total += counts[word] + pairs[i % 5, word] + (i in {1, 2, 3}) + a.pop() + word.count("x")
        for x, y in zip(a, reversed(a)):
            total += x * y
        for k, v in enumerate(a):
            total += k * v
        for k, v in counts.items():
            total += v
    return total, sorted(pairs.items())[:3]


def attempt(function, *args, **names):
    try:
        return function(*args, **names)
    except Exception as e:
        return type(e).__name__, str(e)


def stack(o):
    o.append(1)
    return o.pop()


def item(o, k):
    return o[k]


for _ in range(3):
    print(calls(700), builtins(700))
print(several([lambda v: v, lambda v: v * 2], 900), several([lambda v: v / 2, len, abs][:1], 900))
print(several([lambda v: v, lambda v: v * 2, lambda v: 1, lambda v: 2, lambda v: 3, lambda v: 4, abs], 900))
print([stack(o) for o in ([], Texts(), [], Texts())][1:], [stack([]) for _ in range(900)][-1], stack(Texts()))
for _ in range(400):
    got = [attempt(scale, 3, z=3), attempt(lambda v: scale(*v), 3), attempt(lambda v: scale(**v), {1: 2}),
           attempt(lambda v: scale(1, by=2, **v), {"by": 2}), attempt(star), attempt(star, 1, a=2), attempt(only, k=1),
           attempt(three, 1), attempt(three, 1, 2, b=2), attempt(names_only, 1), attempt(int, "x"), attempt(float, "y"),
           attempt(len, 3), attempt(item, "abc", 5), attempt(item, "abc", -1), attempt(item, {}, "k"),
           attempt(item, "a\U0001f600b", 1), attempt(item, {(1, "a"): 2}, (1, "a")), attempt(item, {(1, "a"): 2}, (1, [])),
           attempt(lambda v: int(v), float("nan")), attempt(lambda v: int(v), 1e300), attempt([1, 2].index, 9)]
print(got)
