"""Writes what library modules compile when they are imported: known.py PATTERNS TEXTS. A step of the build, run by the
CPython that the build unpacked, whose library is the one that Adder runs (with -S: what is imported before this program
can listen is not heard).

PATTERNS, the regular expressions, holds big-endian ints: a magic number, `_sre.MAGIC`, `_sre.CODESIZE`, the CRC-32 of what
follows, the number of patterns. Then for each of them: 1 for bytes, 0 for str; the flags that were asked for; the
pattern; and the arguments of `_sre.compile`: flags, number of groups, groupindex (names and numbers), number of words,
words. Texts are their length in bytes and UTF-8 (the characters of a bytes object are taken for Latin-1).

TEXTS, the Python texts given to `exec`, `eval` and `compile` (dataclasses and named tuples make theirs that way), holds
for each of them the mode (0 exec, 1 eval, 2 single), the flags, and the text. The library's image takes them up.
"""

import builtins
import sys

texts = {}
FUTURES = 0x1fe0000
MODES = {"exec": 0, "eval": 1, "single": 2}
library = (builtins.exec, builtins.eval, builtins.compile)


def note(source, mode, flags):
    if isinstance(source, str) and mode in MODES:
        texts[source, MODES[mode], flags] = None


def caller():
    return sys._getframe(2)


def known_exec(source, globals=None, locals=None, /, *, closure=None):
    frame = caller()
    note(source, "exec", frame.f_code.co_flags & FUTURES)
    if globals is None:
        globals = frame.f_globals
        locals = frame.f_locals if locals is None else locals
    return library[0](source, globals, locals, closure=closure)


def known_eval(source, globals=None, locals=None, /):
    frame = caller()
    note(source.lstrip(" \t") if isinstance(source, str) else source, "eval", frame.f_code.co_flags & FUTURES)
    if globals is None:
        globals = frame.f_globals
        locals = frame.f_locals if locals is None else locals
    return library[1](source, globals, locals)


def known_compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, **others):
    if not dont_inherit:
        flags |= caller().f_code.co_flags & FUTURES
    if optimize == -1 and not others:
        note(source, mode, flags)
    return library[2](source, filename, mode, flags, True, optimize, **others)


builtins.exec, builtins.eval, builtins.compile = known_exec, known_eval, known_compile

import importlib
import io
import re
import re._compiler
import struct
import warnings
import zlib

import _sre

MAGIC = 0x41445352
MODULES = """argparse ast asyncio base64 bdb calendar cmd code codecs concurrent.futures configparser contextlib copy csv
ctypes.util dataclasses datetime decimal difflib dis doctest email email._header_value_parser email.feedparser email.header
email.message email.policy email.utils filecmp fnmatch fractions ftplib functools getopt getpass gettext glob graphlib gzip
hashlib heapq html html.entities html.parser http.client http.cookiejar http.cookies http.server imaplib importlib.metadata
importlib.resources inspect ipaddress json keyword linecache locale logging logging.config logging.handlers mailbox
mimetypes multiprocessing netrc numbers optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib pprint
profile pstats pydoc queue random reprlib rlcompleter runpy sched secrets selectors shelve shlex shutil smtplib socket
socketserver sqlite3 ssl statistics string string.templatelib stringprep struct subprocess symtable sysconfig tarfile
tempfile textwrap threading timeit token tokenize tomllib trace traceback types typing unittest unittest.mock urllib.parse
urllib.request urllib.robotparser uuid venv warnings wave weakref webbrowser wsgiref.simple_server xml.dom.minidom
xml.etree.ElementTree xml.sax xmlrpc.client zipapp zipfile zoneinfo _strptime _pydecimal _pylong""".split()


def text(value):
    data = (value.decode("latin-1") if isinstance(value, bytes) else value).encode("utf-8", "surrogatepass")
    return struct.pack(">i", len(data)) + data


def ints(*values):
    return struct.pack(">%dI" % len(values), *values)


def main(patterns_file, texts_file):
    found = {}
    compile_pattern = re._compiler.compile
    sre_compile = _sre.compile
    arguments = []

    class Recorder:
        """Stands for `_sre` in the compiler."""

        def __getattr__(self, name):
            return getattr(_sre, name)

        @staticmethod
        def compile(*args):
            arguments.append(args)
            return sre_compile(*args)

    def recorded(pattern, flags=0):
        arguments.clear()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            result = compile_pattern(pattern, flags)
        # One that warns is to warn wherever it is compiled; one that depends on the locale is nobody's constant.
        if not caught and isinstance(pattern, (str, bytes)) and not result.flags & (re.DEBUG | re.LOCALE):
            found[type(pattern), pattern, int(flags)] = arguments[-1]
        return result

    re._compiler._sre = Recorder()
    re._compiler.compile = recorded
    for name in MODULES:
        try:
            importlib.import_module(name)
        except Exception:  # one that is not for this computer
            continue
    out = io.BytesIO()
    out.write(ints(len(found)))
    for (kind, pattern, flags), (_, all_flags, code, groups, index, _) in found.items():
        out.write(ints(kind is bytes, flags) + text(pattern) + ints(all_flags, groups, len(index)))
        for name, number in index.items():
            out.write(text(name) + ints(number))
        out.write(ints(len(code), *code))
    body = out.getvalue()
    with open(patterns_file, "wb") as file:
        file.write(ints(MAGIC, _sre.MAGIC, _sre.CODESIZE, zlib.crc32(body)) + body)
    with open(texts_file, "wb") as file:
        for source, mode, flags in texts:
            file.write(ints(mode, flags) + text(source))
    print(len(found), "patterns,", len(texts), "texts")


main(*sys.argv[1:])
