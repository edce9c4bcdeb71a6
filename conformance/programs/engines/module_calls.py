# modes: stress
# must-compile: total, price, cheap
"""Functions and classes called through their module, which is changed while that is hot."""

import types

shop = types.ModuleType("shop")


def price(n):
    return n * 3


def cheap(n, off=1):
    return n * 3 - off


class Item:
    def __init__(self, n, name="thing"):
        self.n = n
        self.name = name


class Other(Item):
    def __init__(self, n, name="other"):
        super().__init__(n + 1, name)


def suspended(n):
    yield n
    yield n + 1


shop.price = price
shop.Item = Item
shop.walk = suspended


def total(module, n):
    result = 0
    for i in range(n):
        result += module.price(i)
        item = module.Item(i)
        result += item.n + len(item.name)
        result += sum(module.walk(i))
    return result


print(total(shop, 3000))
shop.price = cheap
print(total(shop, 10), total(shop, 3000))
shop.Item = Other
print(total(shop, 10), total(shop, 3000))
price.__code__ = cheap.__code__
price.__defaults__ = (5,)
shop.price = price
print(total(shop, 3000))
price.__defaults__ = (7,)
print(total(shop, 3000))
twin = types.ModuleType("twin")
twin.__dict__.update(price=len, Item=Item, walk=lambda n: (n,))
try:
    total(twin, 3)
except TypeError as e:
    print(e)
twin.price = lambda n: n
print(total(twin, 2000), total(shop, 2000))
del shop.price
try:
    total(shop, 2)
except AttributeError as e:
    print(e)
