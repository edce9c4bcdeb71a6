# modes: stress
# must-compile: Target.m, attrs, caller, define
import threading


class Base:
    registry = {}

    def __init_subclass__(cls):
        Base.registry[cls.__name__] = cls


errors = []


def define(k):
    try:
        for i in range(60):
            class Local(Base):
                tag = (k, i)

                def get(self):
                    return self.tag
            Local.__name__ = f"L{k}_{i}"
            assert Local().get() == (k, i)
            setattr(Base, f"attr_{k}_{i}", i)
            T = type(f"T{k}_{i}", (Base,), {"v": i})
            assert T.v == i and T().attr_0_0 == 0 if hasattr(T, "attr_0_0") else True
    except Exception as e:
        errors.append(repr(e))


ts = [threading.Thread(target=define, args=(k,)) for k in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(errors, len([n for n in Base.registry if n.startswith("T")]), len([a for a in vars(Base) if a.startswith("attr_")]), len(Base.__subclasses__()) >= 2)


class Target:
    def m(self):
        return 0


o = Target()
stop = threading.Event()
seen = set()


def caller():
    while not stop.is_set():
        seen.add(o.m())


ts = [threading.Thread(target=caller) for _ in range(2)]
for t in ts:
    t.start()
for k in range(1, 100):
    Target.m = lambda self, k=k: k
stop.set()
for t in ts:
    t.join()
print(seen <= set(range(100)), o.m())
inst = Target()


def attrs(k):
    for i in range(200):
        setattr(inst, f"a{k}_{i}", i)


ts = [threading.Thread(target=attrs, args=(k,)) for k in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len(vars(inst)), sum(vars(inst).values()))
