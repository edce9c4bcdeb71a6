# Run once by the build, so that the start-up cache knows the classes and the hot methods of usual programs.
import argparse, asyncio, bisect, collections, contextlib, copy, csv, dataclasses, datetime, enum, functools, heapq, io
import itertools, json, logging, math, operator, os, pathlib, pickle, queue, random, re, shutil, statistics, string
import struct, subprocess, sys, tempfile, textwrap, threading, time, traceback, typing, unittest


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


async def echo(number, queue):
    await queue.put(number)
    async with asyncio.timeout(60):
        await asyncio.sleep(0)
    return await queue.get()


async def coroutines():
    queue = asyncio.Queue(2)
    async with asyncio.TaskGroup() as group:
        for number in range(20):
            group.create_task(echo(number, queue))
    return await asyncio.gather(*(echo(number, queue) for number in range(3)))


# Compiled as `-c` is: what every program goes through that is not in the library's image.
STATEMENTS = """
from os import path as p
import os.path
class A[T](object, metaclass=type):
    x: int = 1
    def f(self, a, /, b=2, *args, c: str = "3", **kw) -> None:
        global g
        nonlocal_ = lambda y: (yield)
        for i, (j, *k) in enumerate(args):
            if not a < b <= 3 and i or j:
                continue
            elif a is None:
                break
            else:
                del kw["x"]
        else:
            pass
        while True:
            try:
                assert a, "b"
                with open(a) as f, b:
                    return f"{a!r:>{b}} {c}"
            except (ValueError, TypeError) as e:
                raise RuntimeError(1) from e
            else:
                a += 1
            finally:
                b[1:2, ...] = {**kw, 1: -2.5}, {1, 2}, [x for x in a if x], {k: v for k, v in b}, (x for x in b)
        try:
            global h
        except* OSError:
            raise
        match a:
            case [1, x, *_] | {"a": x} if x:
                pass
            case str(x, y=2) as z:
                pass
            case _:
                z = y if x else (w := 1)
    async def g(self):
        await self
        async for x in y:
            async with x:
                yield x
    @property
    def h(self): return self.x[0](*self.f, **{}) @ 1 // 2 ** ~3
"""


def main():
    compile(STATEMENTS, "<string>", "exec")
    exec("pass\n", {})
    asyncio.run(coroutines())
    lines = io.StringIO("a,b\n1,2\n")
    rows = [row for row in csv.reader(lines)]
    pickle.loads(pickle.dumps(copy.deepcopy(rows)))
    struct.unpack("<iq", struct.pack("<iq", 1, 2))
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "x.txt")
        with open(path, "w", encoding="utf-8") as file:
            for number in range(300):
                print(number, "line", file=file)
        with open(path, encoding="utf-8") as file:
            sum(len(line.strip().split()) for line in file)
        path.read_bytes()
        os.listdir(folder)
    text = "".join(sorted("%05d %s" % (i, "x".upper().replace("X", "y")) for i in range(100))).encode()
    subprocess.run(["/bin/true"], check=False, capture_output=True)
    pattern = re.compile(r"(\w+)\s+(?P<n>[0-9]{1,3})(?:[^x]|y)*?$", re.I)
    for number in range(100):
        pattern.search(f"abc {number} zz"), pattern.sub(r"\2", f"abc {number}"), re.split(r"[,;]\s*", "a, b;c")
    suite = unittest.TestSuite()
    suite.addTest(unittest.FunctionTestCase(lambda: None))
    unittest.TextTestRunner(stream=io.StringIO()).run(suite)
    logging.getLogger("x").debug("%s", 1)
    datetime.datetime(2026, 1, 1).isoformat(), statistics.mean([1, 2]), textwrap.dedent(" x"), len(text)
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
