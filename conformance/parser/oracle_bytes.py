"""Run by CPython: outcomes of compiling bytes in many encodings, good and bad. usage: oracle_bytes.py OUTPUT"""
import ast
import base64
import sys

CASES = [b"x\n\ny='a\xc3'\n", b"x\n# coding: utf8\ny='\xe9'", b"\xef\xbb\xbfx='\xff'", b"# coding: utf-8\n\xe9 = $",
         b"# coding: cp1252\nx='\x81'", b"# coding: euc_jp\nx='\xff'", b"# -*- coding: iso-8859-15 -*-\nx='\xa4'",
         b"# vim: set fileencoding=latin-1 :\nx='\xa4' $", b"x=1 # coding: foo\n", b"\n# coding: foo\n",
         b"\n\n# coding: foo\n", b"\\\n# coding: foo\n", b'"""\n# coding: foo\n"""', b"# coding: UTF_8-foo\nx",
         b"# coding: nope\nx", b"\x0c# coding: foo", b"# coding=\n", b"\xfe\xff", b"x\x00",
         b"# coding: shift_jis\nx = '\x83\x5c' $", b"\xef\xbb\xbf# coding: utf-8\nx $", b"\xef\xbb\xbfx $",
         b"# coding: latin-1\r\nx = '\xe9'\r\n$", b"\xef\xbb\xbf# coding: latin-1\n1 1", b"# coding: foo-8\n1",
         b"# coding: utf8\n\xff", b"# coding: ascii\nx = '\xff'\n", b"x = '\xe2\x82\xac' $", b"x = '\xed\xa0\x80'",
         b"x = '\xf0\x9f\x98\x80' $", b"'\xc0\x80'", b"a\rb\r c", b"a\r\nb $\r\n", b"x = '''\r\n\r'''\ny $"]


def outcome(source):
    try:
        compile(source, "<case>", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    except SyntaxError as e:
        return "|".join(str(x) for x in (type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset,
                                         e.text))
    return "OK"


with open(sys.argv[1], "w") as out:
    for source in CASES:
        out.write("bytes 0 %s %s\n" % (base64.b64encode(source).decode() or "-",
                                       base64.b64encode(outcome(source).encode()).decode()))
