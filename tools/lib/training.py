# Run once by the build, so that the start-up cache knows the classes and the hot methods of usual programs.
import argparse, asyncio, bisect, collections, concurrent.futures, contextlib, copy, csv, dataclasses, datetime, enum
import functools, heapq, importlib, io, itertools, json, logging, math, operator, os, pathlib, pickle, queue, random
import re, shutil, statistics, string, struct, subprocess, sys, tempfile, textwrap, threading, time, traceback, typing
import unittest


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


async def ticks(n):
    try:
        for i in range(n):
            got = yield i
            if i % 50 == 0:
                await asyncio.sleep(0)
    except ValueError:
        yield -1


async def worker(lock, jobs, results):
    while (job := await jobs.get()) is not None:
        async with lock:
            results.append(await double(job))


async def double(n):
    return n * 2 if n % 2 else await asyncio.sleep(0, n)


async def streams():
    total = 0
    async for i in ticks(300):
        total += i
    total += sum([i async for i in ticks(5)])
    agen = ticks(3)
    await agen.asend(None), await agen.athrow(ValueError("x"))
    await agen.aclose()
    lock, jobs, results = asyncio.Lock(), asyncio.Queue(), []
    tasks = [asyncio.ensure_future(worker(lock, jobs, results)) for _ in range(3)]
    for i in range(400):
        await jobs.put(i)
    for _ in tasks:
        await jobs.put(None)
    await asyncio.gather(*tasks)
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.001)
    except TimeoutError:
        total += 1
    try:
        raise ExceptionGroup("g", [ValueError("x"), TypeError("y")])
    except* ValueError as e:
        total += len(e.exceptions)
    except* TypeError:
        pass
    return total, len(results)


class Node:
    __slots__ = ("key", "left", "right")

    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None


class Tree:
    """What programs with objects do."""

    depth = 0

    def __init__(self):
        self.root = None
        self.size = 0
        self.weight = 0.0

    def insert(self, key):
        """Enters a key.

        Gives whether it is new."""
        if self.root is None:
            self.root = Node(key)
            return True
        node = self.root
        while True:
            if key == node.key:
                return False
            self.depth += 1
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    break
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key)
                    break
                node = node.right
        self.size += 1
        self.weight += 0.5
        return True

    def __iter__(self):
        return self.walk(self.root)

    def walk(self, node):
        if node is not None:
            yield from self.walk(node.left)
            yield node.key
            yield from self.walk(node.right)

    def __len__(self):
        return self.size

    def __enter__(self):
        return self

    def __exit__(self, *what):
        return False

    @property
    def mean(self):
        return self.weight / (self.size or 1)

    @classmethod
    def of(cls, keys):
        tree = cls()
        for key in keys:
            tree.insert(key)
        return tree


class Counted(Tree):
    made = 0

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        Counted.made += 1

    def insert(self, key):
        return super().insert(key) or key in self.__dict__

    def __eq__(self, other):
        return isinstance(other, Counted) and self.size == other.size

    def __getattr__(self, name):
        raise AttributeError(name)


def objects():
    total = 0
    for i in range(60):
        with (Counted if i % 2 else Tree).of((j * 37 + i) % 101 for j in range(30)) as tree:
            total += len(tree) + sum(tree) + tree.mean + getattr(tree, "none", 0) + (tree == i)
    return total


def numbers(n):
    cells = [0.0] * n
    grid = [[i * j & 3 for j in range(n)] for i in range(n)]
    found, z, seed = 0, 0j, 12345
    for i in range(1, n - 1):
        row, above = grid[i], grid[i - 1]
        for j in range(1, n - 1):
            seed = (seed * 1103515245 + 12345) % 2147483648
            found += row[j - 1] ^ above[j] | (seed >> 3) % 7
            cells[j] = (cells[j - 1] + cells[j] * 0.5) / 1.5 + math.sqrt(seed) ** 0.25
            if row[j] == 2 and found & 1:
                row[j], above[j] = above[j], row[j]
            elif found > 1 << 40:
                break
        z = z * z + complex(cells[1] % 1, 0.1)
        if abs(z) > 2:
            z = 0j
    return found, max(cells), min(found, 3), z, 3 ** 50 % 1009, -7 // 2, divmod(7, -2), 10 ** 20 // 7


def texts(n):
    words, made, counts = [], "", {}
    for i in range(n):
        word = "w%d" % (i % 17) + chr(97 + i % 26) + f"{i:03d}|{i / 7:8.3f}|{i:,}|{i:>6x}"
        made += word[:3]
        words.append(word.split("|")[0].replace("w", "v").strip().lower())
        counts[word] = counts.get(word, 0) + 1
        if word.startswith("w1") and "3" in word or not word.isdigit():
            counts.setdefault(i % 5, []).append(word.find("|"))
    ordered = sorted(words, key=lambda w: (len(w), w), reverse=True)
    ordered.sort(key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b)))
    total = collections.OrderedDict(zip(words, range(n)))
    groups = collections.defaultdict(set)
    for word, number in total.items():
        groups[number % 7].add(word)
    while len(counts) > 3:
        counts.popitem()
    return made, ordered[:3], {k: sorted(v) for k, v in groups.items()}, repr(1 / 3), float("1e-7"), round(2.567, 2)


def closures(n):
    count = 0

    def step(by=1, *rest, scale=2, **more):
        nonlocal count
        count += by * scale + len(rest) + len(more)
        return count

    def numbered(items):
        for i, item in enumerate(items, 1):
            try:
                if (yield i, item) is not None:
                    return
            except ZeroDivisionError:
                continue
            finally:
                step()

    for a, b in numbered(range(n)):
        step(a, b, scale=3)
        step(*(a, b), **{"x": 1})
        try:
            step() // (a % 9)
            [1, 2][a % 3]
        except ZeroDivisionError:
            step(-1)
        except IndexError as e:
            step(len(e.args))
    pairs = list(map(lambda a, b: a * b, range(n), reversed(range(n))))
    return count, any(p < 0 for p in pairs), all(pairs), list(filter(None, pairs))[1:-1:2], step(*pairs[:3])


def shape(value):
    match value:
        case {"kind": str(kind), **rest}:
            return kind
        case [int(x), *others] if x > 2:
            return len(others)
        case Point(x=1, y=y):
            return y
        case None | "none":
            return 0
    return value


def together():
    lock, pile, done = threading.Lock(), queue.Queue(), threading.Event()

    def take():
        for _ in range(100):
            with lock:
                pile.put(shape([3, _]))
        done.set()

    threads = [threading.Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    done.wait(5)
    for thread in threads:
        thread.join()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return pile.qsize() + sum(pool.map(fib, range(8))) + pool.submit(numbers, 8).result()[0]


# Compiled as `-c` is: what every program goes through that is not in the library's image.
STATEMENTS = """
'''A text that says
   what it is.'''
from os import path as p
import os.path
class A[T](object, metaclass=type):
    x: int = 1
    def f(self, a, /, b=2, *args, c: str = "3", **kw) -> None:
        '''What f does.

            Indented.'''
        global g
        for line in args:
            text = text + line
            text += "%s" % line
        x = 1 < a, None is b, (1, 2)[0], "a" "b", not True, -1 + 2 * 3, ~5
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


def imported(folder):
    """A module from its source, then from its bytecode."""
    sys.dont_write_bytecode = False
    pathlib.Path(folder, "adder_trained.py").write_text(
        '"""Doc."""\nimport time\nNUMBERS = (1, 2.5, "x", b"y", None)\n\n'
        'class A:\n    def f(self, x=1):\n        return [x for x in (1, 2)]\n')
    sys.path.insert(0, folder)
    importlib.import_module("adder_trained")
    del sys.modules["adder_trained"]
    importlib.invalidate_caches()
    importlib.import_module("adder_trained").A().f()
    sys.path.pop(0)


def main():
    compile(STATEMENTS, "<string>", "exec")
    exec("pass\n", {})
    asyncio.run(coroutines())
    asyncio.run(streams())
    for _ in range(3):
        objects(), numbers(60), texts(200), closures(200)
    together(), [shape(value) for value in ([3, 4], {"kind": "x"}, Point(1), None, 5)]
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
        imported(folder)
        os.listdir(folder)
    text = "".join(sorted("%05d %s" % (i, "x".upper().replace("X", "y")) for i in range(100))).encode()
    subprocess.run(["/bin/true"], check=False, capture_output=True)
    pattern = re.compile(r"(\w+)\s+(?P<n>[0-9]{1,3})(?:[^x]|y)*?$", re.I)
    for number in range(100):
        pattern.search(f"abc {number} zz"), pattern.sub(r"\2", f"abc {number}"), re.split(r"[,;]\s*", "a, b;c")
    line = '10.0.0.1 - - [12/Mar/2026:10:11:12 +0000] "GET /a/b?c=1 HTTP/1.1" 200 512\n' * 200
    parts = r'^(\S+) \S+ \S+ \[([^\]]+)\] "(?P<method>[A-Z]+) (.*?)" (\d{3}) (\d+)$'
    for pattern in parts, r"\b[a-z]+\b", r"(?i)http/\d", r"[^ ]+ -":
        for _ in range(5):
            total = sum(len(match.group()) for match in re.finditer(pattern, line, re.M))
            re.sub(pattern, lambda match: match[0].lower(), line), re.findall(pattern, line, re.M)
    re.Scanner([(r"\d+", lambda scanner, token: int(token)), (r"\s+|\S", None)]).scan("1 + 2")
    suite = unittest.TestSuite()
    suite.addTest(unittest.FunctionTestCase(lambda: None))
    unittest.TextTestRunner(stream=io.StringIO()).run(suite)
    logging.getLogger("x").debug("%s", 1)
    datetime.datetime(2026, 1, 1).isoformat(), statistics.mean([1, 2]), textwrap.dedent(" x"), len(text)
    words = collections.Counter(re.findall(r"[a-z]+", "the quick brown fox jumps over the lazy dog " * 50))
    text = json.dumps({"words": words, "numbers": [1, 2.5, None, True], "list": list(squares(50))})
    json.dumps({"b": {"c": [{"d": 1}]}, "a": "\u00e9"}, indent=2, sort_keys=True, ensure_ascii=False)
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
        next(squares(0))
    except StopIteration as e:
        total += e.value or 0
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
    letters = functools.reduce(lambda a, b: a + b, string.ascii_letters)
    return fib(18), total, len(out.getvalue()), letters, z, time.time()


main()
print(len(sys.argv), os.path.basename(__file__), argparse.ArgumentParser(prog="x").format_usage())
