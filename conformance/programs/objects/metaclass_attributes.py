# must-compile: x_of
"""Attributes read through a class that has a metaclass, while both change."""
import collections
import enum


class Meta(type):
    pass


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


class Plain(metaclass=Meta):
    x = 1


class WithProperty(type):
    @property
    def x(self):
        return "property of the metaclass"


class WithHook(Meta):
    def __getattribute__(self, name):
        return "hook" if name == "x" else type.__getattribute__(self, name)


def x_of(c):
    return c.x


def members():
    return Colour.RED, Colour.BLUE


seen = []
for i in range(3000):
    if i == 1000:
        Meta.x = 5
    if i == 1500:
        Meta.x = property(lambda self: 7)
    if i == 2000:
        del Meta.x
    if i == 2500:
        Plain.x = 9
    seen.append(x_of(Plain))
    members()
print(collections.Counter(seen), members())

for meta in (Meta, WithProperty, WithHook, Meta):
    Plain.__class__ = meta
    print(collections.Counter(x_of(Plain) for _ in range(500)))
