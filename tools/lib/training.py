# Run once by the build, so that the start-up cache knows the classes and the hot methods of usual programs.
import argparse, collections, contextlib, dataclasses, enum, functools, heapq, io, itertools, json, math, os, random, re
import string, sys, threading, time, traceback


@dataclasses.dataclass
class Point:
    x: int
    y: float = 0.5


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def squares(n):
    for i in range(n):
        yield i * i


def main():
    words = collections.Counter(re.findall(r"[a-z]+", "the quick brown fox jumps over the lazy dog " * 50))
    text = json.dumps({"words": words, "numbers": [1, 2.5, None, True], "list": list(squares(50))})
    data = json.loads(text)
    heap = []
    for i in range(500):
        heapq.heappush(heap, (i * 7919 % 503, i))
    total = sum(heapq.heappop(heap)[0] for _ in range(400))
    rows = sorted(([i % 7, str(i)] for i in range(300)), key=lambda row: (row[0], row[1]))
    table = {key: [value for _, value in group] for key, group in itertools.groupby(rows, lambda row: row[0])}
    point = dataclasses.replace(Point(1), y=math.sqrt(2))
    out = io.StringIO()
    for key, value in sorted(data.items()):
        print(f"{key!s:>10}|{len(value):5d}|{point.y:.3f}|{Colour.RED.name}", file=out)
    try:
        raise ValueError("x")
    except ValueError:
        traceback.format_exc()
    with contextlib.suppress(KeyError):
        table["none"]
    thread = threading.Thread(target=lambda: random.Random(1).random())
    thread.start()
    thread.join()
    matrix = [[float(i + j) for j in range(20)] for i in range(20)]
    for _ in range(20):
        matrix = [[sum(row) / 20 for row in matrix] for _ in matrix]
    z = 0j
    for _ in range(2000):
        z = z * z + 0.1
    return fib(18), total, len(out.getvalue()), functools.reduce(lambda a, b: a + b, string.ascii_letters), z, time.time()


main()
print(len(sys.argv), os.path.basename(__file__), argparse.ArgumentParser(prog="x").format_usage())
