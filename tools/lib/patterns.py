"""Writes the regular expressions that library modules compile when they are imported: patterns.py FILE. A step of the
build, run by the CPython that the build unpacked, whose `re` is the one that Adder runs (with -S: what is imported before
this program can listen is not heard).

The file holds big-endian ints: a magic number, `_sre.MAGIC`, `_sre.CODESIZE`, the CRC-32 of what follows, the number of
patterns. Then for each of them: 1 for bytes, 0 for str; the flags that were asked for; the pattern; and the arguments of
`_sre.compile`: flags, number of groups, groupindex (names and numbers), number of words, words. Texts are their length in
bytes and UTF-8 (the characters of a bytes object are taken for Latin-1).
"""

import importlib
import io
import re
import re._compiler
import struct
import sys
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


def main(path):
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
    with open(path, "wb") as file:
        file.write(ints(MAGIC, _sre.MAGIC, _sre.CODESIZE, zlib.crc32(body)) + body)
    print(len(found), "patterns")


main(sys.argv[1])
