"""Eight threads set attributes of shared instances, define classes, change methods and use them."""

from _stress import WORKERS, expect, run, together

N = 40


class Plain:
    pass


class Slotted:
    __slots__ = tuple(f"s{k}" for k in range(WORKERS))


def attributes(n):
    """Attributes set by different threads on one instance are all there, whatever the others add."""
    shared = Plain()

    def work(k):
        for i in range(N):
            setattr(shared, f"a{k}_{i}", i)
            shared.common = k
            setattr(shared, f"own{k}", i if i % 2 else i + 0.5)
            if getattr(shared, f"own{k}") != (i if i % 2 else i + 0.5):
                raise AssertionError("own attribute lost")
    problems = together(work)
    expect(problems, "count", len(vars(shared)), WORKERS * N + WORKERS + 1)
    for k in range(WORKERS):
        expect(problems, f"attributes of {k}", [getattr(shared, f"a{k}_{i}", None) for i in range(N)], list(range(N)))
    return problems


def slots(n):
    shared = Slotted()

    def work(k):
        name = f"s{k}"
        for value in (1, 2.5, "x", 2 ** 64, None, 7):
            for i in range(N // 4):
                setattr(shared, name, value)
                if getattr(shared, name) != value:
                    raise AssertionError("slot lost")
    problems = together(work)
    expect(problems, "slots", [getattr(shared, f"s{k}") for k in range(WORKERS)], [7] * WORKERS)
    return problems


def delete(n):
    shared = Plain()

    def work(k):
        for i in range(N):
            setattr(shared, f"d{k}", i)
            delattr(shared, f"d{k}")
            if hasattr(shared, f"d{k}"):
                raise AssertionError("deleted attribute is there")
            setattr(shared, f"kept{k}", i)
    problems = together(work)
    expect(problems, "left", {**vars(shared)}, {f"kept{k}": N - 1 for k in range(WORKERS)})
    expect(problems, "names", sorted(vars(shared)), [f"kept{k}" for k in range(WORKERS)])
    return problems


def same_shape(n):
    """Threads make instances of one class, each adding the attributes in its own order."""
    class Local:
        def __init__(self, order):
            for name in order:
                setattr(self, name, name)
    names = ["a", "b", "c", "d"]
    made = [[] for _ in range(WORKERS)]

    def work(k):
        order = names[k % 4:] + names[:k % 4]
        for i in range(N):
            made[k].append(Local(order))
    problems = together(work)
    for k in range(WORKERS):
        for x in made[k]:
            if vars(x) != {m: m for m in names} or list(vars(x)) != names[k % 4:] + names[:k % 4]:
                problems.append(f"instance of {k}: {vars(x)}")
                break
    return problems


def ask_for_dicts(n):
    """What a thread stores it reads, although others have the attributes moved to a dict, or change the class."""
    class Local:
        def __init__(self):
            self.x = self.y = 0

    class Other(Local):
        pass
    made = [[Local() for _ in range(N)] for _ in range(WORKERS)]

    def count(o, k, neighbour):
        for i in range(N):
            o.x = i
            if o.x != i:
                raise AssertionError("attribute lost")
            o.y += 1
            if i == 10 + k:
                vars(neighbour)
            elif i == 20 + k and k % 2:
                neighbour.__class__ = Other

    def work(k):
        for o, neighbour in zip(made[k], made[(k + 1) % WORKERS]):
            count(o, k, neighbour)
    problems = together(work)
    for k in range(WORKERS):
        expect(problems, f"counted by {k}", [(o.x, o.y, vars(o)) for o in made[k]],
               [(N - 1, N, {"x": N - 1, "y": N})] * N)
    return problems


def define_classes(n):
    class Base:
        def who(self):
            return type(self).__name__
    results = [[] for _ in range(WORKERS)]

    def work(k):
        for i in range(N // 4):
            cls = type(f"C{k}_{i}", (Base,), {"i": i, "get": lambda self: self.i})
            sub = type(f"D{k}_{i}", (cls,), {})
            results[k].append((cls().who(), sub().who(), sub().get(), isinstance(sub(), Base)))
    problems = together(work)
    for k in range(WORKERS):
        expect(problems, f"classes of {k}", results[k], [(f"C{k}_{i}", f"D{k}_{i}", i, True) for i in range(N // 4)])
    return problems


def change_methods(n):
    """A method is replaced while others call it: each call gives what some version returns."""
    class Target:
        value = 0

        def get(self):
            return 0
    shared = Target()
    strange = []

    def work(k):
        if k == 0:
            for i in range(1, N):
                Target.get = lambda self, i=i: i
                Target.value = i
        else:
            last = 0
            for i in range(N * 4):
                x = shared.get()
                y = shared.value
                if type(x) is not int or not 0 <= x < N or not 0 <= y < N or x < last:
                    strange.append((x, y, last))
                last = x
    problems = together(work)
    expect(problems, "strange", strange, [])
    expect(problems, "at the end", (shared.get(), shared.value), (N - 1, N - 1))
    return problems


COUNTER = 0


def rebind_globals(n):
    """A global is rebound by one thread while the others read it in hot code."""
    global COUNTER
    COUNTER = 0
    strange = []

    def read():
        total = 0
        for _ in range(20):
            total += COUNTER
        return COUNTER

    def work(k):
        global COUNTER
        if k == 0:
            for i in range(1, N * 3):
                COUNTER = i
        else:
            last = 0
            for i in range(N):
                x = read()
                if type(x) is not int or x < last:
                    strange.append((x, last))
                last = x
    problems = together(work)
    expect(problems, "strange", strange, [])
    expect(problems, "at the end", COUNTER, N * 3 - 1)
    return problems


def delete_globals(n):
    """A global is stored by some threads and deleted by others: code and globals() agree on it afterwards."""
    def work(k):
        global FLEETING
        for i in range(N * 5):
            if k % 2:
                FLEETING = i
            else:
                globals().pop("FLEETING", None)

    def read():
        try:
            return FLEETING
        except NameError:
            return None
    problems = together(work)
    expect(problems, "what code sees", read(), globals().get("FLEETING"))
    globals().pop("FLEETING", None)
    expect(problems, "after deletion", read(), None)
    return problems


run(attributes, slots, delete, same_shape, ask_for_dicts, define_classes, change_methods, rebind_globals, delete_globals)
