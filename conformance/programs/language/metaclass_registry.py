# modes: stress
# must-compile: Field.__init__, Field.__set_name__, Field.__get__, Field.__set__
"""Metaclasses, __init_subclass__, __set_name__, __prepare__, __class_getitem__ in a small declarative model library."""
from typing import Any, ClassVar


class Field:
    def __init__(self, kind, default=None, *, check=None):
        self.kind, self.default, self.check = kind, default, check

    def __set_name__(self, owner, name):
        self.name, self.slot = name, "_" + name
        print("set_name", owner.__name__, name)

    def __get__(self, obj, cls=None):
        return self if obj is None else getattr(obj, self.slot, self.default)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        if self.check and not self.check(value):
            raise ValueError(f"{self.name}: {value!r} refused")
        setattr(obj, self.slot, value)

    def __delete__(self, obj):
        delattr(obj, self.slot)


class Namespace(dict):
    def __setitem__(self, key, value):
        if key in self and not key.startswith("__"):
            raise NameError(f"{key} defined twice")
        super().__setitem__(key, value)


class Meta(type):
    registry: ClassVar[dict[str, Any]] = {}

    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        print("prepare", name, [b.__name__ for b in bases], kwargs)
        return Namespace()

    def __new__(mcls, name, bases, namespace, *, table=None, **kwargs):
        cls = super().__new__(mcls, name, bases, dict(namespace), **kwargs)
        inherited = {k: v for b in reversed(cls.__mro__[1:]) for k, v in vars(b).items() if isinstance(v, Field)}
        cls._fields = inherited | {k: v for k, v in namespace.items() if isinstance(v, Field)}
        cls._table = table or name.lower()
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
        Meta.registry[cls._table] = cls

    def __call__(cls, *args, **kwargs):
        if getattr(cls, "abstract", False):
            raise TypeError(f"{cls.__name__} is abstract")
        return super().__call__(*args, **kwargs)

    def __iter__(cls):
        return iter(cls._fields)

    def __len__(cls):
        return len(cls._fields)

    def __contains__(cls, name):
        return name in cls._fields

    def __getattr__(cls, name):
        if name.startswith("by_"):
            return lambda value: (cls._table, name[3:], value)
        raise AttributeError(f"{cls.__name__} has no {name}")

    def __repr__(cls):
        return f"<model {cls.__name__} of {cls._table}>"


class Model(metaclass=Meta):
    abstract = True

    def __init_subclass__(cls, /, audited=False, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.abstract = False
        cls.audited = audited

    def __init__(self, **values):
        for name, value in values.items():
            if name not in type(self):
                raise TypeError(f"no field {name}")
            setattr(self, name, value)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in type(self))})"

    def __class_getitem__(cls, key):
        return cls._fields[key]


class User(Model, table="users", audited=True):
    name = Field(str, check=str.isidentifier)
    age = Field(int, 0, check=lambda n: n >= 0)


class Admin(User):
    level = Field(int, 1)


print(User, Admin, list(Admin), len(User), "age" in User, sorted(Meta.registry), User.audited, Admin.audited, Admin._table)
u = User(name="ann", age=3)
print(u, Admin(name="bob"), User.name.kind, User["age"].default, Admin.by_name("x"), type(User).__name__, isinstance(u, Model), Admin.__mro__[:3])
del u.age
print(u, vars(u))
for bad in (lambda: Model(), lambda: User(nope=1), lambda: User(age="x"), lambda: User(age=-1), lambda: User(name="not id"), lambda: User.other, lambda: u.other, lambda: User["zz"], lambda: delattr(u, "age")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
for source in ("class T(Model):\n a = Field(int)\n a = Field(str)", "class M2(type): pass\nclass T(User, metaclass=M2): pass", "class T(Model, wrong=1): pass", "class T(5): pass",
               "class A: __slots__ = ('x', 'x y')", "class T(metaclass=lambda n, b, d: (n, b, sorted(d)[:2])): pass\nprint(T)", "class A: pass\nclass B(A): pass\nclass C(A, B): pass"):
    try:
        exec(source)
    except Exception as e:
        print(type(e).__name__, e)
Dynamic = Meta("Dynamic", (Model,), {"x": Field(int, 4)}, table="dyn")
print(Dynamic, Dynamic(), Dynamic(x=9))
