# must-compile: attempt
import codecs
import unicodedata


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


text = "aé日😀\n"
for enc in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "utf-7", "unicode_escape", "raw_unicode_escape", "punycode", "latin-1", "ascii", "cp1252", "koi8-r", "cp437", "iso8859-15", "idna"):
    e = attempt(text.encode, enc)
    print(enc, e if isinstance(e, str) else (e, attempt(e.decode, enc) == text))
for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "nope"):
    print(errors, attempt("aé\ud800".encode, "ascii", errors), ascii(attempt(b"a\xff\xc3".decode, "utf-8", errors)))
for bad in (b"\xff", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80\x80\x80", b"a\x80b"):
    print(bad, attempt(bad.decode), ascii(bad.decode("utf-8", "replace")))
codecs.register_error("mine", lambda e: ("<%d-%d>" % (e.start, e.end), e.end))
print("aéb".encode("ascii", "mine"), b"a\xffb".decode("ascii", "mine"), codecs.lookup("UTF8").name, attempt(codecs.lookup, "zz"), codecs.getencoder("utf-8")("é"), codecs.BOM_UTF8, codecs.encode("abc", "rot13"), codecs.decode("nop", "rot_13"), codecs.encode(b"ab", "hex"), codecs.escape_decode(b"\\x41") , codecs.charmap_build.__name__)
d = codecs.getincrementaldecoder("utf-8")()
print([d.decode(bytes([b])) for b in "é😀".encode()], attempt(d.decode, b"\xc3", True), list(codecs.iterdecode([b"\xc3", b"\xa9"], "utf-8")), codecs.getincrementalencoder("utf-16")().encode("a"))
for c in "aA1 é½Ⅷ日😀\u0301ß\n_":
    print(ascii(c), unicodedata.name(c, "none"), unicodedata.category(c), unicodedata.bidirectional(c), unicodedata.combining(c), unicodedata.decimal(c, None), unicodedata.digit(c, None), unicodedata.numeric(c, None), unicodedata.east_asian_width(c), unicodedata.mirrored(c), unicodedata.decomposition(c))
print(unicodedata.lookup("GREEK SMALL LETTER ALPHA"), attempt(unicodedata.lookup, "NOPE"), [ascii(unicodedata.normalize(f, "é①ﬁ")) for f in ("NFC", "NFD", "NFKC", "NFKD")], unicodedata.is_normalized("NFC", "e\u0301"), unicodedata.unidata_version, attempt(unicodedata.name, "\x00"))
