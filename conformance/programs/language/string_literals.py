# must-compile: <module>
print("tab\there", 'single "double"', "it's", """triple "quoted" text""", '''another 'one' ''')
print(r"\n raw", b"bytes\x00", rb"\raw", "con" "cat" 'enated', ("in "
      "parens"))
print(repr("\x00\x01\x7f\x80\xff\u0100\ud800\U0001f600"), ascii("é日😀"), repr("'"), repr('"'), repr("'\""), repr("\\"), repr("\n\r\t"))
print("\101\x41\u0041\N{LATIN CAPITAL LETTER A}", "\
continued", len("\
"), "a\
b")
print("%s" % "é", "é".encode(), "日本".encode("utf-16-le"), "\N{SNOWMAN}", "\u2603" == "☃", len("e\u0301"), "Å" == "\u212b", "\u212b".casefold())
s = "hello"
print(s[0], s[-1], s[1:3], s[::-1], s * 2, s + "!", "ell" in s, s.upper(), len(s), s == "hello", s is s, s < "help", sorted(s), list(s), set(s) == {"h", "e", "l", "o"}, max(s), "".join(reversed(s)), s.find("l"), s.count("l"), [c for c in s if c in "aeiou"])
print(f"{s!r:>10}|{s:*^9}|{s[1]}|{len(s)}", "{0} {0!r} {1:>{2}}".format(s, 5, 4), "%-8s|%5.1f|%03d|%x" % (s, 2.25, 7, 255), s.center(11, "-"), s.ljust(7) + "|")
print("a,b,,c".split(","), " a  b ".split(), "a-b-c".rsplit("-", 1), "x=1=2".partition("="), "\n".join(["l1", "l2"]).splitlines(), "-".join("abc"), "abc".replace("b", "X"), "  x ".strip(), "xxhixx".strip("x"), "Hello World".swapcase(), "hello world".title(), "abc".isalpha(), "a1".isalnum(), "12".isdigit(), "ABC".islower())
for text in ("", "a", "ab\n", "\x00", "\ud83d\ude00", "😀", "\u2028", "\t"):
    print(ascii(text), len(text), text.isprintable(), text.isspace(), ascii(text.upper()), text.encode("utf-8", "surrogatepass"))
print(b"abc"[0], b"abc"[1:], b"abc".hex(), bytes([104, 105]), b"a" + b"b", b"x" * 3, bytearray(b"mut"), b"abc".decode(), b"\xc3\xa9".decode("utf-8"), list(b"hi"), b"a,b".split(b","), b"%d" % 5)
