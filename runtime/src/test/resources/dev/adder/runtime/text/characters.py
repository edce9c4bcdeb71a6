"""Properties of every code point, one case a run of equal ones and some inside it."""
import unicodedata

TESTS = ('isalpha', 'isdecimal', 'isdigit', 'isnumeric', 'isidentifier', 'isprintable', 'isspace', 'islower', 'isupper',
         'istitle')


def bits(c):
    s = chr(c)
    mask = 0
    for i, name in enumerate(TESTS):
        mask |= getattr(s, name)() << i
    mask |= ('a' + s).isidentifier() << 10
    mask |= s.isalnum() << 11
    mask |= (len(('a' + s + 'b').splitlines()) == 2) << 12
    mask |= (('A' + s + '\u03a3').lower()[-1] == '\u03c2') << 13
    mask |= (('A\u03a3' + s).lower()[1] == '\u03c2') << 14
    return '%d %d %d' % (mask, unicodedata.decimal(s, -1), unicodedata.digit(s, -1))


for c in range(0x110000):
    print('char\t%x\t=%s' % (c, bits(c)))
