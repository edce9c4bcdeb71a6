# must-compile: C.method, C.__init__, Finalized.__init__
import gc
import weakref


class C:
    def __init__(self, n):
        self.n = n

    def method(self):
        return self.n


c = C(1)
called = []
r = weakref.ref(c, lambda w: called.append("gone"))
p = weakref.proxy(c)
print(r() is c, p.n, p.method(), weakref.getweakrefcount(c) >= 2, weakref.ref(c) is weakref.ref(c), r == weakref.ref(c), hash(r) == hash(c), type(p).__name__, isinstance(r, weakref.ref))
d = weakref.WeakKeyDictionary({c: "v"})
v = weakref.WeakValueDictionary(k=c)
s = weakref.WeakSet([c])
m = weakref.WeakMethod(c.method)
print(d[c], v["k"] is c, c in s, len(d), len(v), len(s), m()())
fin = weakref.finalize(c, called.append, "finalized")
print(fin.alive, fin.peek()[1].__name__)
del c
for _ in range(3):
    gc.collect()
print(r(), len(d), len(v), len(s), m(), sorted(called), fin.alive)
try:
    p.n
except ReferenceError as e:
    print(e)
for bad in (5, "s", (), None, [], {}):
    try:
        weakref.ref(bad)
    except TypeError as e:
        print(e)


class Slots:
    __slots__ = ("a",)


class WithWeak:
    __slots__ = ("a", "__weakref__")


try:
    weakref.ref(Slots())
except TypeError as e:
    print(e)
w = WithWeak()
print(weakref.ref(w)() is w, weakref.ref(len)() is len, weakref.ref(C)() is C)


class Sub(list):
    pass


x = Sub([1])
print(weakref.ref(x)() is x, weakref.proxy(x)[0], len(weakref.proxy(x)), weakref.proxy(x) + [2])


class Finalized:
    def __init__(self, log):
        self.log = log

    def __del__(self):
        self.log.append("del")


log = []
f = Finalized(log)
f.cycle = f
del f
for _ in range(3):
    gc.collect()
print(log, gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), isinstance(gc.collect(), int), gc.get_threshold()[0] > 0, gc.is_tracked([]))
f = weakref.finalize(w, print, "never printed")
print(f.detach() is not None, f.alive, weakref.finalize(w, print, "at exit").atexit)
