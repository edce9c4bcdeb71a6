# modes: stress
# must-compile: attempt, S.__getitem__, S.__setitem__, S.__delitem__
class S:
    def __getitem__(self, k):
        return k

    def __setitem__(self, k, v):
        print("set", k, v)

    def __delitem__(self, k):
        print("del", k)


s = S()
print(s[1], s[1:2], s[1:2:3], s[:], s[::], s[1, 2], s[1:2, ::3], s[...], s[()], s[-1:], s[:, None], s[*[1, 2]], s[0, *[3], 4:5])
s[1:2] = 3
s[1, 2] = 4
del s[:], s["x"]
items = list(range(10))
for sl in (slice(2, 5), slice(None, None, -1), slice(-3, None), slice(8, 2, -2), slice(100, 200), slice(-100, 3), slice(5, 5), slice(None, None, 100)):
    print(sl, items[sl], "0123456789"[sl], tuple(items)[sl], bytes(items)[sl], range(10)[sl], sl.indices(10))


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(attempt(lambda: items[::0]), attempt(lambda: items["a"]), attempt(lambda: items[1.5]), attempt(lambda: items[10]), attempt(lambda: items[-11]))
print(attempt(lambda: "abc"[3]), attempt(lambda: (1,)[1]), attempt(lambda: b"a"[5]), attempt(lambda: {}["k"]), attempt(lambda: range(3)[3]), attempt(lambda: items[None]))
print(attempt(lambda: "abc"["x"]), attempt(lambda: (1,)["x"]), attempt(lambda: 5[0]), attempt(lambda: None[0]), attempt(lambda: int[0]), attempt(lambda: items[1:"x"]))
a = list(range(6))
a[1:3] = "xyz"
print(a)
a[::2] = [0] * len(a[::2])
print(a)
a[2:2] = [7, 8]
print(a)
a[5:1] = ["in"]
print(a)
a[-1:] = []
print(a)
del a[::3]
print(a)
del a[1:3]
print(a)
a[:] = range(3)
print(a, attempt(lambda: exec("a[::2] = [1]")), attempt(lambda: exec("a[0:1] = 5")), attempt(lambda: exec("a[9] = 5")), attempt(lambda: exec("del a[9]")))
a[0:0] = a
print(a)
a[::-1] = a
print(a)
print(attempt(lambda: exec("(1,)[0] = 2")), attempt(lambda: exec("'a'[0] = 'b'")), attempt(lambda: exec("del (1,)[0]")), attempt(lambda: exec("range(2)[0] = 1")))
print(slice(1, 2) == slice(1, 2), slice(1) < slice(2), slice(1, None).start, slice(3), attempt(lambda: hash(slice(1))), attempt(lambda: slice()))
print(slice(None).indices(5), slice(-1, -10, -1).indices(4), attempt(lambda: slice(0, 1, 0).indices(3)), attempt(lambda: slice(1).indices(-1)))


class I:
    def __index__(self):
        return 1


print(items[I():I() + 3 if False else 4], items[I()], "abc"[I():], slice(I(), None).indices(5))
b = bytearray(b"hello")
b[1:3] = b"EY"
b[0] = 72
del b[-1]
print(b, attempt(lambda: exec("b[0] = 256")), attempt(lambda: exec("b[0] = 'a'")), b[::-1])
m = memoryview(b"abcdef")
print(m[1], bytes(m[1:4]), bytes(m[::2]), attempt(lambda: exec("m[0] = 1")), len(m[2:]))
x = [[0] * 3 for _ in range(2)]
x[1][2] = 5
x[0][1:] = [8]
print(x)
d = {(1, 2): "t", None: "n", 1.0: "f"}
print(d[1, 2], d[None], d[1], d[True], attempt(lambda: d[[1]]), attempt(lambda: d[2]))
print(items[2 ** 70:], items[:2 ** 70][:2], items[-2 ** 70:3], attempt(lambda: items[2 ** 70]))
