# modes: stress
# must-compile: attempt, raising
import itertools as it
import operator


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(list(it.islice(it.count(5, 2), 4)), list(it.islice(it.count(1.5), 2)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat("x", 3)), it.count(3), it.repeat(1, 2), list(it.islice(it.count(2 ** 63 - 2), 4)))
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], operator.mul, initial=10)), list(it.accumulate([])))
print(list(it.chain("ab", [1])), list(it.chain.from_iterable(["ab", (1,)])), list(it.compress("abcd", [1, 0, 1])), list(it.dropwhile(lambda x: x < 3, [1, 3, 2])), list(it.takewhile(lambda x: x < 3, [1, 3, 2])), list(it.filterfalse(None, [0, 1])))
print([(k, list(g)) for k, g in it.groupby("aabbbа")], [(k, len(list(g))) for k, g in it.groupby([1, 3, 2, 4], lambda x: x % 2)], list(it.islice("abcdef", 1, 5, 2)), list(it.islice("abc", None)), attempt(it.islice, "a", -1), attempt(it.islice, "a", 1, 2, 0))
print(list(it.pairwise("abc")), list(it.starmap(pow, [(2, 3), (3, 2)])), [list(t) for t in it.tee("ab", 3)], list(it.zip_longest("ab", "c", fillvalue="-")), list(it.batched("abcde", 2)), attempt(list, it.batched("abc", 2, strict=True)), attempt(it.batched, "a", 0))
print(list(it.product("ab", [1, 2])), list(it.product("ab", repeat=2))[-1], list(it.product()), list(it.permutations("abc", 2)), len(list(it.permutations(range(5)))), list(it.combinations("abcd", 2)), list(it.combinations_with_replacement("ab", 2)), list(it.combinations("a", 2)), attempt(it.combinations, "a", -1), attempt(it.product, "a", repeat=-1))
a, b = it.tee(iter([1, 2, 3]))
print(next(a), list(b), list(a), attempt(it.tee, [], -1), attempt(next, it.chain()), attempt(it.chain, 5) and "lazy", attempt(list, it.chain([1], 5)), attempt(it.repeat), attempt(it.starmap, 5, 5) , attempt(list, it.starmap(pow, [1])))
g = it.groupby("aab")
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
c = it.count()
z = zip(c, "ab")
print(list(z), next(c), operator.length_hint(it.repeat(1, 5)), attempt(operator.length_hint, it.repeat(1)))


def raising():
    yield 1
    raise KeyError("x")


for f in (lambda: list(it.chain(raising())), lambda: list(it.islice(raising(), 5)), lambda: list(it.accumulate(raising())), lambda: list(it.takewhile(lambda x: True, raising())), lambda: list(it.pairwise(raising())), lambda: list(it.product(raising())), lambda: list(it.zip_longest(raising(), "abc")), lambda: [list(g) for _, g in it.groupby(raising())], lambda: list(it.cycle(raising())), lambda: list(it.batched(raising(), 3))):
    print(attempt(f), end=" ")
print()
primes = list(it.islice((n for n in it.count(2) if all(n % p for p in range(2, int(n ** 0.5) + 1))), 10))
print(primes, sum(it.starmap(operator.mul, zip(primes, it.count()))), list(map(operator.itemgetter(1), it.groupby("abc")))[0].__class__.__name__)
