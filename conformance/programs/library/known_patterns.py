# must-compile: show
# Regular expressions of the library, which the build may have compiled: what they are, and that they work.
import importlib
import re

MODULES = ("argparse", "ast", "base64", "calendar", "configparser", "csv", "difflib", "dis", "doctest", "email.header",
           "email.utils", "email._header_value_parser", "fractions", "html.parser", "http.cookies", "inspect", "json.decoder",
           "json.encoder", "json.scanner", "linecache", "locale", "logging", "netrc", "pkgutil", "platform", "pprint",
           "shlex", "string", "textwrap", "tokenize", "urllib.parse", "xml.etree.ElementTree", "zipfile")
PROBES = ("", "abc 123", "  x = 1  # c", "# -*- coding: latin-1 -*-", "<a href='x'>", "%(name)s %d", "2026-11-23 10:00:00",
          "\ud800 \u00e9\u0130\u017f", "k=v; w=\"q\"", "\\u0041\\n\"", "-12.5e+7", "=?utf-8?q?x?=", "&amp; &#65;", "a\tb\r\nc")


def show(name, p):
    print(name, p.pattern if isinstance(p.pattern, bytes) else ascii(p.pattern), p.flags, p.groups, dict(p.groupindex))
    for probe in PROBES:
        text = probe.encode("utf-8", "surrogatepass") if isinstance(p.pattern, bytes) else probe
        m = p.search(text)
        if m is not None:
            print("   ", ascii(text), m.span(), ascii(m.groups()), m.lastgroup, ascii(p.sub("<>" if text is probe else b"<>", text)))


for name in MODULES:
    module = importlib.import_module(name)
    found = [(key, value) for key, value in vars(module).items() if isinstance(value, re.Pattern)]
    for thing in vars(module).values():
        if isinstance(thing, type) and thing.__module__ == name:
            found += [(thing.__name__ + "." + key, value) for key, value in vars(thing).items()
                      if isinstance(value, re.Pattern)]
    for key, value in found:
        show(name + " " + key, value)
        again = re._compiler.compile(value.pattern, value.flags)
        print("   ", again == value, hash(again) == hash(value), ascii(repr(again))[:80], again.flags == value.flags)

print(re._compiler.compile("a(b)?", re.I), re._compiler.compile(p="x"), re._compiler.compile("y", flags=re.X))
for bad in ("(", 5, None):
    try:
        re._compiler.compile(bad)
    except Exception as e:
        print(type(e).__name__, e)
