# must-compile: <module>
print(0x_ff, 0b1010, 0o17, 1_000_000, 0xFFFFFFFFFFFFFFFFFF, 1e3, 1_0.5e-1_0, .5, 5., 1E5, 0j, 1.5j, 00, 0_0)
print(9223372036854775807, 9223372036854775808, -9223372036854775808, 123456789012345678901234567890)
print(1e308, 1e309, -1e309, 5e-324, 1e-400, 0.1, 1/3, 1e15, 1e16, 1e22, 123456789.123456789, 1.0, 100.0, 1e-4, 1e-5)
print('single', "double", '''triple
line''', """other "quotes" inside""", r"raw\n", R'\d', u"unicode", "a" 'b' """c""")
print("escapes: \\ \' \" \a \b \f \n \r \t \v \0 \1 \12 \123 \x41 \u00e9 \U0001F600 \N{GREEK SMALL LETTER ALPHA}".encode("unicode_escape"))
print(b"bytes", b'\x00\xff\n\t', rb"\x00", Rb'\n', bR"\t", b"a" b"b", len(b"\\"))
print("line \
continued", len("tab	inside"))
print("é", "日本", "😀", len("😀"), "\ud800".encode("utf-16-le", "surrogatepass"), "\x00".__repr__(), repr("\x7f\x80\xa0\xad"))
print((), (1,), (1, 2), 1, [], [1], {}, {1}, {1: 2}, ..., None, True, False, NotImplemented)
print(((((1)))), (((1,),),), [[[]]], {"a": {"b": [1, (2,)]}})
print(-1 ** 2, (-1) ** 2, 2 ** -1, 2 ** 3 ** 2, -2 ** 2, ~5, - -5, + -5, not not 5, 7 // -2, -7 // 2, 7 % -3, -7 % 3, 1 - -1)
print(1 << 3 + 1, 1 | 2 ^ 3 & 4, 5 & 3 == 1, 1 < 2 == True, 3 * 2 % 4 / 2, 10 - 2 - 3, 2 * 3 + 4 * 5)
print(0.1 + 0.2, 1e16 + 1, 3.0 == 3, 0.0 == -0.0, str(-0.0), 1.7976931348623157e308 * 10, 2.5 // 1, -2.5 % 1, 1e300 * 1e10 - 1e300 * 1e10)
print(5 .real, 5..real, 5.0.is_integer(), (5).bit_length(), 1.5.hex(), 1j.imag)
x = (
    1 +
    2
)
y = [
    1,
    2,
]
z = {'a': 1,
     # comment
     'b': 2}
print(x, y, z); print("semi"); a = 1; b = 2
if a: print("one line")
class OneLine: x = 1; y = 2
def one(): return 5
for i in range(2): print(i, end=" ")
while a: a -= 1
else: print("else")
print(OneLine.y, one(), lambda: 0 if 0 else 1 and "lambda" and None)if 0 else print(OneLine.x)
print("\
joined")
été = 5
ª = 6
print(été, a, ﬁ := 7, fi)
print("formfeed ok")
print(__name__, __doc__, __file__.endswith("literals.py"), __debug__)
print("%s" % "nul in string \0 end".replace("\0", "NUL"))
