# must-compile: attempt, Writer.write, Writer.flush, Writer.__init__
import io
import sys


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print()
print("a", 1, None, 2.5, [1], sep="-", end="!\n")
print("x", "y", sep="")
print(*range(5), sep=", ")
print("no newline", end="")
print()
print("a", "b", sep=None, end=None)
print(attempt(print, "a", sep=5), attempt(print, "a", end=5), attempt(print, "a", foo=1))
out = io.StringIO()
print("to", "stream", file=out, flush=True)
print(repr(out.getvalue()), attempt(print, "x", file=5))


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)

    def flush(self):
        self.parts.append("<flush>")


w = Writer()
print("a", 1, file=w, flush=True)
print(w.parts)
old = sys.stdout
sys.stdout = w
print("redirected")
sys.stdout = old
print(w.parts[-2:])
sys.stdout = None
print("nowhere")
sys.stdout = old
print(attempt(input), attempt(input, "prompt> "))
sys.stdin = io.StringIO("line one\nline two\nlast")
print(repr(input()), repr(input("? ")), repr(input()), attempt(input))
sys.stdin = sys.__stdin__
print(sys.stdin.read() == "", sys.stdin.readline() == "", list(sys.stdin))


class S:
    def __str__(self):
        return "str of S"


class Bad:
    def __str__(self):
        raise ValueError("no str")


print(S(), [S.__name__])
print(attempt(print, "before", Bad()))
print("é ü 日本 😀 \t tab")
print(attempt(print, "\ud800") or "lone surrogate")
sys.stdout.write("direct write\n")
print(sys.stdout.write("five\n"))
sys.stdout.writelines(["a\n", "b\n"])
sys.stdout.buffer.write(b"bytes \xc3\xa9\n") if sys.stdout.flush() is None else 0
sys.stdout.flush()
print(sys.stdout.encoding.lower(), sys.stdout.name, sys.stdout.mode, sys.stdout.writable(), sys.stdout.readable(), sys.stdin.readable(), sys.stdout.isatty(), sys.stdout.fileno(), sys.stderr.fileno(), sys.stdout.errors, sys.stdin.errors, sys.stderr.errors, sys.stdout.newlines)
print("%r" % sys.stdout.closed, sys.stdout.line_buffering, type(sys.stdout).__name__, type(sys.stdout.buffer).__name__, type(sys.stdout.buffer.raw).__name__)
print(repr(sys.displayhook)[:24], sys.displayhook(5), sys.displayhook(None), sys.displayhook("text"))
import builtins
print(builtins._)
