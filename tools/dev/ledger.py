"""./dev ledger [--runs N] [--mode MODE] [--check] [--fast] [--timeout S] [--jobs N] [--show] [TEST...]

Runs CPython's own test files under Adder, each in a process of its own, in which no method may take longer than the
time limit (or twice that), and keeps one sorted file a test module under conformance/ledger/: per method pass, fail,
skip or out, with a reason.  A method is entered as `pass` after N (3) passing runs.  Without a TEST, those of
conformance/selection.txt.

--check compares instead of writing: a method that the ledger calls `pass` must pass (the ratchet); --fast takes the
tests of conformance/ratchet.txt.  --show prints the shares of the ledger as it is.

Shares are of the methods that the oracle passes on this machine run the same way.  Skipping what the oracle passes is
failing.  `out` are those that need CPython-only modules or that CPython marks as its implementation detail.
"""

import argparse
import os
import re
import sys

import common

CONFORMANCE = os.path.join(common.ROOT, "conformance")
LEDGER = os.path.join(CONFORMANCE, "ledger")
DRIVER = os.path.join(CONFORMANCE, "driver", "unittest_driver.py")
ORACLE_SAYS = os.path.join(common.TARGET, "ledger-oracle")
RESTARTS = 8
CPYTHON_ONLY = re.compile(r"implementation detail|_test(internal|limited)?c(api|linic)|_testsinglephase"
                          r"|_testmultiphase|_xxtestfuzz|cpython[ _]only|CPython only|specific to cpython", re.I)


class Outcome:
    """What one run of one test module gave: `methods` maps an id to (status, reason)."""

    def __init__(self):
        self.methods = {}
        self.load = None

    def add(self, name, status, reason):
        # The same id twice (two doctests, a generated method): the worse one counts.
        order = ("pass", "skip", "fail")
        old = self.methods.get(name)
        if old is None or order.index(status) > order.index(old[0]):
            self.methods[name] = (status, reason)


def run_module(command, env, test, timeout, extra=(), without=()):
    """Runs a module to its end, going on behind a method that hangs or ends the process; leaves methods out."""
    outcome = Outcome()
    name = "test." + test
    with common.Folder() as folder:
        results = os.path.join(folder, "results")
        done_file = os.path.join(folder, "done")
        finished = set(without)
        left = []
        seconds = 0.0
        for attempt in range(RESTARTS):
            cwd = os.path.join(folder, "cwd%d" % attempt)
            os.mkdir(cwd)
            with open(done_file, "w", encoding="utf-8") as file:
                file.write("\n".join(finished))
            done = common.run(command + [DRIVER, results, name, "--done", done_file, *extra], timeout, env, cwd,
                              progress=results)
            seconds += done.seconds
            planned, running, ended = [], None, False
            for words in read_results(results):
                if words[0] == "plan":
                    planned.append(words[1])
                elif words[0] == "start":
                    running = words[1]
                elif words[0] in ("pass", "fail", "skip"):
                    outcome.add(words[1], words[0], words[2] if len(words) > 2 else "")
                    finished.add(words[1])
                    if running == words[1]:
                        running = None
                elif words[0] == "load":
                    outcome.load = words[2]
                elif words[0] == "end":
                    ended = True
            left = [p for p in planned if p not in finished]
            if ended:
                break
            if done.status is None:
                how = "hang: over %g s" % timeout
            else:
                how = "the process ended with status %d%s" % (done.status, last_words(done.err))
            if running is None:
                if not planned:
                    outcome.load = how
                    break
                running = left[0] if left else None
            if running is not None:
                outcome.add(running, "fail", how)
                finished.add(running)
            left = [p for p in planned if p not in finished]
            if not left:
                break
        for name in left:
            outcome.add(name, "fail", "not reached")
    outcome.seconds = seconds
    return outcome


def last_words(err):
    lines = [line for line in err.decode("utf-8", "replace").strip().splitlines() if line.strip()]
    return ": " + lines[-1][:120] if lines else ""


def read_results(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                if line.endswith("\n"):
                    yield line[:-1].split("\t")
    except FileNotFoundError:
        return


def oracle_says(test):
    """(ids that the oracle passes, {id: reason} of those left out); kept under target/."""
    kept = os.path.join(ORACLE_SAYS, common.sha(test, common.oracle_identity(), open(DRIVER, "rb").read()))
    if not os.path.exists(kept):
        env = common.clean_environment()
        normal = run_module([common.ORACLE], env, test, 600)
        marked = run_module([common.ORACLE], env, test, 600, ["--mark"])
        out = {}
        for name, (status, _) in normal.methods.items():
            if status != "pass":
                continue
            now, reason = marked.methods.get(name, ("fail", marked.load or "not loaded"))
            if now != "pass" and CPYTHON_ONLY.search(reason):
                out[name] = reason
        os.makedirs(ORACLE_SAYS, exist_ok=True)
        temporary = "%s.%d" % (kept, os.getpid())
        with open(temporary, "w", encoding="utf-8") as file:
            for name, (status, reason) in sorted(normal.methods.items()):
                if status == "pass":
                    file.write("out\t%s\t%s\n" % (name, out[name]) if name in out else "pass\t%s\n" % name)
        os.replace(temporary, kept)
    passes, out = set(), {}
    for words in read_results(kept):
        if words[0] == "pass":
            passes.add(words[1])
        else:
            out[words[1]] = words[2]
    return passes, out


def scrub(reason):
    reason = re.sub(r"0x[0-9a-fA-F]+", "0x..", reason)
    reason = re.sub(r"(/[\w.+-]+){2,}/", ".../", reason)
    reason = re.sub(r"adder-\w+|@test_\d+_tmp\w*|\b\d{5,}\b", "...", reason)
    return " ".join(reason.split())[:140]


def merge(test, outcomes):
    """{id: (status, reason)} over what the oracle passes."""
    passes, out = oracle_says(test)
    merged = {name: ("out", scrub(reason)) for name, reason in out.items()}
    for name in passes:
        seen = [o.methods.get(name) or ("fail", "not loaded: " + (o.load or "no such test here")) for o in outcomes]
        good = sum(1 for status, _ in seen if status == "pass")
        if good == len(seen):
            merged[name] = ("pass", "")
        else:
            status, reason = next(s for s in seen if s[0] != "pass")
            if good:
                reason = "passes %d of %d times; else %s: %s" % (good, len(seen), status, reason)
                status = "fail"
            merged[name] = (status, scrub(reason))
    return merged


def counts(methods):
    good = sum(1 for status, _ in methods.values() if status == "pass")
    out = sum(1 for status, _ in methods.values() if status == "out")
    return good, len(methods) - out, out


def share_text(good, all_):
    return "%d of %d (%.1f%%)" % (good, all_, 100.0 * good / all_ if all_ else 100.0)


def write_ledger(test, methods):
    os.makedirs(LEDGER, exist_ok=True)
    good, all_, out = counts(methods)
    lines = ["# %s: %s, %d left out" % (test, share_text(good, all_), out)]
    for name in sorted(methods):
        status, reason = methods[name]
        lines.append("%-4s %s%s" % (status, name, "   # " + reason if reason else ""))
    with open(os.path.join(LEDGER, test + ".txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def read_ledger(test):
    methods = {}
    try:
        with open(os.path.join(LEDGER, test + ".txt"), encoding="utf-8") as file:
            for line in file:
                if not line.startswith("#"):
                    status, _, rest = line.rstrip("\n").partition(" ")
                    name, _, reason = rest.strip().partition("   # ")
                    methods[name] = (status, reason)
    except FileNotFoundError:
        pass
    return methods


def selection(name):
    with open(os.path.join(CONFORMANCE, name), encoding="utf-8") as file:
        return [line.split("#")[0].strip() for line in file if line.split("#")[0].strip()]


def show(tests):
    good_all = count_all = 0
    for test in tests:
        methods = read_ledger(test)
        if methods:
            good, all_, _ = counts(methods)
            good_all += good
            count_all += all_
            print("%-20s %s" % (test, share_text(good, all_)))
        else:
            print("%-20s not in the ledger" % test)
    print("%-20s %s" % ("all", share_text(good_all, count_all)))


def main():
    parser = argparse.ArgumentParser(prog="./dev ledger")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--mode", choices=list(common.MODES), default="on")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--oracle", action="store_true", help="run the oracle in Adder's place: tests the tool")
    parser.add_argument("--timeout", type=float, default=180)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("test", nargs="*")
    args = parser.parse_args()
    tests = args.test or selection("ratchet.txt" if args.fast else "selection.txt")
    if args.show:
        show(tests)
        return 0
    if not common.oracle_works():
        print("the oracle cannot run here: the ledger is left out")
        return common.last_line(0, 0, len(tests))
    command = [common.ORACLE] if args.oracle else common.adder_command(args.mode)
    env = common.clean_environment() if args.oracle else common.adder_environment()

    def work(test):
        oracle_says(test)
        outcomes = []
        # What hung once passes no more, and would take its time again.
        hung = set()
        for _ in range(1 if args.check else args.runs):
            outcomes.append(run_module(command, env, test, args.timeout, without=hung))
            hung |= {name for name, (_, reason) in outcomes[-1].methods.items() if reason.startswith("hang: ")}
            if not any(status == "pass" for status, _ in outcomes[-1].methods.values()):
                break
        return outcomes

    passed = failed = 0
    for test, outcomes in common.in_parallel(tests, args.jobs, work):
        methods = merge(test, outcomes)
        good, all_, out = counts(methods)
        if args.check:
            known = read_ledger(test)
            lost = [n for n, (status, _) in sorted(known.items()) if status == "pass" and n in methods
                    and methods[n][0] != "pass"]
            news = [n for n in sorted(methods) if methods[n][0] == "pass" and known.get(n, ("fail",))[0] != "pass"]
            passed += sum(1 for n, (status, _) in known.items() if status == "pass") - len(lost)
            failed += len(lost)
            print("%-20s [%s] %s, lost %d, new %d, %.1f s" % (
                test, args.mode, share_text(good, all_), len(lost), len(news), outcomes[0].seconds), flush=True)
            for name in lost:
                print("  LOST %s: %s" % (name, methods[name][1]))
            if news:
                print("  passes now, not in the ledger: " + ", ".join(news[:8]) + (" ..." if len(news) > 8 else ""))
        else:
            write_ledger(test, methods)
            loads = "; not loaded: " + outcomes[-1].load if outcomes[-1].load else ""
            print("%-20s %s, %d left out, %.1f s%s" % (test, share_text(good, all_), out, outcomes[0].seconds, loads),
                  flush=True)
    if args.check:
        return common.last_line(passed, failed)
    if not args.test:
        show(tests)
    return 0


if __name__ == "__main__":
    sys.exit(main())
