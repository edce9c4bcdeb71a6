# modes: stress
# must-compile: number, build
"""argparse: help, usage and error texts of a program with subcommands, groups, choices, types, and exits."""
import argparse
import contextlib
import io
import os

os.environ["COLUMNS"] = "80"
os.environ["NO_COLOR"] = "1"


def number(text):
    n = int(text, 0)
    if n < 0:
        raise argparse.ArgumentTypeError(f"{n} is negative")
    return n


def build():
    p = argparse.ArgumentParser(prog="tool", description="A tool that does many things, described at some length so that it wraps around.", epilog="See also: nothing.", allow_abbrev=True)
    p.add_argument("-V", "--version", action="version", version="%(prog)s 1.0")
    p.add_argument("-v", "--verbose", action="count", default=0, help="more output (default: %(default)s)")
    p.add_argument("--color", choices=["auto", "never"], default="auto")
    group = p.add_mutually_exclusive_group()
    group.add_argument("--json", action="store_true")
    group.add_argument("--xml", dest="format", action="store_const", const="xml")
    sub = p.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    add = sub.add_parser("add", help="adds numbers", aliases=["plus"])
    add.add_argument("numbers", type=number, nargs="+", metavar="N")
    add.add_argument("--scale", type=float, default=1.0)
    add.set_defaults(func=lambda a: sum(a.numbers) * a.scale)
    copy = sub.add_parser("copy")
    copy.add_argument("source")
    copy.add_argument("target", nargs="?", default="here")
    copy.add_argument("--exclude", action="append", default=[])
    copy.add_argument("--force", action=argparse.BooleanOptionalAction)
    copy.add_argument("rest", nargs=argparse.REMAINDER)
    return p


for line in ("add 1 2 0x10", "-vv plus 5 --scale 2.5", "copy a", "copy a b --exclude x --exclude=y --no-force", "copy a b -- -x", "--json add 1", "--ver", "--verb add 1", "-h", "add -h", "", "add", "add x", "add -1", "nope", "--json --xml add 1", "--color red add 1", "add 1 --scale", "add 1 --unknown 3", "--v add 1"):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            a = build().parse_args(line.split())
            result = {k: v for k, v in sorted(vars(a).items()) if k != "func"}, a.func(a) if hasattr(a, "func") else None
        except SystemExit as e:
            result = "exit", e.code
    print("$", line, "->", result)
    print(out.getvalue() + err.getvalue(), end="")
p = argparse.ArgumentParser(prog="t", exit_on_error=False, fromfile_prefix_chars="@", formatter_class=argparse.ArgumentDefaultsHelpFormatter, argument_default=argparse.SUPPRESS)
p.add_argument("--n", type=int, default=3, help="a number")
p.add_argument("x", nargs="*", help="things")
with open("args", "w") as f:
    f.write("--n\n7\nfrom file\n")
print(p.parse_args(["@args", "more"]), p.parse_known_args(["--zz", "1", "--n=5"]), p.parse_intermixed_args(["a", "--n", "1", "b"]))
try:
    p.parse_args(["--n", "x"])
except argparse.ArgumentError as e:
    print(type(e).__name__, e, e.argument_name)
print(p.format_help(), p.format_usage(), argparse.Namespace(a=1, b="x"), argparse.Namespace(a=1) == argparse.Namespace(a=1))
for bad in (lambda: p.add_argument("--n"), lambda: p.add_argument("a b", "c"), lambda: p.add_argument("--q", action="nope"), lambda: p.add_argument("--q", nargs=0), lambda: p.add_argument("pos", required=True), lambda: p.add_argument("--q", type="int")):
    try:
        bad()
        print("accepted")
    except Exception as e:
        print(type(e).__name__, e)
