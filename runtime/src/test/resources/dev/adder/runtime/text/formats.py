"""format(), % and str.format over generated specifications."""
import random
import string
import struct
import sys

rnd = random.Random(5)


def enc(text):
    return '.'.join('%x' % ord(c) for c in text)


def outcome(call):
    try:
        return '=' + enc(call())
    except Exception as e:
        return '!%s:%s' % (type(e).__name__, enc(str(e)))


def fbits(x):
    return '%x' % struct.unpack('>Q', struct.pack('>d', x))


def pick(*options):
    return rnd.choice(options)


def spec(types):
    s = ''
    if rnd.random() < .3:
        s += pick('', '*', '0', ' ', '\u4e00', '\U0001f600') + pick('<', '>', '=', '^')
    s += pick('', '', '', '+', '-', ' ')
    s += pick('', '', '', '', 'z')
    s += pick('', '', '', '#')
    s += pick('', '', '0')
    s += pick('', '', '1', '5', '10', '23', '\u0663')
    s += pick('', '', '', ',', '_', pick(',_', '_,', ',,', '__'))
    s += pick('', '', '.0', '.1', '.3', '.10', '.25', pick('.', '.,', '._', '.5,', '.5_', '.9_', '.5,_', '.5_,', '.,,'))
    s += rnd.choice(types)
    if rnd.random() < .02:
        s += pick('x', ' ', '!', '\u20ac')
    return s


def integer():
    return rnd.choice([0, 1, -1, 7, 65, 1234, -1234567, 2**31, 2**63 - 1, -2**63, 2**63, 10**25, -10**30, rnd.getrandbits(20),
                       -rnd.getrandbits(90), 0x10ffff, 0x110000, 10**400])


def real():
    return rnd.choice([0.0, -0.0, 1.0, -1.5, 0.1, 1e-7, -1e-9, 123456.789, 1e15, 1e16, 1e22, -1e300, 5e-324, float('inf'),
                       float('-inf'), float('nan'), rnd.uniform(-1e6, 1e6), rnd.uniform(-1, 1), 0.5, 2.5, 999999.5, 0.00001])


FLOAT_TYPES = ['', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%', 'd', 's', '\u20ac', '\x01']
INT_TYPES = ['', 'b', 'c', 'd', 'o', 'x', 'X', 'n', 'e', 'f', 'g', '%', 's', 'r', '\u20ac']
STR_TYPES = ['', 's', 's', 'd', 'f', '\x7f']
sys.set_int_max_str_digits(640)
for _ in range(9000):
    s, n = spec(INT_TYPES), integer()
    print('int', ('-' if n < 0 else '') + '%x' % abs(n), enc(s), outcome(lambda: format(n, s)), sep='\t')
    s, x = spec(FLOAT_TYPES), real()
    print('float', fbits(x), enc(s), outcome(lambda: format(x, s)), sep='\t')
for _ in range(4000):
    s, z = spec(FLOAT_TYPES), complex(real(), real())
    print('complex', fbits(z.real), fbits(z.imag), enc(s), outcome(lambda: format(z, s)), sep='\t')
    s, t = spec(STR_TYPES), pick('', 'a', 'hello world', '\U0001f600x', 'abc\ud800')
    print('str', enc(t), enc(s), outcome(lambda: format(t, s)), sep='\t')
for t, s in [('a', '9' * 19), ('a', '9' * 18), ('a', '.' + '9' * 19), ('a', '.9223372036854775807'), ('a', '<<5'), ('', '>>3'), ('a', '0'),
             ('a', '05'), ('a', '=5'), ('a', '0=5'), ('a', '0<5'), ('a', '\x005'), ('a', '^-5')]:
    print('str', enc(t), enc(s), outcome(lambda: format(t, s)), sep='\t')
for s in ('9' * 19, '.9999999999', '.2147483648f', '99999999999999999999', '\u0661\u0660d', '08,d', '09,d', '010,d', '011,d', '012_x', '0,', '00', 'd0',
          '.d', ',.2f', '_.2f', '020,.3e', '020,f', '>020', '^020'):
    for n in (0, 1234567, -1234):
        print('int', ('-' if n < 0 else '') + '%x' % abs(n), enc(s), outcome(lambda: format(n, s)), sep='\t')
        print('float', fbits(float(n)), enc(s), outcome(lambda: format(float(n), s)), sep='\t')

# ---- printf style


def percent_spec():
    s = '%' + pick('', '', '', '', '(a)', '(b c)', '(a(b)c)', '(zz)') + ''.join(rnd.choices('-+ #0', k=rnd.choice([0, 0, 0, 1, 1, 2])))
    s += pick('', '', '', '1', '6', '15', '*')
    s += pick('', '', '', '.0', '.', '.2', '.12', '.*')
    s += pick('', '', '', '', 'l', 'h', 'L')
    return s + rnd.choice('diouxXeEfFgGcrsa%' + pick('', 'q\u20ac\x01 '))


def argument():
    return pick(integer(), integer(), real(), real(), 'abc', 'x', '\U0001f600', '', "it's\u20ac", None, True, 65, 3, -4)


def encode(value):
    if value is None:
        return 'N'
    if value is True:
        return 'T'
    if isinstance(value, int):
        return 'i' + ('-' if value < 0 else '') + '%x' % abs(value)
    if isinstance(value, float):
        return 'f' + fbits(value)
    return 's' + enc(value)


for _ in range(12000):
    text = pick('', 'a', '\u20ac') + percent_spec() + pick('', 'b', '%%', percent_spec(), percent_spec() + '\U0001f600')
    if rnd.random() < .05:
        text = text[:-1]
    if '(' in text and rnd.random() < .9:
        args = {k: argument() for k in pick(['a', 'b c', 'a(b)c'], ['a', 'b c', 'a(b)c', 'zz'])}
        shown = 'd' + ';'.join(enc(k) + '=' + encode(v) for k, v in args.items())
    elif rnd.random() < .1:
        args = argument()
        shown = 'v' + encode(args)
    else:
        args = tuple(argument() for _ in range(rnd.randrange(4)) or range(text.count('%')))
        shown = 't' + ';'.join(encode(v) for v in args)
    if '*' in text and shown[0] == 't' and any(isinstance(v, int) and 10**5 < abs(v) < 2**63 for v in args):
        continue  # would take gigabytes
    print('percent', enc(text), shown, outcome(lambda: text % args), sep='\t')
for text, args in [('%', ()), ('%5', (1,)), ('%(a', {'a': 1}), ('%(a)', {'a': 1}), ('%(a)s %s', ({'a': 1},)), ('%s', ()), ('%s', 1), ('%d', 'x'), ('abc', 1),
                   ('abc', ()), ('abc', {}), ('abc', 'x'), ('%*d', ('a', 1)), ('%.*d', (1,)), ('%.*d', ('a', 1)), ('%99999999999999999999d', (1,)),
                   ('%.99999999999999999999d', (1,)), ('%.9999999999d', (1,)), ('%*d', (10**30, 1)), ('%*d', (-5, 1)), ('%.*f', (-5, 1.0)),
                   ('%c', (0x110000,)), ('%c', (-1,)), ('%c', (10**30,)), ('%c', ('ab',)), ('%c', (1.5,)), ('%x', (1.5,)), ('%d', (1.9,)),
                   ('%d', (float('nan'),)), ('%d', (float('inf'),)), ('%i', (None,)), ('%f', ('a',)), ('%f', (10**400,)), ('%d', (10**700,)),
                   ('%5%', ()), ('%-5%|', ()), ('%(a)%', {'a': 1}), ('%%', 1), ('%%%s', 1), ('%s%%', ('x',)), ('%y', (1,)), ('%', (1,)), ('%(', {}),
                   ('%()s', {'': 3}), ('%lld', (1,)), ('%hhd', (1,)), ('%#o', (8,)), ('%#.5o', (8,)), ('%#x', (-255,)), ('%#X', (255,)), ('%08x', (-255,)),
                   ('%#08x', (-255,)), ('%#.8x', (-255,)), ('%+ d', (5,)), ('%-08d|', (5,)), ('%.3d', (-5,)), ('%8.3d', (-5,)), ('%08.3d', (-5,))]:
    shown = ('d' + ';'.join(enc(k) + '=' + encode(v) for k, v in args.items()) if isinstance(args, dict)
             else 't' + ';'.join(encode(v) for v in args if not isinstance(v, dict)) if isinstance(args, tuple) else 'v' + encode(args))
    if not (isinstance(args, tuple) and any(isinstance(v, dict) for v in args)):
        print('percent', enc(text), shown, outcome(lambda: text % args), sep='\t')

# ---- str.format fields
import _string


def fields(text):
    out = []
    for item in _string.formatter_parser(text):
        out.append(':'.join('-' if x is None else enc(x) for x in item))
    return ';'.join(out)


def split(text):
    first, rest = _string.formatter_field_name_split(text)
    show = lambda x: 'i%d' % x if isinstance(x, int) else enc(x)
    return '/'.join([show(first)] + [('a' if attr else 'g') + show(x) for attr, x in rest])


def plain(call):
    try:
        return '=' + call()
    except Exception as e:
        return '!%s:%s' % (type(e).__name__, enc(str(e)))


for _ in range(4000):
    t = ''.join(rnd.choices(['a', '{', '}', '{{', '}}', '!', ':', 'r', '[', ']', '0', '.', '{}', '{0}', '{:>{1}}', '\U0001f600', '{a[}]}'], k=rnd.randrange(8)))
    print('fields', enc(t), plain(lambda: fields(t)), sep='\t')
    t = ''.join(rnd.choices(['a', '0', '12', '[', ']', '.', 'b', '\u0663', '-1', ' ', '9' * 20 if rnd.random() < .1 else ''], k=rnd.randrange(6)))
    print('split', enc(t), plain(lambda: split(t)), sep='\t')


class Thing:
    def __init__(self, path):
        self.path = path

    def __getattr__(self, name):
        return Thing(self.path + '.' + name)

    def __getitem__(self, key):
        return Thing(self.path + '[%s]' % (key if isinstance(key, str) else '#%d' % key))

    def __format__(self, spec):
        return '<%s|%s>' % (self.path, spec)

    def __str__(self):
        return 's(%s)' % self.path

    def __repr__(self):
        return 'r(%s\u20ac)' % self.path


ARGS = [Thing('0'), Thing('1'), Thing('2')]
KEYS = {'a': Thing('a'), 'b c': Thing('b c'), '-1': Thing('-1'), ' ': Thing(' ')}
for _ in range(6000):
    t = ''.join(rnd.choices(['x', '{', '}', '{{', '}}', '{}', '{0}', '{2}', '{a}', '{b c.d}', '{!r}', '{a!s:>5}', '{0[x][3].y:{1}}', '{:{}}', '{!a}', '{!x}',
                             '{0!}', '{3}', '{9}', '{zz}', '{:{:{}}}', '{:{a:{a}}}', '{a.}', '{a[]}', '{a[}', '{0[1}', '{a.b[c]d}', '{-1}', '{ }', '{0:{{}}}',
                             '{!\u20ac}', '{!\x01}', '\u4e00', '{:}}'], k=rnd.randrange(5)))
    print('format', enc(t), outcome(lambda: t.format(*ARGS, **KEYS)), sep='\t')
    print('format_map', enc(t), outcome(lambda: t.format_map(KEYS)), sep='\t')
