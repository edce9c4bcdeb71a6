"""Prints, for every code point: lower case, whether cased, and the three character classes."""
import _sre
import re

digit, space, word = (re.compile(c) for c in (r"\d", r"\s", r"\w"))
for i in range(0x110000):
    c = chr(i)
    print(_sre.unicode_tolower(i), int(_sre.unicode_iscased(i)), int(bool(digit.match(c))), int(bool(space.match(c))),
          int(bool(word.match(c))))
