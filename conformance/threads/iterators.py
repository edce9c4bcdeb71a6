"""Eight threads take from the same iterators, which one of them has begun: each item is given out once."""

import itertools
import threading

from _stress import WORKERS, expect, run, together

ITEMS = 400


def kinds():
    """Iterators over ITEMS different items each."""
    numbers = list(range(ITEMS))
    text = "".join(map(chr, range(0x4E00, 0x4E00 + ITEMS)))
    yield "list", iter(numbers), numbers
    yield "list, backwards", reversed(numbers), numbers
    yield "tuple", iter(tuple(numbers)), numbers
    yield "range", iter(range(ITEMS)), numbers
    yield "long range", iter(range(2**70, 2**70 + ITEMS)), [2**70 + i for i in numbers]
    yield "str", iter(text), list(text)
    yield "dict", iter(dict.fromkeys(numbers)), numbers
    yield "items", iter(dict(zip(numbers, numbers)).items()), list(zip(numbers, numbers))
    yield "set", iter(set(numbers)), numbers
    yield "count", itertools.islice(itertools.count(), ITEMS), numbers
    yield "enumerate", enumerate(text), list(enumerate(text))


def shared(n):
    problems = []
    for kind, iterator, wanted in kinds():
        if kind in ("count", "enumerate"):
            continue                         # two steps each: tried below
        taken = [[] for _ in range(WORKERS)]
        begun = threading.Event()

        def work(k):
            if k == n % WORKERS:
                for _ in range(5):           # its first user
                    taken[k].append(next(iterator))
                begun.set()
            else:
                begun.wait()
            taken[k].extend(iterator)
        problems += together(work)
        expect(problems, kind, sorted(sum(taken, [])), wanted)
    return problems


def handed_on(n):
    """One thread after another, each beginning where the one before stopped."""
    problems = []
    for kind, iterator, wanted in kinds():
        taken = []
        turn = [threading.Event() for _ in range(WORKERS + 1)]
        turn[0].set()

        def work(k):
            turn[k].wait()
            for item in itertools.islice(iterator, ITEMS // WORKERS):
                taken.append(item)
            turn[k + 1].set()
        problems += together(work)
        expect(problems, kind, sorted(taken), wanted)
    return problems


def generators(n):
    """A generator runs in one thread at a time: who comes meanwhile is told so, and nothing is lost."""
    problems = []

    def numbers():
        yield from range(ITEMS)
    generator = numbers()
    taken = [[] for _ in range(WORKERS)]
    others = set()

    def work(k):
        while True:
            try:
                taken[k].append(next(generator))
            except StopIteration:
                return
            except ValueError as e:
                others.add(str(e))
    problems += together(work)
    expect(problems, "generator", sorted(sum(taken, [])), list(range(ITEMS)))
    expect(problems, "told", others <= {"generator already executing"}, True)
    return problems


run(shared, handed_on, generators)
