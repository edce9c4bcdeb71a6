"""Methods of str over random texts of a few alphabets, and case mapping of every character."""
import random

rnd = random.Random(11)


def enc(text):
    return '.'.join('%x' % ord(c) for c in text)


def show(value):
    if isinstance(value, str):
        return enc(value)
    if isinstance(value, (list, tuple)):
        return ','.join(map(show, value)) if value else 'none'
    return str(value)


def case(text, method, *args):
    try:
        result = '=' + show(getattr(text, method)(*args))
    except Exception as e:
        result = '!%s:%s' % (type(e).__name__, enc(str(e)))
    print(method, enc(text), *[enc(a) if isinstance(a, str) else a for a in args], result, sep='\t')


CASES = ('lower', 'upper', 'title', 'capitalize', 'swapcase', 'casefold')
for c in range(0x110000):
    s = chr(c)
    if s.lower() != s or s.upper() != s or s.casefold() != s or s.title() != s or c % 997 == 0 or s.istitle():
        for method in CASES:
            case(s, method)
            if c % 5 == 0:
                case('a' + s + '\u03a3' + s + 'A', method)

ALPHABETS = ['ab', 'a b\t\n', 'aA\u03a3\u03c3.\u0130 ', 'aB\U0001f600 ', 'x\ud83d\ude00\U0001f600', '\r\n\x0b\x1c\x85\u2028a', '+-01a', '\ufb01\u01c5\u01c4\xdf a',
             'a\t\n', '\u0661\xb2\u4e00\xbd1a', '\U00010400\U00010428a ']
for alphabet in ALPHABETS:
    for _ in range(150):
        t = ''.join(rnd.choices(alphabet, k=rnd.randrange(9)))
        u = ''.join(rnd.choices(alphabet, k=rnd.randrange(3)))
        v = ''.join(rnd.choices(alphabet + 'zz\U0001f601', k=rnd.randrange(3)))
        i, j, m = rnd.randrange(-10, 11), rnd.randrange(-10, 11), rnd.randrange(-1, 4)
        for method in CASES + ('isalpha', 'isalnum', 'isdecimal', 'isdigit', 'isnumeric', 'isspace', 'isprintable', 'islower',
                               'isupper', 'istitle', 'isidentifier', 'isascii', 'strip', 'lstrip', 'rstrip'):
            case(t, method)
        for method in ('strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix', 'partition', 'rpartition'):
            case(t, method, u)
        for method in ('find', 'rfind', 'count', 'startswith', 'endswith'):
            case(t, method, u, i, j)
        case(t, 'split', u, m)
        case(t, 'rsplit', u, m)
        print('wsplit', enc(t), m, '=' + show(t.split(None, m)), sep='\t')
        print('wrsplit', enc(t), m, '=' + show(t.rsplit(None, m)), sep='\t')
        case(t, 'splitlines', m)
        case(t, 'replace', u, v, m)
        case(t, 'expandtabs', i)
        case(t, 'zfill', i)
        fill = rnd.choice('*\u4e00\U0001f600')
        for method in ('center', 'ljust', 'rjust'):
            case(t, method, i, fill)
        items = [''.join(rnd.choices(alphabet, k=rnd.randrange(3))) for _ in range(rnd.randrange(4))]
        print('join', enc(u), ','.join(map(enc, items)), len(items), '=' + enc(u.join(items)), sep='\t')
        if t:
            step = rnd.choice([-3, -2, -1, 1, 2, 3])
            a, b, c = slice(i, j, step).indices(len(t))
            print('slice', enc(t), a, c, len(range(a, b, c)), '=' + enc(t[i:j:step]), sep='\t')
