"""Hashes; the first argument is the hash seed, which a child process gets."""
import os
import random
import struct
import subprocess
import sys

if len(sys.argv) > 1 and os.environ.get('PYTHONHASHSEED') != sys.argv[1]:
    for seed in sys.argv[1:]:
        out = subprocess.run([sys.executable, '-S', __file__, seed], env=dict(os.environ, PYTHONHASHSEED=seed),
                             stdout=subprocess.PIPE, check=True).stdout
        sys.stdout.write(out.decode('ascii'))
    sys.exit()
SEED = sys.argv[1]
rnd = random.Random(7)


def enc(text):
    return '.'.join('%x' % ord(c) for c in text)


for n in range(40):
    for alphabet in ('abcXYZ\0\xff', 'ab\u0100\ud800\uffff', 'a\U0001f600\U0010ffff'):
        t = ''.join(rnd.choices(alphabet, k=n))
        print('str', SEED, enc(t), '=%d' % hash(t), sep='\t')
    b = rnd.randbytes(n)
    print('bytes', SEED, enc(b.decode('latin1')), '=%d' % hash(b), sep='\t')
if SEED == '0':
    P = 2**61 - 1
    ints = [0, 1, -1, -2, P, P - 1, P + 1, -P, -P - 1, -P + 1, 2 * P, 2**63 - 1, -2**63, 2**64, 10**40, -10**40, P * P, -P * P]
    ints += [rnd.getrandbits(rnd.randrange(1, 300)) * rnd.choice([1, -1]) for _ in range(500)]
    for n in ints:
        print('int', ('-' if n < 0 else '') + '%x' % abs(n), '=%d' % hash(n), sep='\t')
    floats = [0.0, -0.0, 1.0, -1.0, 0.5, float('inf'), float('-inf'), 5e-324, 1e308, 2.0**61, 2.0**61 - 1024]
    floats += [struct.unpack('>d', rnd.randbytes(8))[0] for _ in range(2000)]
    for x in floats:
        if x == x:
            print('float', '%x' % struct.unpack('>Q', struct.pack('>d', x)), '=%d' % hash(x), sep='\t')
    for n in range(12):
        items = [rnd.choice([rnd.getrandbits(60), -1, 0, -2, 5, -rnd.getrandbits(60)]) for _ in range(n)]
        print('tuple', ','.join(map(str, items)), '=%d' % hash(tuple(items)), sep='\t')
        print('frozenset', ','.join(map(str, set(items))), '=%d' % hash(frozenset(items)), sep='\t')
        if n >= 3:
            print('slice', ','.join(map(str, items[:3])), '=%d' % hash(slice(*items[:3])), sep='\t')
        if n >= 2:
            z = complex(items[0] % 1000 - 500, items[1] % 7 - 3)
            print('complex', '%d,%d' % (z.real, z.imag), '=%d' % hash(z), sep='\t')
