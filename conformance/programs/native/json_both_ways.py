# modes: stress
# must-compile: D.items, E.default, t
import enum
import json


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except RecursionError:
        print("RecursionError")
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "__notes__", None))


class C(enum.IntEnum):
    A = 1


class F(float):
    pass


class S(str):
    pass


class D(dict):
    def items(self):
        return [("q", 1)]


class E(json.JSONEncoder):
    def default(self, o):
        return {"obj": type(o).__name__} if not isinstance(o, set) else sorted(o)


t(json.dumps, {"a": [1, 2.5, None, True, False, "x\n\"\\é😀\x00\x7f"], "b": {}, "c": [], "d": ()})
t(json.dumps, "é😀\ud800\u2028", ensure_ascii=False)
t(json.dumps, [C.A, F(1.5), S("x"), 10**30, -0.0, 1e100, float("inf"), float("-inf"), float("nan")])
t(json.dumps, {1: 2, None: 4, 1.5: 5, 2**70: 6, C.A: 7, S("k"): 8})
t(json.dumps, [1, {"a": [2, {}], "b": []}], indent=2)
t(json.dumps, [1, {"a": [2, {}], "b": []}], indent="\t", separators=("; ", " = "))
t(json.dumps, {"b": 1, "a": 2}, sort_keys=True, separators=(",", ":"))
t(json.dumps, {"a": [1, 2], "b": "\u20ac", "c": {"d": []}}, separators=("\u00b7", "\u2192"))
t(json.dumps, {"a": [1, 2], "b": "\u20ac\U0001f600", "c": {"d": []}}, separators=(" \u00b7 ", "="), ensure_ascii=False)
t(json.dumps, [["\u20ac", {"k": 1}], 2], separators=("", "\U0001f600"), ensure_ascii=False)
t(json.dumps, D(a=1))
t(json.dumps, {(1,): 2, "a": 3}, skipkeys=True)
t(E().encode, {"a": object(), "b": {3, 1, 2}})
t(list, json.JSONEncoder().iterencode([1, {"a": 2}]))
t(json.dumps, [1, [2, {"a": object()}]])
t(json.dumps, {"x": float("nan")}, allow_nan=False)
t(json.dumps, {object(): 1})
t(json.dumps, {"k": {(1,): 1}})
t(json.dumps, {"a": 1, 2: 3}, sort_keys=True)
x = []
x.append(x)
t(json.dumps, x)
y = {}
y["q"] = [y]
t(json.dumps, y)

for text in ('{"a":1,}', "[1,]", "[1 2]", '{"a" 1}', "{1:1}", '["a\n"]', '"abc', '"\\ud83d\\ude00 \\ud83dx"', '"\\x"', '"\\u12"',
             "[NaN,-Infinity,Infinity,1e400,-0,-0.0,1E5,123456789012345678901234567890]", "[01]", "nul", "", " ", "[", "{", '{"a"',
             '{"a":', '{"a":1', "[1,", "-", "1.", "1e", "1.5e-3", "[0.1, 123.456, 3.14159265358979312, 9007199254740993.0]",
             '{"a":{"b":[{"a":1},{"a":2}]}}', "1 2", "[1]x", '"\\u00e9\\n\\/"', "true", "null", '"tab\t"', "tru", "[tru]", "9" * 30,
             "0.000001", "1e-400", "123456789.123456789123456789"):
    t(json.loads, text)
t(json.loads, '"tab\t"', strict=False)
t(json.loads, b'{"a": "\xc3\xa9"}')
t(json.loads, "\ufeff1")
t(json.loads, '{"a":1,"b":[1.5]}', parse_float=lambda s: "f" + s, parse_int=lambda s: "i" + s)
t(json.loads, '{"a":{"b":1}}', object_hook=lambda d: sorted(d))
t(json.loads, '{"a":{"b":1}}', object_pairs_hook=lambda p: p)
t(json.loads, "[NaN]", parse_constant=lambda c: "<" + c + ">")
t(json.loads, '{"😀": "\\ud83d\\ude00", "a": 1}')
t(json.loads, '["😀", "x')
t(json.loads, "[" * 100000)
t(json.loads, '{"a":' * 100000)
t(json.JSONDecoder().raw_decode, '[1] tail')
t(json.JSONDecoder().scan_once, "abc", -1)
t(json.JSONDecoder().scan_once, 1, 1)
t(json.decoder.scanstring, 'abc"x', 0)
t(json.decoder.scanstring, "abc", 20)
data = {"users": [{"id": i, "name": "n%d" % i, "tags": ["a", "b"], "score": i / 7} for i in range(500)]}
print(json.loads(json.dumps(data)) == data, len(json.dumps(data, indent=1)))
try:
    json.loads('{\n "a": 1\n "b": 2}')
except json.JSONDecodeError as e:
    print(e, e.msg, e.pos, e.lineno, e.colno, e.doc)
