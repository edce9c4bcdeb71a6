# must-compile: Default.get_value
import string
import textwrap

print(string.ascii_letters, string.digits, string.punctuation, string.whitespace.encode(), string.hexdigits, string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
t = string.Template("$who likes ${what}, $$5 $1x")
print(t.safe_substitute(who="Ann", what="tea"), string.Template("$a-$b").substitute({"a": 1}, b=2), string.Template("${a}").get_identifiers(), string.Template("$a $").is_valid())
for bad in ("$", "${", "$1"):
    try:
        string.Template(bad).substitute()
    except ValueError as e:
        print(e)
f = string.Formatter()
print(f.format("{0} {a:>5} {b!r}", 1, a=2, b="c"), list(f.parse("x{a!r:>{w}}y{{")), f.get_field("0.real", (5,), {}))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)


print(Default().format("{0} {missing}", "x"))
text = "The quick brown fox jumped over the lazy dog, and then it-ran-away from averyveryverylongwordindeed. New sentence."
print(textwrap.wrap(text, 20), textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "), textwrap.shorten(text, 40), textwrap.shorten("a b", 1, placeholder="") , sep="\n")
print(repr(textwrap.dedent("    a\n      b\n\n    c\n")), repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "-", lambda l: True)), textwrap.wrap("abcdefgh", 3), textwrap.wrap("abcdefgh ij", 3, break_long_words=False), textwrap.wrap("a\tb", 10, expand_tabs=False), textwrap.wrap("", 5), textwrap.wrap("a-b-c-d", 3, break_on_hyphens=False), textwrap.wrap("one two three", 7, max_lines=1), textwrap.wrap("  lead", 10, drop_whitespace=False))
w = textwrap.TextWrapper(width=15, fix_sentence_endings=True)
print(w.wrap("end here. And go on"), w.fill("x " * 12))
try:
    textwrap.wrap("a", 0)
except ValueError as e:
    print(e)
