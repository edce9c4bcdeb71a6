"""The codecs of _codecs over random and broken input, with every built-in error handler."""
import _codecs
import random
import warnings

warnings.simplefilter('ignore')
rnd = random.Random(3)
HANDLERS = ['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass']
ENCODE_HANDLERS = HANDLERS + ['xmlcharrefreplace', 'namereplace']


def enc(text):
    return '.'.join('%x' % ord(c) for c in text)


def outcome(call):
    try:
        result, n = call()[:2]
        return '=%s %d' % (enc(result if isinstance(result, str) else result.decode('latin1')), n)
    except UnicodeError as e:
        return '!%s:%s' % (type(e).__name__, enc('%s %d %d %s' % (e.encoding, e.start, e.end, e.reason)))
    except Exception as e:
        return '!%s:%s' % (type(e).__name__, enc(str(e)))


def decode(name, data):
    errors, final = rnd.choice(HANDLERS), rnd.random() < .6
    f = getattr(_codecs, name + '_decode')
    args = (data, errors) if name in ('ascii', 'latin_1') else (data, errors, final)
    print('decode', name, errors, int(final), enc(data.decode('latin1')), outcome(lambda: f(*args)), sep='\t')


def encode(name, text):
    errors = rnd.choice(ENCODE_HANDLERS)
    f = getattr(_codecs, name + '_encode')
    print('encode', name, errors, enc(text), outcome(lambda: f(text, errors)), sep='\t')


NAMES = ['utf_8', 'ascii', 'latin_1', 'utf_16', 'utf_16_le', 'utf_16_be', 'utf_32', 'utf_32_le', 'utf_32_be', 'utf_7', 'unicode_escape',
         'raw_unicode_escape']
POINTS = ['a', 'Z', '\n', '\\', '+', '-', '/', '~', '\0', '\x7f', '\x80', '\xe9', '\xff', '\u0100', '\u20ac', '\ud800', '\udc80', '\udcff',
          '\udfff', '\uffff', '\U00010000', '\U0001f600', '\U0010ffff']
PIECES = [b'a', b'Z', b'\\', b'\\x', b'\\x4', b'\\x41', b'\\u12', b'\\u20ac', b'\\U0001f600', b'\\U00110000', b'\\N{SPACE}', b'\\N{x}', b'\\N', b'\\N{',
          b'\\777', b'\\12', b'\\q', b'+', b'-', b'+AOk-', b'+2D3eAA-', b'+AA', b'\x00', b'\x80', b'\xbf', b'\xc0', b'\xc3\xa9', b'\xc3', b'\xe2\x82\xac',
          b'\xe2\x82', b'\xed\xa0\x80', b'\xf0\x9f\x98\x80', b'\xf0\x9f\x98', b'\xf4\x90', b'\xf5', b'\xff\xfe', b'\xfe\xff', b'\x00\xd8', b'\x00\xdc',
          b'\xd8\x00\xdc\x00', b'\x00\x00\x00\x00', b'\xff\xfe\x00\x00', b'\x00\x00\xd8\x00', b'\x00\x00\x11\x00', b'0', b'~']
for name in NAMES:
    for _ in range(700):
        decode(name, b''.join(rnd.choices(PIECES, k=rnd.randrange(5))))
        if rnd.random() < .3:
            decode(name, rnd.randbytes(rnd.randrange(9)))
    for _ in range(400):
        encode(name, ''.join(rnd.choices(POINTS, k=rnd.randrange(6))))
for _ in range(400):
    data = b''.join(rnd.choices(PIECES[:19], k=rnd.randrange(4)))
    errors = rnd.choice(['strict', 'replace', 'ignore'])
    print('escape', errors, enc(data.decode('latin1')), outcome(lambda: _codecs.escape_decode(data, errors)), sep='\t')
TABLE = ''.join(chr(c) for c in range(128)) + '\ufffe\u20ac' + '\U0001f600' + '\xe9'
MAP = {ord(c): i for i, c in enumerate(TABLE) if c != '\ufffe'}
for _ in range(600):
    data = bytes(rnd.choice([65, 128, 129, 130, 131, 132, 255]) for _ in range(rnd.randrange(5)))
    errors = rnd.choice(HANDLERS[:5])
    print('charmap_decode', errors, enc(data.decode('latin1')), outcome(lambda: _codecs.charmap_decode(data, errors, TABLE)), sep='\t')
    text = ''.join(rnd.choices(['a', '\u20ac', '\xe9', '\xea', '\ud800', '\udcff', '\U0001f600'], k=rnd.randrange(5)))
    errors = rnd.choice(ENCODE_HANDLERS)
    print('charmap_encode', errors, enc(text), outcome(lambda: _codecs.charmap_encode(text, errors, MAP)), sep='\t')
