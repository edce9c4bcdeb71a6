# must-compile: MyRandom.random, attempt
import random


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


random.seed(42)
print([random.random() for _ in range(3)], random.randint(1, 100), random.randrange(0, 100, 5), random.choice("abcdef"), random.uniform(1, 2), random.getrandbits(70), random.gauss(0, 1), random.normalvariate(), random.expovariate(2), random.betavariate(1, 2), random.triangular(), random.paretovariate(3), random.lognormvariate(0, 1), random.vonmisesvariate(0, 4), random.gammavariate(2, 3), random.weibullvariate(1, 2), random.binomialvariate(10, 0.5))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.sample("abc", 2, counts=[1, 2, 3]), random.choices("ab", k=5), random.choices([1, 2, 3], weights=[1, 0, 5], k=5), random.choices("xy", cum_weights=[1, 3], k=4), random.randbytes(5))
r = random.Random("text seed")
s = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(s)
print(a == [r.random() for _ in range(3)], random.Random(5).random(), random.Random(5.5).random(), random.Random(b"x").random(), random.Random(2 ** 100).random(), random.Random(-5).random(), random.Random("").random())
print(attempt(random.choice, []), attempt(random.randrange, 0), attempt(random.randint, 5, 1), attempt(random.sample, [1], 2), attempt(random.sample, {1, 2}, 1), attempt(random.choices, [], k=1), attempt(random.getrandbits, -1), attempt(random.seed, []), random.getrandbits(0), attempt(random.choices, [1], weights=[0]), attempt(random.randrange, 1.5))
big = random.Random(1)
print(sum(big.randrange(1000) for _ in range(2000)), [big.randrange(10 ** 20) for _ in range(2)], big.sample(range(10 ** 9), 3))
x = random.Random(7)
x.shuffle(y := list("hello"))
print("".join(y), [x.randint(-5, 5) for _ in range(10)])


class MyRandom(random.Random):
    def random(self):
        return 0.25


print(MyRandom().randrange(10), MyRandom().choice("abcd"), MyRandom().uniform(0, 8))
