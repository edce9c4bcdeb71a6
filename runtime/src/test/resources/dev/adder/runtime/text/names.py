"""Names of all characters, and look-ups of names in unusual spellings."""
import unicodedata


def enc(text):
    return '.'.join('%x' % ord(c) for c in text)


def lookup(name):
    try:
        return enc(unicodedata.lookup(name))
    except KeyError:
        return 'none'


def literal(name):
    try:
        return enc(eval('"\\N{%s}"' % name))
    except SyntaxError:
        return 'none'


for c in range(0x110000):
    name = unicodedata.name(chr(c), None)
    if name is None and c % 16:
        continue
    print('name\t%x\t=%s' % (c, name or 'null'))
    if name:
        print('lookup\t%s\t=%x' % (name, c))
for c in range(256):
    for name in ('VS%d' % c, 'vs%d' % c, 'VS0%d' % c, 'VARIATION SELECTOR-%d' % c):
        print('lookup\t%s\t=%s' % (name, lookup(name)))
for name in ['VS', 'VS257', 'VS1000', 'VS-1', 'cjk unified ideograph-4e00', 'CJK UNIFIED IDEOGRAPH-04E00', 'CJK UNIFIED IDEOGRAPH-20000',
             'CJK UNIFIED IDEOGRAPH-4e00', 'CJK UNIFIED IDEOGRAPH-0041', 'hangul syllable gag', 'Hangul Syllable GAG',
             'HANGUL SYLLABLE GAG', 'HANGUL SYLLABLE ', 'HANGUL SYLLABLE G', 'HANGUL SYLLABLE A', 'HANGUL SYLLABLE GGAGGX',
             'TANGUT IDEOGRAPH-17000', 'tangut ideograph-17000', 'TANGUT 17000', 'CJK UNIFIED IDEOGRAPHS 4E00', ' SPACE', 'SPACE ', 'space',
             'latin small letter a', 'CJK COMPATIBILITY IDEOGRAPH-F900', 'EGYPTIAN HIEROGLYPH-13460', 'NULL', 'nul', 'Bel', 'BELL',
             'LINE FEED', 'LINE FEED (LF)', 'HIGH SURROGATES D800', 'PRIVATE USE AREA E000', 'KEYCAP DIGIT ONE', 'keycap asterisk',
             'KATAKANA LETTER AINU P', 'LATIN SMALL LETTER GHA', 'CUNEIFORM SIGN KALAM', 'ZWJ', 'BOM', 'NBSP', 'nothing', '']:
    print('lookup\t%s\t=%s' % (name, lookup(name)))
    print('literal\t%s\t=%s' % (name, literal(name)))
