"""./dev fuzz [--seed N] [--count N] [--mode MODE]... [--oracle] [--keep FOLDER] [--show] [--reduce FILE]

Looks for differences between the engines: makes small programs by chance (chance.py; from the seed, always the same),
runs each interpreted and in the compiling modes, and compares what they print.  What differs is kept and shown.
Many programs share a process, so that a thousand take minutes; one that ends its process is run again alone.

--oracle compares mode off with CPython too.  --reduce takes lines out of a kept program as long as it still differs.
"""

import argparse
import os
import sys

import chance
import common

COMPILING = ["eager", "soon", "stress"]
BATCH = 40
ALONE = 60
MARK = "\x01program "
# Runs the programs named, one after the other, in one process.
DRIVER = '''import sys
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
for name in sys.argv[2:]:
    print("%s" + name, flush=True)
    try:
        __import__(name)
    except BaseException as e:
        print("ended with", type(e).__name__, str(e)[:200])
    sys.modules.pop(name, None)
    sys.stdout.flush()
''' % MARK


class Outcome:
    """What programs printed, by name; what the compiler's log says of faults; how a process ended that did not end well."""

    def __init__(self):
        self.printed = {}
        self.faults = []
        self.trouble = {}


def run(folder, names, mode, seconds):
    """One process: the outcome of the programs that came to their end in it, and the name of one that did not, or None."""
    outcome = Outcome()
    with common.Folder() as cwd:
        driver = os.path.join(cwd, "driver.py")
        with open(driver, "w", encoding="utf-8") as file:
            file.write(DRIVER)
        log = cwd + ".jitlog"
        command, env = [common.ORACLE], common.clean_environment()
        if mode != "oracle":
            command, env = common.adder_command(mode) + ["-X", "jitlog=" + log], common.adder_environment()
        done = common.run(command + ["-W", "ignore", driver, folder] + names, seconds, env, cwd)
        outcome.faults = common.jit_faults(log)
        if os.path.exists(log):
            os.unlink(log)
    parts = done.out.decode("utf-8", "surrogateescape").split(MARK)[1:]
    for part in parts:
        name, _, text = part.partition("\n")
        outcome.printed[name] = text
    if done.status == 0 and len(parts) == len(names):
        return outcome, None
    last = parts[-1].partition("\n")[0] if parts else names[0]
    outcome.printed.pop(last, None)
    how = "ran longer than %d s" % seconds if done.status is None else "exit status %d" % done.status
    outcome.trouble[last] = how + ": " + done.err.decode("utf-8", "replace").strip()[-300:]
    return outcome, last


def run_all(folder, names, mode):
    """As `run`, to the end: what ended the process is tried alone, the others go on without it."""
    whole = Outcome()
    rest = list(names)
    while rest:
        outcome, last = run(folder, rest, mode, ALONE + 4 * len(rest))
        whole.printed.update(outcome.printed)
        whole.faults += outcome.faults
        if last is None:
            break
        if len(rest) > 1:
            alone, failed = run(folder, [last], mode, ALONE)
            whole.printed.update(alone.printed)
            whole.trouble.update(alone.trouble)
            if failed is None:
                whole.trouble[last] = "not alone, but after others: " + outcome.trouble[last]
        else:
            whole.trouble.update(outcome.trouble)
        rest = rest[rest.index(last) + 1:]
    return whole


def culprit(folder, names, mode):
    """A program that shows a fault of the compiler by itself, or None if none does."""
    while len(names) > 1:
        half = len(names) // 2
        names = names[:half] if run_all(folder, names[:half], mode).faults else names[half:]
    return names[0] if run_all(folder, names, mode).faults else None


def compare(folder, names, modes, oracle):
    """What differs, by name of the program; `None` for what cannot be laid at one program's door."""
    wrong = {}
    off = run_all(folder, names, "off")
    for name, how in off.trouble.items():
        wrong.setdefault(name, []).append("off: " + how)
    for mode in modes + ["oracle"] * oracle:
        other = run_all(folder, names, mode)
        if other.faults:
            wrong.setdefault(culprit(folder, names, mode), []).append("%s: %s" % (mode, other.faults[0]))
        for name, how in other.trouble.items():
            wrong.setdefault(name, []).append("%s: %s" % (mode, how))
        for name in names:
            if name in off.printed and name in other.printed and off.printed[name] != other.printed[name]:
                a, b = off.printed[name].splitlines(), other.printed[name].splitlines()
                at = next((k for k, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
                wrong.setdefault(name, []).append("%s: line %d of the output is %s, interpreted %s" % (
                    mode, at + 1, b[at:at + 1], a[at:at + 1]))
    return wrong


# ---- making a program that differs smaller

def differs(folder, lines, modes, oracle):
    text = "\n".join(lines) + "\n"
    try:
        compile(text, "reduced", "exec")
    except (SyntaxError, ValueError):
        return False
    with open(os.path.join(folder, "reduced.py"), "w", encoding="utf-8") as file:
        file.write(text)
    off, last = run(folder, ["reduced"], "off", 20)
    if last is not None:
        return False
    for mode in modes + ["oracle"] * oracle:
        other, last = run(folder, ["reduced"], mode, 30)
        if last is not None or other.faults or other.printed != off.printed:
            return True
    return False


def reduce(path, modes, oracle):
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    with common.Folder() as folder:
        if not differs(folder, lines, modes, oracle):
            print("does not differ")
            return 1
        size = len(lines) // 2
        while size:
            at = 0
            while at < len(lines):
                fewer = lines[:at] + lines[at + size:]
                if differs(folder, fewer, modes, oracle):
                    lines = fewer
                else:
                    at += size
            size //= 2
    out = path[:-3] + "-reduced.py"
    with open(out, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    print("\n".join(lines))
    print(os.path.relpath(out, common.ROOT))
    return 0


def main():
    parser = argparse.ArgumentParser(prog="./dev fuzz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--mode", action="append", choices=[m for m in common.MODES if m != "off"],
                        help="modes to compare with off (%s)" % ", ".join(COMPILING))
    parser.add_argument("--oracle", action="store_true", help="compare mode off with CPython too")
    parser.add_argument("--keep", default=os.path.join(common.TARGET, "fuzz"))
    parser.add_argument("--show", action="store_true", help="print the program of the seed, run nothing")
    parser.add_argument("--reduce", metavar="FILE", help="make a program that differs smaller")
    args = parser.parse_args()
    modes = args.mode or COMPILING
    if args.show:
        print(chance.program(args.seed))
        return 0
    if args.reduce:
        return reduce(args.reduce, [] if args.oracle and not args.mode else modes, args.oracle)
    os.makedirs(args.keep, exist_ok=True)
    failed = 0
    for start in range(args.seed, args.seed + args.count, BATCH):
        names = []
        for seed in range(start, min(start + BATCH, args.seed + args.count)):
            names.append("seed%d" % seed)
            with open(os.path.join(args.keep, names[-1] + ".py"), "w", encoding="utf-8") as file:
                file.write(chance.program(seed))
        wrong = compare(args.keep, names, modes, args.oracle)
        for name, reasons in wrong.items():
            failed += 1
            print("FAIL " + (os.path.relpath(os.path.join(args.keep, name + ".py"), common.ROOT) if name else "compiler"))
            for line in reasons:
                print("     " + line, flush=True)
        for name in names:
            if name not in wrong and None not in wrong:
                os.unlink(os.path.join(args.keep, name + ".py"))
    return common.last_line(max(args.count - failed, 0), failed)


if __name__ == "__main__":
    sys.exit(main())
