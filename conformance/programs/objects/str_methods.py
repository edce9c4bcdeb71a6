# must-compile: Sub.upper, attempt, BadStr.__repr__, BadStr.__str__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


samples = ["", "a", "hello world", "Hello", "HELLO", "123", "½", "²", "abc123", " \t\n", "ß", "ǅ", "İ", "ﬁ", "日本語", "😀x", "a\u0301", "\u2028", "_x1", "Σας", "x\0y", "title Case"]
names = ["upper", "lower", "title", "capitalize", "swapcase", "casefold", "isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii", "strip", "split", "splitlines", "__len__", "encode"]
for s in samples:
    print(ascii(s), [(n, ascii(getattr(s, n)())) for n in names])
s = "the cat sat on the mat"
print(s.find("at"), s.find("at", 6), s.find("at", 6, 8), s.rfind("at"), s.index("cat"), s.rindex("t"), attempt(s.index, "dog"), attempt(s.rindex, "zz"), s.find(""), s.rfind(""), s.find("", 100), s.count("at"), s.count(""), s.count("a", 5, 10), "aaaa".count("aa"))
print(s.replace("at", "og"), s.replace("at", "og", 1), s.replace("", "-")[:11], "abc".replace("", "-", 2), s.replace("the", ""), "aXbX".replace("X", "YY", count=1), attempt("a".replace, "a"), attempt("a".replace, 1, 2))
print(s.split(), s.split(" ", 2), s.rsplit(" ", 2), s.split("at"), "a,,b,".split(","), " a  b ".split(), " a b ".split(" "), "".split(), "".split(","), attempt("a".split, ""), " a b c ".split(None, 1), " a b c ".rsplit(None, 1), "a\x1cb\u2003c".split(), s.split(maxsplit=1), s.split(sep="t", maxsplit=2))
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i".splitlines(), "a\n\nb\n".splitlines(True), "\n".splitlines(), "x".splitlines(keepends=True))
print(s.partition("at"), s.rpartition("at"), s.partition("zz"), s.rpartition("zz"), attempt(s.partition, ""), s.startswith("the"), s.startswith(("x", "t")), s.startswith("cat", 4), s.endswith("mat"), s.endswith("cat", 0, 7), s.startswith(""), s.startswith("", 100), attempt(s.startswith, 5), attempt(s.startswith, ["a"]), attempt(s.endswith, (1,)))
print("xxhixx".strip("x"), "xyhiyx".lstrip("xy"), "hi  ".rstrip(), "\u00a0hi\u2003".strip(), "abc".removeprefix("ab"), "abc".removesuffix("bc"), "abc".removeprefix("x"), attempt("a".strip, 1), "abcba".strip("ab"), "".strip("x"))
print("ab".center(7, "*"), "ab".center(6, "*"), "abc".center(6, "-"), "ab".ljust(4) + "|", "ab".rjust(5, "0"), "ab".center(1), "-5".zfill(5), "+5".zfill(5), "abc".zfill(2), "".zfill(3), attempt("a".center, 5, "ab"), attempt("a".ljust, "x"), "a\tb\tcc\td".expandtabs(4), "a\tb".expandtabs(0), "\t\n\tx".expandtabs())
print(",".join(["a", "b"]), "".join("abc"), "-".join(x for x in "xyz"), ", ".join([]), attempt(",".join, [1]), attempt(",".join, ["a", None]), attempt(",".join, 5), "x".join({"k": 1}))
print("abc".translate({97: "X", 98: None, 99: 100}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1}), attempt(str.maketrans, "ab", "x"), attempt(str.maketrans, {"ab": 1}), attempt(str.maketrans, 5), "aß".translate({223: "ss", 97: "\U0001F600"}))
print("abc" * 3, 2 * "x", "x" * 0, "x" * -1, "a" + "b", attempt(lambda: "a" + 1), attempt(lambda: 1 + "a"), attempt(lambda: "a" * 1.5), attempt(lambda: "a" * "b"), "a" < "b", "a" < "B", "abc" < "abcd", "\uffff" < "\U00010000", attempt(lambda: "a" < 1), "a" == 1, max("hello"), sorted("hello"))
print([c for c in "a😀b"], "a😀b"[1], len("😀"), "😀" in "a😀", "a😀b"[::-1], "😀😁".find("😁"), "x😀y".partition("😀"), "😀".encode(), "😀" * 2, "😀".upper(), ascii("😀\ud83d"), "\ud83d" + "\ude00" == "😀", len("\ud83d" + "\ude00"))
print(hash("") == 0 or hash("") is not None, "abc".__contains__("b"), "abc".__getitem__(1), "a".__add__("b"), "%s".__mod__("x"), "abc".__iter__().__next__(), attempt("abc".__contains__, 1), "abc".__eq__(1), str.__len__("xyz"), attempt(str.upper, 5), attempt(str.upper))
print(str(), str(5), str("x"), str(b"ab", "utf-8"), attempt(str, b"\xff", "utf-8"), str(b"\xff", "latin-1"), str(b"\xff", "utf-8", "replace"), attempt(str, "a", "utf-8"), attempt(str, 5, "utf-8"), str(b"x"), str(object=7), str(b"a", errors="strict"), attempt(str, b"a", "nonsense"))


class Sub(str):
    def __str__(self):
        return "from __str__"

    def upper(self):
        return "mine"


x = Sub("abc")
print(x, repr(x), x + "d", type(x + "d"), type(x[:]), x.upper(), str(x), x == "abc", {"abc": 1}[x], f"{x}", "%s" % x, x.lower(), type(str(x)), "".join([x, "y"]), type("".join([x])), len(x), x.title(), x[0], hash(x) == hash("abc"))


class BadStr:
    def __str__(self):
        return 5

    def __repr__(self):
        return None


print(attempt(str, BadStr()), attempt(repr, BadStr()), attempt("{}".format, BadStr()), attempt(ascii, BadStr()))
print("a-b_c d".title(), "they're bill's".title(), "ǆ".title(), "ß".upper(), "ŉ".capitalize(), "ΑΣ".lower(), "Σ".lower(), "ΑΣ Σ".lower(), "İ".lower(), "ﬃ".upper(), "ß".casefold(), "Straße".casefold() == "STRASSE".casefold(), "µ".casefold())
