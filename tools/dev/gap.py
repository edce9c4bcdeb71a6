"""./dev gap [--update] [--oracle] [--totals] [MODULE...]

What the oracle has and Adder lacks: by module, type, method, signature and docstring.  Every module of the standard
library is looked at by conformance/driver/introspect.py under both, and the answers are compared.  Without a MODULE all
are; --totals prints one line a module; --update writes the totals into docs/status.md.
"""

import argparse
import os
import re
import sys

import common

DRIVER = os.path.join(common.ROOT, "conformance", "driver", "introspect.py")
STATUS = os.path.join(common.ROOT, "docs", "status.md")
# Bound to another system, to a window, to CPython's own making or tests, or doing something when imported.
LEFT_OUT = re.compile(r"^(_test|_xx|test$|idlelib|tkinter|_tkinter|turtle|turtledemo|antigravity|this$|__main__|_ctypes_test"
                      r"|lib2to3|nt$|_winapi|_wmi|winreg|winsound|msvcrt|_overlapped|_msi|_osx|_scproxy"
                      r"|_ios|_apple|_android|_interpchannels|_interpqueues|_remote_debugging|ensurepip|venv$|_aix|pip)")
MORE = ["os.path", "importlib.abc", "importlib.machinery", "importlib.util", "importlib.resources",
        "importlib.metadata", "collections.abc", "concurrent.futures", "concurrent.interpreters", "email.message",
        "http.client", "http.server", "json.decoder", "json.encoder", "logging.config", "logging.handlers",
        "multiprocessing.pool", "unittest.mock", "urllib.parse", "urllib.request", "xml.dom.minidom",
        "xml.etree.ElementTree", "asyncio.events", "asyncio.tasks", "encodings.utf_8", "string.templatelib"]


def modules():
    return sorted([m for m in sys.stdlib_module_names if not LEFT_OUT.search(m)] + MORE)


def introspect(command, env, names, timeout=60):
    """{module: None or {qualname: (kind, signature, doc)}}, {module: reason}; goes on behind one that ends the run."""
    has, missing = {}, {}
    todo = list(names)
    while todo:
        with common.Folder() as cwd:
            results = os.path.join(cwd, "results")
            done = common.run(command + [DRIVER, results] + todo, timeout + len(todo), env, cwd)
            running, ended = None, False
            lines = []
            if os.path.exists(results):
                with open(results, encoding="utf-8", errors="replace") as file:
                    lines = [line[:-1].split("\t") for line in file if line.endswith("\n")]
            for words in lines:
                if words[0] == "begin":
                    running = words[1]
                elif words[0] == "module":
                    has[words[1]] = {}
                elif words[0] == "missing":
                    missing[words[1]] = words[2]
                elif words[0] == "has" and len(words) == 6:
                    has[words[1]][words[2]] = tuple(words[3:6])
                elif words[0] == "end":
                    ended = True
        if ended:
            break
        if running is None:
            last = done.err.decode("utf-8", "replace").strip().splitlines()
            missing.update((name, "does not run: " + (last[-1] if last else str(done.status))) for name in todo)
            break
        has.pop(running, None)
        missing[running] = "hangs" if done.status is None else "ends the process"
        todo = todo[todo.index(running) + 1:]
    return has, missing


class Gap:
    """One module's: what is not there, what differs."""

    def __init__(self, name, theirs, ours, reason):
        self.name = name
        self.all = len(theirs)
        self.reason = reason
        self.missing = sorted(theirs) if ours is None else []
        self.kinds, self.signatures, self.documents = [], [], []
        if ours is not None:
            absent = set()
            for qualname in sorted(theirs):
                if qualname not in ours:
                    if qualname.rpartition(".")[0] not in absent:
                        self.missing.append(qualname)
                    absent.add(qualname)
                    continue
                kind, signature, doc = theirs[qualname]
                our_kind, our_signature, our_doc = ours[qualname]
                if kind == "type" and our_kind != "type" or (kind in ("function", "method") and our_kind == "value"):
                    self.kinds.append("%s: %s, not %s" % (qualname, our_kind, kind))
                if signature and signature != our_signature:
                    self.signatures.append("%s%s, not %s" % (qualname, our_signature or " without one", signature))
                if doc == "doc" and our_doc != "doc":
                    self.documents.append(qualname)
            self.absent = len(absent)
        else:
            self.absent = len(theirs)

    def wrong(self):
        return self.missing or self.kinds or self.signatures or self.documents or self.reason

    def totals(self):
        return (self.all, self.absent, len(self.kinds), len(self.signatures), len(self.documents))


def update_status(gaps, totals):
    begin, end = "<!-- gap report: ./dev gap --update -->", "<!-- end of gap report -->"
    loaded = sum(1 for g in gaps if g.reason is None)
    lines = [begin, "",
             "Of %d library modules that the oracle imports, Adder imports %d. Of their %d names (functions, types," % (
                 len(gaps), loaded, totals[0]),
             "methods, attributes) %d are missing; of those that are there, %d are of another kind, %d have another" % (
                 totals[1], totals[2], totals[3]),
             "signature and %d lack their docstring." % totals[4], ""]
    not_loaded = [g for g in gaps if g.reason is not None]
    if not_loaded:
        lines += ["Not imported: " + ", ".join("`%s`" % g.name for g in not_loaded) + ".", ""]
    lines.append(end)
    with open(STATUS, encoding="utf-8") as file:
        text = file.read()
    head, _, rest = text.partition(begin)
    tail = rest.partition(end)[2]
    with open(STATUS, "w", encoding="utf-8") as file:
        file.write(head + "\n".join(lines) + tail)


def main():
    parser = argparse.ArgumentParser(prog="./dev gap")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--totals", action="store_true")
    parser.add_argument("--oracle", action="store_true", help="compare the oracle with itself: tests the tool")
    parser.add_argument("module", nargs="*")
    args = parser.parse_args()
    names = args.module or modules()
    theirs, not_theirs = introspect([common.ORACLE], common.clean_environment(), names)
    ours, not_ours = (introspect([common.ORACLE], common.clean_environment(), names) if args.oracle else
                      introspect(common.adder_command(), common.adder_environment(), list(theirs)))
    gaps = [Gap(name, theirs[name], ours.get(name), None if name in ours else not_ours.get(name, "not looked at"))
            for name in sorted(theirs)]
    for gap in gaps:
        if not gap.wrong():
            continue
        if args.totals:
            print("%-28s %5d names, missing %4d, kind %3d, signature %4d, docstring %4d%s" % (
                (gap.name,) + gap.totals() + ("  " + gap.reason if gap.reason else "",)))
            continue
        print(gap.name + ("  (not imported: %s)" % gap.reason if gap.reason else ""))
        if gap.reason is None:
            for title, items in (("missing", gap.missing), ("kind", gap.kinds), ("signature", gap.signatures),
                                 ("no docstring", gap.documents)):
                for item in items:
                    print("    %s: %s" % (title, item))
    totals = [sum(column) for column in zip(*(gap.totals() for gap in gaps))]
    print("%d modules, %d not imported; %d names, %d missing, %d of another kind, %d with another signature, "
          "%d without docstring" % (len(gaps), sum(1 for g in gaps if g.reason is not None), *totals))
    if args.update:
        update_status(gaps, totals)
    return 0


if __name__ == "__main__":
    sys.exit(main())
