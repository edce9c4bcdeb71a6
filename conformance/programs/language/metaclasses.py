# modes: stress
# must-compile: Meta.prop, attempt, function_metaclass, CustomMro.mro
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"injected": 1}

    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, [k for k in ns if not k.startswith("__")], kw)
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *a, **k):
        print("call", cls.__name__, a)
        return super().__call__(*a, **k)

    def __getattr__(cls, name):
        return f"meta {name}"

    def __len__(cls):
        return 99

    def __iter__(cls):
        return iter("meta")

    def __contains__(cls, x):
        return x == 5

    def __getitem__(cls, k):
        return ("item", k)

    @property
    def prop(cls):
        return cls.__name__ + " prop"


class A(metaclass=Meta, flag=True):
    x = 1

    def __init__(self, v):
        self.v = v


class B(A):
    y = 2


print(A(5).v, type(B), B.injected, B.anything, len(B), list(B), 5 in B, B[3], B.prop)


def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(attempt(lambda: B(1).prop), attempt(lambda: B(1).anything))


class Registry:
    known = {}

    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        Registry.known[key or cls.__name__] = cls


class R1(Registry):
    pass


class R2(Registry, key="two"):
    pass


print({k: v.__name__ for k, v in Registry.known.items()})
print(attempt(lambda: type("R3", (Registry,), {}, key="three").__name__), attempt(lambda: type("R4", (), {}, key="x")))


class Other(type):
    pass


print(attempt(lambda: Other("X", (A,), {})))


class Singleton(type):
    instances = {}

    def __call__(cls, *a):
        if cls not in Singleton.instances:
            Singleton.instances[cls] = super().__call__(*a)
        return Singleton.instances[cls]


class S(metaclass=Singleton):
    def __init__(self, v):
        self.v = v


print(S(1) is S(2), S(3).v)


class Subscriptable:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


print(Subscriptable[int], Subscriptable["a", 1])


def function_metaclass(name, bases, ns):
    print("function", name, bases, sorted(k for k in ns if not k.startswith("__")))
    return name * 2


class Fn(metaclass=function_metaclass):
    a = 1


print(Fn)


class MroEntries:
    def __mro_entries__(self, bases):
        return (list,)


class L(MroEntries()):
    pass


print(L.__bases__, L.__orig_bases__ is not None, L([1]))


class CustomMro(type):
    def mro(cls):
        return [cls, Extra, object]


class Extra:
    def extra(self):
        return "extra"


class UsesMro(metaclass=CustomMro):
    pass


print(UsesMro().extra(), [k.__name__ for k in UsesMro.__mro__])


class Instances(type):
    def __instancecheck__(cls, x):
        return x == 3

    def __subclasscheck__(cls, c):
        return c is int


class Chk(metaclass=Instances):
    pass


print(isinstance(3, Chk), isinstance(4, Chk), issubclass(int, Chk), issubclass(str, Chk), isinstance(Chk(), Chk))
print(type(type), type.__call__(int, "5"), attempt(lambda: type()), attempt(lambda: type(1, 2)), attempt(lambda: type("a", 1, {})))
print(attempt(lambda: type("a\0b", (), {})), attempt(lambda: type(5, (), {})), type("with space", (), {}).__name__)


class New:
    def __new__(cls, *a):
        if a and a[0] == "other":
            return 5
        self = super().__new__(cls)
        self.made = a
        return self

    def __init__(self, *a):
        self.inited = a


n = New(1, 2)
print(n.made, n.inited, New("other"))
A.__name__ = "Renamed"
print(A, A.__name__, attempt(lambda: setattr(A, "__name__", 5)), attempt(lambda: setattr(int, "x", 1)), attempt(lambda: setattr(int, "__name__", "x")))
