# must-compile: run, even
import argparse
import contextlib
import io


def run(parser, *words):
    out = io.StringIO()
    try:
        with contextlib.redirect_stderr(out), contextlib.redirect_stdout(out):
            r = parser.parse_args(list(words))
        print(words, vars(r) if not hasattr(r, "func") else {k: v for k, v in vars(r).items() if k != "func"})
    except SystemExit as e:
        print(words, "exit", e.code, out.getvalue())


p = argparse.ArgumentParser(prog="tool", description="A tool.", epilog="The end.")
p.add_argument("file", help="the file")
p.add_argument("rest", nargs="*", type=int)
p.add_argument("-v", "--verbose", action="count", default=0, help="more output")
p.add_argument("-n", "--number", type=int, default=5, metavar="N", help="a number (default: %(default)s)")
p.add_argument("--choice", choices=["a", "b"])
p.add_argument("--flag", action=argparse.BooleanOptionalAction)
p.add_argument("--list", action="append")
p.add_argument("--pair", nargs=2)
p.add_argument("--const", action="store_const", const=7)
p.add_argument("-q", dest="quiet", action="store_true")
p.add_argument("--version", action="version", version="%(prog)s 1.0")
for words in (["f"], ["f", "1", "2"], ["-vv", "f"], ["f", "-n3"], ["f", "--number=9"], ["f", "--num", "4"], ["f", "--choice", "b"], ["f", "--flag"], ["f", "--no-flag"], ["f", "--list", "a", "--list", "b"], ["f", "--pair", "x", "y"], ["f", "--const"], ["-qv", "f"], ["--", "-f"], [], ["f", "x"], ["f", "-n"], ["f", "-n", "z"], ["f", "--choice", "c"], ["f", "--nope"], ["f", "--pair", "x"], ["--version"], ["--help"]):
    run(p, *words)
s = argparse.ArgumentParser(prog="sub", add_help=False)
subs = s.add_subparsers(dest="cmd", required=True)
a = subs.add_parser("add", aliases=["plus"])
a.add_argument("x", type=float)
g = subs.add_parser("get").add_mutually_exclusive_group(required=True)
g.add_argument("--one", action="store_true")
g.add_argument("--two", action="store_true")
for words in (["add", "1.5"], ["plus", "2"], ["get", "--one"], ["get"], ["get", "--one", "--two"], ["nope"], []):
    run(s, *words)
print(p.parse_known_args(["f", "--unknown", "1"]), p.parse_args(["f"], namespace=argparse.Namespace(z=1)).z, argparse.Namespace(a=1, b="x"))
print(p.format_usage())


def even(v):
    n = int(v)
    if n % 2:
        raise argparse.ArgumentTypeError(f"{n} is odd")
    return n


e = argparse.ArgumentParser(prog="even", exit_on_error=False)
e.add_argument("--e", type=even)
try:
    e.parse_args(["--e", "3"])
except argparse.ArgumentError as x:
    print(x)
run(e, "--e", "4")
