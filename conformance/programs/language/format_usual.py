# must-compile: Key.__eq__, Key.__hash__, Key.__init__, Pair.__eq__
"""The usual forms of format() and % and what is near them; look-ups by ints and tuples."""

specs = ["", "5", "05", "<5", ">8", "^7", "*^9", "x", "08x", "d", ".2f", "9.3f", "09.1f", "+d", "s", ".2", ".2s", "10s", "=5",
         "0>5", "<05", "5.", "1000000x", ",", ".0f", "-5", "#x", "é<6", "c", "e", "g", ">", "0", "00004", "999.999f"]
values = [0, 7, -42, 2 ** 63 - 1, -2 ** 63, 2 ** 70, True, 0.0, -0.0, 1.5, -2.675, 1e22, 0.125, float("inf"), float("nan"), "", "ab",
          "\U0001F600x", "naïve", None]
for spec in specs:
    row = []
    for v in values:
        try:
            row.append(format(v, spec) if spec != "999.999f" else len(format(v, spec)))
        except (ValueError, TypeError, OverflowError) as e:
            row.append(str(e))
    print(repr(spec), row)
formats = ["%d", "%5d", "%-5d|", "%05d", "%x", "%08x", "%s", "%5s", "%-5s|", "%05s", "%.1s", "%.2f", "%7.1f", "%07.1f", "%-7.1f|", "%%",
           "%d%%", "%", "%q", "%5", "%.f", "%i", "%+d", "% d", "%0-5d|", "%-05d|", "%.3d", "%r", "%(a)s", "plain", "%*d", "é%s"]
for f in formats:
    row = []
    for v in values + [(), (1,), ("a",), (2.5,), (1, 2), [1], {"a": 3}, (None,)]:
        try:
            row.append(f % v)
        except (ValueError, TypeError, OverflowError) as e:
            row.append(str(e))
    print(repr(f), row)
print("%05d %s|" % (12, "xyz"), "%s-%s" % ("a", 5), "%d %d" % (1, 2), "k%d" % 17, ascii("%s" % "\ud800"), "%s" % (1.5,))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == (other.n if isinstance(other, Key) else other)


class Pair(tuple):
    def __eq__(self, other):
        return True

    __hash__ = tuple.__hash__


d = {1: "int", 2.0: "float", True + 2: "three", Key(7): "key", 2 ** 61: "big", (1, 2): "pair", (1, "a"): "mixed",
     (1.0, 3): "floats", Pair((4, 4)): "Pair", (): "none", ((1, 2), 3): "nested"}
print([d.get(k) for k in (1, 1.0, True, 2, 3, 7, 7.0, 2 ** 61, 1 + 2 ** 61, -1, Key(1), Key(8), 8)])
print([d.get(k) for k in ((1, 2), (1.0, 2), (1, "a"), (1, 3), (True, 3), (4, 4), (4, 5), Pair((1, 2)), (), ((1, 2), 3), ((1, 2), 4))])
for k in ([1], (1, [2]), {}):
    try:
        d[k]
    except TypeError as e:
        print(e)
