"""What Python's own operations cost: run by any Python 3, prints lines of engine, operation, seconds, error, bytes.

Every operation stands in a loop over a list of 1000 elements, and the loop counts with it: what remains after a
subtraction is nothing but noise once a compiler has merged the two. Best of many short samples, in rounds; the error is
the spread of the rounds' bests. At last a million floats are summed, for each element: in a list, in a list in random
order (then every pointer leads elsewhere), and packed in an array.
"""

import sys
import time

ROUNDS = 5
COUNT = 1000
MANY = 1000000


class Point:
    def __init__(self, x):
        self.x = x


def successor(value):
    return value + 1


def loop(data):
    last = None
    for value in data:
        last = value
    return last


def add_float(data):
    total = 0.0
    for value in data:
        total += value
    return total


def add_int(data):
    total = 0
    for value in data:
        total += value
    return total


def make_int(data):
    total = 0
    for value in data:
        total ^= value * 1000003
    return total


def attribute(data):
    total = 0
    for value in data:
        total += value.x
    return total


def probe(data, table):
    total = 0
    for value in data:
        total += table[value]
    return total


def call(data):
    total = 0
    for value in data:
        total = successor(total)
    return total


def make_object(data):
    last = None
    for value in data:
        last = Point(value)
    return last


def append(data):
    grown = []
    for value in data:
        grown.append(value)
    return grown


def sample(function, arguments, seconds):
    """The fastest run in about so many seconds, as nanoseconds."""
    best = 1 << 60
    end = time.perf_counter_ns() + int(seconds * 1e9)
    runs = 0
    while runs < 5 or time.perf_counter_ns() < end:
        start = time.perf_counter_ns()
        function(*arguments)
        best = min(best, time.perf_counter_ns() - start)
        runs += 1
    return best


def measure(function, arguments, seconds, count=COUNT):
    bests = sorted(sample(function, arguments, seconds / ROUNDS) for _ in range(ROUNDS))
    return bests[0] / count, (bests[-2] - bests[0]) / max(bests[0], 1)


def size(value):
    try:
        return sys.getsizeof(value)
    except Exception:
        return None


def total(*sizes):
    return "" if None in sizes else str(sum(sizes))


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 0.2
    name = sys.implementation.name
    name = {"cpython": "CPython", "adder": "Adder", "pypy": "PyPy"}.get(name, name)
    engine = name + " " + ".".join(str(part) for part in sys.version_info[:3])
    ints = [1000000 + i for i in range(COUNT)]
    floats = [i + 0.5 for i in range(COUNT)]
    points = [Point(i) for i in range(COUNT)]
    names = ["key%d" % i for i in range(COUNT)]
    table = {key: i for i, key in enumerate(names)}
    reference = 8
    instance = getattr(points[0], "__dict__", None)
    # Adder keeps a list of nothing but floats, or nothing but small ints, packed: eight bytes each and no pointer.
    packs = name == "Adder"
    boxed_float = "8" if packs else total(reference, size(1.5))
    boxed_int = "8" if packs else total(reference, size(1000000))
    rows = [
        ("loop alone, one element", loop, (ints,), ""),
        ("float from a list, added", add_float, (floats,), boxed_float),
        ("int from a list, added", add_int, (ints,), boxed_int),
        ("new int", make_int, (ints,), total(size(1000003000000))),
        ("attribute read", attribute, (points,), total(reference, size(points[0]), size(instance) and reference)),
        ("dict probe, str key", probe, (names, table), ""),
        ("function call", call, (ints,), ""),
        ("new object with an attribute", make_object, (ints,), total(size(points[0]), size(instance))),
        ("list append", append, (ints,), str(reference)),
    ]
    # Compilers first need to see everything run.
    for _, function, arguments, _ in rows * 2:
        sample(function, arguments, seconds)

    def report(operation, function, arguments, touched, count=COUNT):
        nanoseconds, error = measure(function, arguments, seconds, count)
        print("C", engine, operation, nanoseconds * 1e-9, max(error, 0.05), touched, sep="\t", flush=True)

    for row in rows:
        report(*row)
    many = [i + 0.5 for i in range(MANY)]
    report("a million floats in a list, each", add_float, (many,), boxed_float, MANY)
    try:
        import array
        import random
    except ImportError:
        return
    packed = array.array("d", many)
    random.Random(1).shuffle(many)
    report("the same in random order, each", add_float, (many,), boxed_float, MANY)
    report("the same packed in an array, each", add_float, (packed,), "8", MANY)


main()
