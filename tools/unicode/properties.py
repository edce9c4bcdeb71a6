"""Writes runtime/src/main/resources/dev/adder/runtime/text/unicode-properties.txt: what unicodedata says and the JDK does not.

Run it with the oracle (./dev python tools/unicode/properties.py) when the Unicode version changes.
"""
import fractions
import pathlib
import unicodedata as now

old = now.ucd_3_2_0
out = ['# Unicode 16 properties that the JDK has no public table of, and differences of Unicode 3.2. Made by',
       '# tools/unicode/properties.py. Each line: first and last code point in hexadecimal, value.']
POINTS = range(0x110000)
HANGUL = range(0xAC00, 0xD7A4)


def section(name, value, skip):
    out.append('[%s]' % name)
    runs = []
    for c in POINTS:
        v = value(chr(c))
        if v == skip:
            continue
        if runs and runs[-1][1] == c - 1 and runs[-1][2] == v:
            runs[-1][1] = c
        else:
            runs.append([c, c, v])
    out.extend('%X %X %s' % tuple(run) for run in runs)


def points(text):
    return ' '.join('%04X' % ord(c) for c in text)


def tag(c):
    d = now.decomposition(c)
    return d.split()[0] if d.startswith('<') else ''


def odd_decomposition(c):
    d = now.decomposition(c)
    if not d or ord(c) in HANGUL:
        return ''
    if d[0] == '<':
        guess = points(now.normalize('NFKD', c))
    else:
        full = now.normalize('NFD', c)
        guess = points(now.normalize('NFC', full[:-1]) + full[-1])
    body = d[len(tag(c)):].strip()
    return '' if guess == body else body


def numeric(c):
    v = now.numeric(c, None)
    if v is None or now.decimal(c, None) is not None:
        return None
    return str(fractions.Fraction(v).limit_denominator(1000))


def numeric_runs():
    """Runs whose values grow by a constant: first, last, value of the first, step."""
    out.append('[numeric]')
    runs = []
    for c in POINTS:
        v = numeric(chr(c))
        if v is None:
            continue
        v = fractions.Fraction(v)
        if runs and runs[-1][1] == c - 1:
            first, last, start, step = runs[-1]
            if first == last:
                runs[-1] = [first, c, start, v - start]
                continue
            if start + step * (c - first) == v:
                runs[-1][1] = c
                continue
        runs.append([c, c, v, fractions.Fraction(0)])
    out.extend('%X %X %s %s' % tuple(run) for run in runs)


section('combining', now.combining, 0)
section('width', now.east_asian_width, 'N')
section('tag', tag, '')
section('decomposition', odd_decomposition, '')
numeric_runs()
section('old-unassigned', lambda c: '-' if old.category(c) == 'Cn' and now.category(c) != 'Cn' else '', '')


def changed(name, *default):
    def value(c):
        if default and old.category(c) == 'Cn':
            return ''
        a, b = getattr(old, name)(c, *default), getattr(now, name)(c, *default)
        return '' if a == b else '-' if a == '' or a is None else a
    return value


section('old-category', lambda c: '' if old.category(c) in ('Cn', now.category(c)) else old.category(c), '')
section('old-bidirectional', changed('bidirectional'), '')
section('old-width', changed('east_asian_width'), '')
section('old-mirrored', changed('mirrored'), '')
section('old-decimal', changed('decimal', None), '')
section('old-digit', changed('digit', None), '')
section('old-numeric', changed('numeric', None), '')
section('old-normalization', lambda c: points(old.normalize('NFKD', c))
        if old.category(c) != 'Cn' and old.normalize('NFKD', c) != now.normalize('NFKD', c) else '', '')
target = pathlib.Path(__file__).parents[2] / 'runtime/src/main/resources/dev/adder/runtime/text/unicode-properties.txt'
target.write_text('\n'.join(out) + '\n')
