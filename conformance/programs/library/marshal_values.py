# must-compile: <module>
# Values through marshal in every version, shared and cyclic ones, and bad data.
import marshal


def outer(x):
    def inner():
        return x
    return inner


values = [None, True, False, ..., 0, -1, 2**31, -2**31 - 1, 2**63, -2**100, 10**50, 1.5, float("inf"), 1e-300, 3 + 4j,
          "abc", "\xe9", "x" * 300, "\ud800", "\U0001f600", b"", b"ab", (), (1, 2), [1, [2]], {"a": 1, 2: (3,)},
          {1, 2, 3}, frozenset("ab"), slice(1, None, 2), StopIteration]
for value in values:
    for version in range(6):
        if version < 5 and isinstance(value, slice):
            continue
        again = marshal.loads(marshal.dumps(value, version))
        if again != value or type(again) is not type(value):
            print("differs", value, version, again)
code = marshal.loads(marshal.dumps(outer.__code__))
print(code.co_name, code.co_varnames, code == outer.__code__)
cyclic = []
cyclic.append(cyclic)
again = marshal.loads(marshal.dumps(cyclic))
print(again[0] is again)
pair = ("shared" * 3,) * 2
again = marshal.loads(marshal.dumps([pair, pair]))
print(again[0] is again[1])
for bad in (b"", b"i", b"\xff", b"(\x05\0\0\0", b"r\x01\0\0\0", b"l\x01\0\0\0\0\0", b"0", b"[\xff\xff\xff\xff"):
    try:
        print(marshal.loads(bad))
    except Exception as error:
        print(type(error).__name__, error)
for wrong in (object(), [object()], 5 .__class__):
    try:
        marshal.dumps(wrong)
    except ValueError as error:
        print(error)
deep = []
for _ in range(3000):
    deep = [deep]
try:
    marshal.dumps(deep)
except ValueError as error:
    print(error)
