"""./dev fuzz [--seed N] [--count N] [--keep FOLDER] [--show]

Looks for differences between the engines: makes small programs by chance (from the seed, always the same), runs each
with -X jit=off, eager,sync and stress, and compares what they print.  A program is functions of arithmetic, loops,
try, containers and generators over variables that change kind; every function is called many times with many kinds of
arguments, and prints the result or the exception.  What differs is kept and shown.
"""

import argparse
import os
import random
import sys

import common

VALUES = ["0", "1", "-3", "7", "2.5", "-0.0", "1e300", "2 ** 62", "2 ** 63 - 1", "-(2 ** 70)", "True", "None", "'ab'",
          "(1, 2)", "[3, 1.5]", "1j", "{}"]
NAMES = "abcd"


class Maker:
    """Writes one program."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.lines = []
        self.functions = []

    def pick(self, options):
        return self.chance.choice(options)

    def expression(self, depth=0):
        kind = self.chance.randrange(14 if depth < 3 else 4)
        sub = lambda: self.expression(depth + 1)
        if kind < 3:
            return self.pick(NAMES)
        if kind == 3:
            return self.pick(["0", "1", "2", "3", "-1", "10", "0.5", "1 << 40", "2 ** 62", "'s'", "None", "True"])
        if kind < 8:
            return "(%s %s %s)" % (sub(), self.pick(["+", "-", "*", "+", "-", "*", "//", "%", "/", "&", "|", "^"]), sub())
        if kind == 8:
            return "(%s %s %s)" % (sub(), self.pick(["<", "<=", "==", "!=", ">", ">=", "is", "is not"]), sub())
        if kind == 9:
            return self.pick(["(-%s)", "(not %s)", "abs(%s)", "len([%s])", "[%s, 1][0]", "(%s,)[-1]"]) % sub()
        if kind == 10:
            return "(%s if %s else %s)" % (sub(), sub(), sub())
        if kind == 11:
            return "xs[%s]" % self.pick(["i % 3", "0", "-1", "a", "i"])
        if kind == 12 and self.functions:
            return "%s(%s, %s, %s)" % (self.pick(self.functions), sub(), sub(), self.pick(["xs", "[1, 2]", "[0.5]"]))
        return "(%s << %s)" % (sub(), self.pick(["1", "3", "i % 70", "i"]))

    def block(self, indent, depth, loop):
        for _ in range(self.chance.randrange(1, 4)):
            self.statement(indent, depth, loop)

    def statement(self, indent, depth, loop):
        pad = "    " * indent
        put = lambda text: self.lines.append(pad + text)
        kind = self.chance.randrange(15 if depth < 3 else 7)
        name = self.pick(NAMES)
        if kind < 4:
            put("%s = %s" % (name, self.expression()))
        elif kind == 4:
            put("%s %s= %s" % (name, self.pick("+-*"), self.expression(1)))
        elif kind == 5:
            put(self.pick(["xs[%d] = %s" % (self.chance.randrange(4), self.expression(1)),
                           "xs = xs[-3:] + [%s]" % self.expression(2), "xs.append(%s); del xs[4:]" % name,
                           "%s, %s = %s, %s" % (name, self.pick(NAMES), self.expression(1), self.expression(1))]))
        elif kind == 6:
            put(self.pick(["continue", "break"]) if loop and self.chance.random() < 0.3
                else "yield %s" % name if self.generator else "if i > 3: return %s" % self.expression(1))
        elif kind < 9:
            put("if %s:" % self.expression(1))
            self.block(indent + 1, depth + 1, loop)
            if self.chance.random() < 0.5:
                put("else:")
                self.block(indent + 1, depth + 1, loop)
        elif kind < 12:
            put("for i in %s:" % self.pick(["range(5)", "range(7, 0, -2)", "[1, 2, 3]", "(1, 2.5)", "list(xs)",
                                            "[x for x in (4, 5)]", "iter([1.5, 2.5])"]))
            self.block(indent + 1, depth + 1, True)
        else:
            put("try:")
            self.block(indent + 1, depth + 1, loop)
            handlers = self.chance.sample(["TypeError", "(ZeroDivisionError, OverflowError)", "IndexError"], 2)
            for h in handlers:
                put("except %s as e:" % h)
                put("    %s = %s" % (self.pick(NAMES), self.pick(["str(e)", "1", "i", "None", "%s" % name])))
                if self.chance.random() < 0.4:
                    self.block(indent + 1, depth + 1, loop)
            if self.chance.random() < 0.4:
                put("finally:")
                put("    %s = %s" % (self.pick(NAMES), self.pick(["i", "2", "b", "[i]"])))

    def program(self):
        self.lines = ["# made by ./dev fuzz", "import itertools", "", "",
                      "def small(v):",
                      "    return repr(v)[:60] if not isinstance(v, int) or -10 ** 40 < v < 10 ** 40 else v % 1000003",
                      "", ""]
        for k in range(3):
            name = "f%d" % k
            self.generator = k == 2
            self.lines += ["def %s(a, b, xs):" % name, "    c = d = i = 0"]
            for _ in range(3):
                self.statement(1, 0, False)
            self.lines += ["    for i in range(6):"]
            self.block(2, 1, True)
            if self.generator:
                self.lines += ["        yield (a, b)"]
            self.lines += ["    return (a, b, c, d, xs)" if not self.generator else "    yield xs", "", ""]
            if not self.generator:
                self.functions.append(name)
        arguments = ", ".join(self.chance.sample(VALUES, 5))
        self.lines += ["seen = []", "for a, b in list(itertools.product([%s], repeat=2)) * 4:" % arguments]
        for k in range(3):
            call = "f%d(a, b, [a, 1, 2.0])" % k
            self.lines += ["    try:", "        seen.append(small(%s))" % (call if k < 2 else
                           "list(itertools.islice(%s, 40))" % call),
                           "    except Exception as e:",
                           "        seen.append((type(e).__name__, str(e)[:80], e.__traceback__.tb_next.tb_lineno))"]
        self.lines += ["for s in seen:", "    print(s)", ""]
        return "\n".join(self.lines)


def one(path, mode):
    with common.Folder() as cwd:
        log = cwd + ".jitlog"
        command = common.adder_command(mode) + ["-W", "ignore", "-X", "jitlog=" + log, path]
        done = common.run(command, 60, common.adder_environment(), cwd)
        faults = common.jit_faults(log)
        if os.path.exists(log):
            os.unlink(log)
    return done, faults


def check(path):
    off, _ = one(path, "off")
    if off.status != 0:
        return ["off: exit status %s: %s" % (off.status, off.err.decode("utf-8", "replace").strip()[-200:])]
    wrong = []
    for mode in ("eager", "stress"):
        done, faults = one(path, mode)
        wrong += ["%s: %s" % (mode, f) for f in faults]
        if done.status != 0:
            wrong.append("%s: exit status %s: %s" % (mode, done.status, done.err.decode("utf-8", "replace")[-300:]))
        elif done.out != off.out:
            a, b = off.out.decode().splitlines(), done.out.decode().splitlines()
            at = next((k for k, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            wrong.append("%s: line %d of the output is %s, interpreted %s" % (mode, at + 1, b[at:at + 1], a[at:at + 1]))
    return wrong


def main():
    parser = argparse.ArgumentParser(prog="./dev fuzz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--keep", default=os.path.join(common.TARGET, "fuzz"))
    parser.add_argument("--show", action="store_true", help="print the program of the seed, run nothing")
    args = parser.parse_args()
    if args.show:
        print(Maker(args.seed).program())
        return 0
    os.makedirs(args.keep, exist_ok=True)
    failed = 0
    for seed in range(args.seed, args.seed + args.count):
        path = os.path.join(args.keep, "seed%d.py" % seed)
        with open(path, "w", encoding="utf-8") as file:
            file.write(Maker(seed).program())
        wrong = check(path)
        if wrong:
            failed += 1
            print("FAIL " + os.path.relpath(path, common.ROOT))
            for line in wrong:
                print("     " + line)
        else:
            os.unlink(path)
    return common.last_line(args.count - failed, failed)


if __name__ == "__main__":
    sys.exit(main())
