import math
import random
import struct
import sys

rnd = random.Random(20260101)


def enc(text):
    return '.'.join('%x' % ord(c) for c in text)


def case(*fields, call, show=enc):
    try:
        result = '=' + show(call())
    except Exception as e:
        result = '!%s:%s' % (type(e).__name__, enc(str(e)))
    print(*fields, result, sep='\t')


def fbits(x):
    return 'nan' if x != x else '%x' % struct.unpack('>Q', struct.pack('>d', x))


def cbits(z):
    return fbits(z.real) + ',' + fbits(z.imag)


def hexint(n):
    return '%x' % n if n >= 0 else '-%x' % -n


FLOATS = [0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, 1e15, 1e16, 1e17, 123456789012345678.0, 9007199254740993.0, 5e-324,
          1e-323, 2.2250738585072014e-308, 1.7976931348623157e308, 1e-4, 1e-5, 0.00012345, 9.5, 99.5, 999999.5, 0.045,
          2.675, 1.005, 1e22, 1e23, 2e-3, 9e-324, 2.0**63, 2.0**64, 2.0**-1074, 1e100, 5e-5, 0.25, 0.125, 1234.5678,
          float('inf'), float('-inf'), float('nan'), 12345678.9, 0.3, 1/3, 2/3, 1e-7, 8.41e21, 9.5367431640625e-07]
FLOATS += [2.0**k for k in range(-1074, 1024, 7)]
FLOATS += [k * 10.0**e for k in range(1, 10) for e in range(-323, 308, 5)]
FLOATS += [struct.unpack('>d', rnd.randbytes(8))[0] for _ in range(6000)]
FLOATS += [rnd.uniform(-1000, 1000) for _ in range(3000)]
FLOATS += [round(rnd.uniform(-100, 100), rnd.randrange(5)) for _ in range(3000)]
FLOATS += [rnd.randrange(10**6) / 2**rnd.randrange(20) for _ in range(2000)]
for x in FLOATS:
    b = '%x' % struct.unpack('>Q', struct.pack('>d', x))
    case('frepr', b, call=lambda: repr(x))
    for _ in range(2):
        code = rnd.choice('eEfFgG')
        prec = rnd.choice([0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 17, 18, 20, 30, 60])
        alt = rnd.choice(['', '#'])
        case('ffmt', b, code, prec, alt, call=lambda: '%{}.{}{}'.format(alt, prec, code) % x)
    if x == x and abs(x) != math.inf:
        for n in (rnd.randrange(-5, 20), rnd.choice([0, 1, 2, 3]), rnd.choice([-308, -400, 323, 324, 400, -300, 300])):
            case('round', b, n, call=lambda: round(x, n), show=fbits)

TEXTS = ['', ' ', '1', ' 1 ', '+1', '-1', '1.', '.1', '.', '1e5', '1e', '1e+', '1E-5', 'e5', 'nan', 'NaN', '+nan', '-nan',
         'inf', '-inf', 'Infinity', '-INFINITY', 'infinit', 'in', '1_0', '1__0', '_1', '1_', '1_.0', '1._0', '1.0_1',
         '1e1_0', '1e_1', '1_e1', '0x10', '1 2', '\u0661\u0662.5', '\u2003 7 \u3000', '1\x00', '\x1c1', '\xa01\x1f', '1j', '--1',
         '+-1', 'abc', "it's", '1e400', '-1e400', '1e-400', '1' * 400, '0.' + '0' * 400 + '1', '\U0001d7d8\U0001d7d9', '\ud800',
         '\U0001f600', '9007199254740993', '179769313486231580793e289', 'infinity_', 'n_an', '1\u00b2', 'naninf', '\x85 3']
for t in TEXTS:
    case('float', enc(t), call=lambda: float(t), show=fbits)
    case('complex', enc(t), call=lambda: complex(t), show=cbits)
    for base in (0, 2, 8, 10, 16, 36, 1, 37, -1):
        case('int', enc(t), base, call=lambda: int(t, base), show=hexint)
for _ in range(3000):
    x = struct.unpack('>d', rnd.randbytes(8))[0]
    t = rnd.choice([repr(x), '%.30e' % x, '%.5f' % rnd.uniform(-1e6, 1e6)])
    case('float', enc(t), call=lambda: float(t), show=fbits)

for t in ['1+2j', '(1+2j)', ' ( 1+2j ) ', '1-j', 'j', '-j', '+J', '1+', '1+2', '(1+2j', '1+2j)', '1 +2j', '1+ 2j', 'nan+infj',
          '1e5-3e-2j', '1_0+2_0j', '1__0j', '_j', '1_j', '()', '( j )', '((j))', 'infj', '-nanj', '1+-2j', '+1+2j', '1j+2', '1j2',
          '\u0661+\u0662j', '1\u00b2', 'inf+inf', '1++j', '\ud800', '1_+2j', "'_'"]:
    case('complex', enc(t), call=lambda: complex(t), show=cbits)

for t in ['0x1f', '0X_1f', '0b101', '0o17', '0x', '0x_', '0b2', '010', '000', '0_0', '0_1', '-0x1f', '+0b1', '- 1', '1 ', '\t7\n',
          'ff', 'zz', 'FF', 'Zz', '1_000', '1_000_', '0b_1_0', '0__1', '9' * 18, '9' * 19, '9' * 20, '9223372036854775807',
          '9223372036854775808', '-9223372036854775808', '-9223372036854775809', '7' * 640, '7' * 641, '7' * 4300, '7' * 4301,
          '0' * 4300 + '1', ' ' * 5000 + '1', '1_' * 4299 + '1', '1_' * 4300 + '1', 'f' * 5000, '1' * 5000, 'z' * 4301, 'x' * 300,
          '\u0663\u0664', '\uff11\uff12', '\u0660x1f', '0\u00d71', 'a' * 250, "x'" * 150, '1' * 13, 'z' * 12, 'z' * 13,
          '-' + 'z' * 12, '1' * 64, '1' * 63, '7' * 21, '7' * 22, '0b' + '1' * 100, '0o' + '1234567' * 30, '0x' + 'deadBEEF' * 20]:
    for base in (0, 2, 3, 4, 8, 10, 16, 32, 36):
        case('int', enc(t), base, call=lambda: int(t, base), show=hexint)

for bits in [1, 8, 62, 63, 64, 65, 100, 1000, 2126, 2127, 5000, 14281, 14283, 14284, 14285, 14286, 14290, 20000, 50000]:
    for n in (rnd.getrandbits(bits), -rnd.getrandbits(bits), 1 << bits, (1 << bits) - 1, -(1 << bits)):
        for limit in (4300, 640, 0):
            sys.set_int_max_str_digits(limit)
            case('str', hexint(n), limit, call=lambda: str(n))
        for base, code in ((2, 'b'), (8, 'o'), (16, 'x')):
            case('base', hexint(n), base, call=lambda: format(abs(n), code))
sys.set_int_max_str_digits(4300)
n = 10**4300
for n in (n, n - 1, -n, -n + 1, 10**640, 10**640 - 1, 10**641):
    for limit in (4300, 640):
        sys.set_int_max_str_digits(limit)
        case('str', hexint(n), limit, call=lambda: str(n))
sys.set_int_max_str_digits(0)
for size in (1199, 1200, 1201, 2401, 5000, 30000):
    n = rnd.getrandbits(size * 3)
    case('str', hexint(n), 0, call=lambda: str(n))
sys.set_int_max_str_digits(4300)
for size in (1199, 1200, 1201, 2400, 2401, 2500, 4000, 4300):
    t = ''.join(rnd.choice('0123456789') for _ in range(size))
    case('int', enc(t), 10, call=lambda: int(t), show=hexint)
    case('int', enc(t), 13, call=lambda: int(t, 13), show=hexint)

ALPHABET = ['a', 'Z', "'", '"', '\\', '\n', '\r', '\t', '\0', '\x1f', '\x7f', '\x80', '\xa0', '\xad', '\xe9', '\u0378', '\u2028',
            '\u200b', '\u4e00', '\ud800', '\udc00', '\uffff', '\U0001f600', '\U0010ffff', '\U000e0001', ' ', '\u3000']
for c in ALPHABET:
    case('repr', enc(c), call=lambda: repr(c))
for _ in range(500):
    t = ''.join(rnd.choices(ALPHABET, k=rnd.randrange(8)))
    case('repr', enc(t), call=lambda: repr(t))
    case('ascii', enc(t), call=lambda: ascii(t))
    b = bytes(ord(c) & 255 for c in t)
    case('reprb', enc(b.decode('latin1')), call=lambda: repr(b))
