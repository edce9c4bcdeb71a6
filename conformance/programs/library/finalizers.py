# must-compile: agen, breaking, collect, finalize
"""What runs when objects are forgotten: __del__, generators, coroutines, files, weak references of cycles."""
import gc
import os
import sys
import tempfile
import warnings
import weakref

log = []


def collect():
    for _ in range(3):
        gc.collect()


class Del:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


def show(what):
    collect()
    print(what, sorted(map(str, log)))
    log.clear()


d = Del("plain")
del d
show("plain")

a, b = Del("a"), Del("b")
a.other, b.other = b, a
del a, b
show("cycle")


class Child(Del):
    pass


class Own(Del):
    def __del__(self):
        super().__del__()
        log.append("own")


Child("child")
Own("parent")
show("inherited")


class Slots:
    __slots__ = ("x",)

    def __del__(self):
        log.append(("slots", self.x))


s = Slots()
s.x = 5
del s
show("slots")


class List(list):
    def __del__(self):
        log.append(list(self))


List([1, 2])
show("list")

kept = []


class Phoenix:
    def __del__(self):
        log.append("burnt")
        kept.append(self)


Phoenix()
show("resurrected")
print(len(kept), gc.is_finalized(kept[0]), gc.is_finalized(Del("x")), gc.is_finalized([]))
kept.clear()
show("only once")


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.err_msg.split(" at 0x")[0], args.object)


sys.unraisablehook = hook


class Bad:
    def __del__(self):
        raise ValueError("from __del__")


Bad()
show("bad")


class BadExit:
    def __del__(self):
        sys.exit(3)


BadExit()
show("exit")


def gen(name):
    try:
        yield 1
        yield 2
    finally:
        log.append(name)


g = gen("suspended")
next(g)
del g
show("generator")
g = gen("unstarted")
del g
show("unstarted")
g = gen("finished")
list(g)
del g
show("finished")


def outer():
    try:
        yield from gen("inner")
    finally:
        log.append("outer")


g = outer()
next(g)
del g
show("yield from")


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
del g
show("stubborn")


def breaking():
    for x in gen("broken"):
        break


breaking()
show("break")


async def never():
    pass


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    never()
    collect()
print([(w.category.__name__, str(w.message)) for w in seen])


class Await:
    def __await__(self):
        yield 1


async def half():
    try:
        await Await()
    finally:
        log.append("half")


c = half()
c.send(None)
del c
show("coroutine")

path = os.path.join(tempfile.mkdtemp(), "f")
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    open(path, "w").write("text")
    collect()
print([(w.category.__name__, str(w.message).replace(path, "PATH")) for w in seen])
print(open(path).read())
os.remove(path)
os.rmdir(os.path.dirname(path))


class Node:
    pass


# Each in a function of its own: what compiled code still has in its temporaries is gone when it returns.
def weak_cycle():
    n, m = Node(), Node()
    n.m, m.n = m, n
    return weakref.ref(n, lambda r: log.append("n gone")), weakref.ref(m, lambda r: log.append("m gone"))


a, b = weak_cycle()
show("weak cycle")
print(a(), b())


def finalize():
    return weakref.finalize(Node(), log.append, "finalize")


f = finalize()
show("finalize")
print(f.alive)


def bad_callback():
    n = Node()
    return weakref.ref(n, lambda r: 1 / 0)


r = bad_callback()
show("bad callback")


def dead_callback():
    n = Node()
    weakref.ref(n, log.append)


dead_callback()
show("dead callback")


class Late:
    def __del__(self):
        log.append("late")


Late.__del__ = lambda self: log.append("patched")
Late()
show("patched")


async def agen():
    try:
        yield 1
    finally:
        log.append("agen")


old = sys.get_asyncgen_hooks()
sys.set_asyncgen_hooks(finalizer=lambda g: log.append("hook " + g.__name__))


def forget_agen():
    x = agen()
    try:
        x.__anext__().send(None)
    except StopIteration as e:
        print(e.value)


forget_agen()
collect()
sys.set_asyncgen_hooks(*old)
print([entry for entry in log if entry != "agen"])
log.clear()
sys.unraisablehook = sys.__unraisablehook__


class AtExit:
    def __del__(self, print=print):
        print("at exit")


last = AtExit()
