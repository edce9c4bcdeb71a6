# family: generators
# checksum: 224362218711
# must-compile: Loop.run, ping, worker
"""Coroutines on a scheduler written here: awaiting, switching, passing messages, and cancelling by exception."""

from collections import deque

from harness import run

TASKS = 100
MESSAGES = 150


class Switch:
    def __await__(self):
        yield


class Mailbox:
    def __init__(self):
        self.messages = deque()

    def put(self, message):
        self.messages.append(message)

    async def get(self):
        while not self.messages:
            await Switch()
        return self.messages.popleft()


class Stopped(Exception):
    pass


class Loop:
    def __init__(self):
        self.ready = deque()
        self.results = 0
        self.switches = 0

    def spawn(self, coroutine):
        self.ready.append(coroutine)

    def run(self):
        ready = self.ready
        while ready:
            coroutine = ready.popleft()
            try:
                coroutine.send(None)
            except StopIteration as stop:
                self.results += stop.value
            else:
                self.switches += 1
                ready.append(coroutine)


async def ping(mine, other, n):
    total = 0
    for i in range(n):
        other.put(i)
        total += await mine.get()
    return total


async def worker(n):
    total = 0
    try:
        for i in range(n):
            await Switch()
            total += await leaf(i)
            if total > 700:
                raise Stopped(total)
    except Stopped as stop:
        return stop.args[0] % 10
    return total


async def leaf(i):
    if i % 5 == 0:
        await Switch()
    return i


def unit():
    loop = Loop()
    for k in range(TASKS):
        a = Mailbox()
        b = Mailbox()
        loop.spawn(ping(a, b, MESSAGES))
        loop.spawn(ping(b, a, MESSAGES))
        loop.spawn(worker(k))
    loop.run()
    return loop.results * 100000 + loop.switches


run(unit)
