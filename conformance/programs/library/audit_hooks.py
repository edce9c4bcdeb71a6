# must-compile: hook, strict
# Audit hooks: what is told to them, that they see each other, and that they can forbid.
import os
import sys
import tempfile

events = []
KNOWN = {"compile", "exec", "import", "sys._getframe", "sys.addaudithook", "program.own"}


def hook(event, args):
    if event in KNOWN:
        events.append((event, args[:2] if event in ("compile", "program.own") else args[0].co_filename if event == "exec"
                       else args[:2] if event == "import" else len(args)))
    elif event == "open" and isinstance(args[0], str) and args[0].endswith("audited.txt"):
        events.append((event, args[1], args[2] & (os.O_RDWR | os.O_TRUNC)))


print(sys.audit("nobody.listens", 1, [2]))
sys.addaudithook(hook)
print(sys.audit("program.own", 1, "two"))
compile("a + 1", "file name", "eval")
compile(b"b = 2", "other", "exec")
exec("c = 3")
print(eval("4 * 5"))
sys._getframe()
try:
    import a_module_that_is_missing
except ImportError as e:
    print(e)
name = os.path.join(tempfile.gettempdir(), "%d.audited.txt" % os.getpid())
with open(name, "w") as f:
    f.write("x")
with open(name) as f:
    f.read()
os.unlink(name)
for wrong in ((1,), ()):
    try:
        sys.audit(*wrong)
    except TypeError as e:
        print(e)


class Forbidden(BaseException):
    pass


def strict(event, args):
    if event == "program.own":
        raise ValueError("not this")
    if event == "sys.addaudithook":
        raise Forbidden() if len(seen) else RuntimeError("no more hooks")


seen = []
sys.addaudithook(strict)
sys.addaudithook(lambda event, args: seen.append(event))
try:
    sys.audit("program.own", 3)
except ValueError as e:
    print("ValueError", e)
print(seen)
seen.append("now")
try:
    sys.addaudithook(len)
except Forbidden:
    print("forbidden")
for event in events:
    print(event)
