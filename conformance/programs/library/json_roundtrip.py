# must-compile: attempt, Enc.default
import io
import json


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


doc = {"s": "text \"q\" \\ / \b\f\n\r\t é 😀 \x00", "i": [0, -1, 10 ** 25], "f": [1.5, -0.0, 1e100, 1e-7], "b": [True, False, None], "n": {"a": {}, "b": [], "c": [[]]}, "": 1}
for options in ({}, {"indent": 2}, {"indent": "\t", "sort_keys": True}, {"separators": (",", ":")}, {"ensure_ascii": False}, {"indent": 0}):
    text = json.dumps(doc, **options)
    print(options, text.encode("unicode_escape").decode(), json.loads(text) == doc)
for text in ("1", " [1 , 2 ] ", '"a\\u00e9\\ud83d\\ude00"', "null", "true", "-0", "-0.0", "1e5", "1E-2", "NaN", "-Infinity", '{"a":1,"a":2}', "12345678901234567890123", '"\\ud800"', "[]", "{}", "1.0"):
    print(text, ascii(attempt(json.loads, text)))
for text in ("", "[1,]", "{", '{"a"}', '{"a":}', '{"a":1,}', "{a:1}", "[1 2]", "nul", "01", "1.", "+1", ".5", '"abc', '"\n"', '"\\x"', '"\\u12"', "[1] x", "'a'", "\ufeff1", "-", "1e", '{"a" 1}', '{1:2}', "tru", '["a', "[", "{\"a\":1"):
    print(repr(text), attempt(json.loads, text))
print(json.dumps({1: "i", 1.5: "f", True: "t", None: "n"}), attempt(json.dumps, {(1,): 1}), json.dumps({(1,): 1, "a": 2}, skipkeys=True), attempt(json.dumps, {1, 2}), attempt(json.dumps, float("nan"), allow_nan=False), json.dumps([float("nan"), float("inf")]), json.dumps((1, 2)), attempt(json.dumps, b"x"))
loop = []
loop.append(loop)
print(attempt(json.dumps, loop), attempt(json.dumps, {"b": 1, 2: 3}, sort_keys=True))


class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return {"re": o.real, "im": o.imag}
        return super().default(o)


print(json.dumps([1j], cls=Enc), attempt(json.dumps, [object], cls=Enc), json.dumps({1, 2} and [frozenset([3])], default=list), "".join(json.JSONEncoder(indent=1).iterencode([1, {"a": 2}])))
print(json.loads('{"a": [1.5, 2]}', parse_float=str, parse_int=lambda s: s + "i"), json.loads("[NaN]", parse_constant=lambda s: s), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)), json.loads('{"b": 1, "a": 2}', object_pairs_hook=list), json.loads(b'"\xc3\xa9"'), json.loads('"a"'.encode("utf-16")), attempt(json.loads, 5))
f = io.StringIO()
json.dump([1, "x"], f)
f.seek(0)
print(f.getvalue(), json.load(f), json.JSONDecoder().raw_decode("[1] rest"), json.loads("1" * 50))


class I(int):
    def __repr__(self):
        return "bad"


class F(float):
    def __repr__(self):
        return "bad"


class D(dict):
    pass


print(json.dumps([I(5), F(1.5), D(a=1)]), json.dumps({I(1): 1}), json.dumps("\u2028\x7f"), json.dumps("é", ensure_ascii=False), attempt(json.loads, '{"a":\n\n1 2}'), attempt(json.loads, "[" * 100000)[:14])
e = None
try:
    json.loads("[1,\n x]")
except json.JSONDecodeError as err:
    e = err
print(e.msg, e.pos, e.lineno, e.colno, e.doc)
