"""./dev bench [--seconds S] [--rounds N] [--peers LIST] [--mode MODE] [--gain | --tier1] [--csv FILE] [NAME...]

Runs the programs of bench/programs side by side: the implementations in turn, each in a process of its own, in an
environment without PYTHON* variables.  A NAME is a part of a program's name, or a family.  bench/README.md defines
the programs' protocol.

Columns: peak (units a second, the best second of the run), first2 (units finished in the first two seconds,
start-up included), gap (the largest time, in the first two seconds, that Adder finished a unit later than the faster
CPython did), wall (from start to end of the process, of --units runs in --whole), memory (largest resident set).
"""

import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import time

import common

BENCH = os.path.join(common.ROOT, "bench")
PROGRAMS = os.path.join(BENCH, "programs")
JAVA_OUT = os.path.join(common.TARGET, "bench-java")
CPYTHONS = ("oracle", "python3")
SPAN = 2.0


class Run:
    def __init__(self, times, checksum, wall, peak_kib):
        self.times = times
        self.checksum = checksum
        self.wall = wall
        self.peak_kib = peak_kib

    def first2(self):
        return sum(1 for t in self.times if t <= SPAN)

    def peak(self):
        """Units a second in the best window of a second, or over the last half where units are longer than that."""
        times = self.times
        if len(times) < 2:
            return len(times) / times[-1] if times else 0.0
        best = 0.0
        start = 0
        for end in range(1, len(times)):
            while times[end] - times[start + 1] >= 1.0 and start + 1 < end:
                start += 1
            width = times[end] - times[start]
            if width >= 1.0 or (start == 0 and end == len(times) - 1):
                best = max(best, (end - start) / width)
        return best


def peers(wanted, mode):
    """(name, command, environment) of every implementation there is."""
    found = [("adder", common.adder_command(mode), common.adder_environment()),
             ("oracle", [common.ORACLE], common.clean_environment())]
    for name, path in (("python3", "/usr/bin/python3"), ("pypy3", shutil.which("pypy3"))):
        if path and os.path.exists(path):
            found.append((name, [path], common.clean_environment()))
    return [peer for peer in found if not wanted or peer[0] in wanted]


def java_peer(class_name):
    home = os.environ.get("JAVA_HOME")
    if home is None:
        return None
    sources = [os.path.join(BENCH, "java", n) for n in os.listdir(os.path.join(BENCH, "java")) if n.endswith(".java")]
    stamp = os.path.join(JAVA_OUT, "done")
    if not os.path.exists(stamp) or any(os.path.getmtime(s) > os.path.getmtime(stamp) for s in sources):
        subprocess.run([os.path.join(home, "bin", "javac"), "-nowarn", "-d", JAVA_OUT] + sources, check=True)
        open(stamp, "w").close()
    return ("java", [os.path.join(home, "bin", "java"), "-XX:+UseParallelGC", "-cp", JAVA_OUT, class_name],
            common.clean_environment())


def run_once(peer, program, seconds):
    name, command, env = peer
    target = [] if name == "java" else [program]
    with common.Folder() as cwd:
        start = time.time()
        done = common.run(command + target + ["--start", "%.6f" % start, "--seconds", "%g" % seconds],
                          seconds * 4 + 60, env, cwd)
    if done.status != 0:
        text = done.err.decode("utf-8", "replace").strip().splitlines()
        return "status %s%s" % (done.status, ": " + text[-1] if text else "")
    words = {}
    for line in done.out.decode().splitlines():
        key, _, rest = line.partition(" ")
        words[key] = rest
    return Run([float(t) for t in words.get("times", "").split()], words.get("checksum"), done.seconds, done.peak_kib)


def gap(run, others):
    """The largest horizontal distance behind the faster of the others, over the units those finish in the span."""
    worst = 0.0
    for other in others:
        for i, t in enumerate(other.times):
            if t > SPAN:
                break
            mine = run.times[i] if i < len(run.times) else float("inf")
            worst = max(worst, mine - t)
    return worst


def best(runs):
    """Of several runs of one implementation: the one with the highest peak stands for it."""
    good = [run for run in runs if isinstance(run, Run)]
    return max(good, key=lambda run: run.peak()) if good else runs[0]


def geometric(values):
    values = [v for v in values if v and v > 0]
    return math.exp(sum(map(math.log, values)) / len(values)) if values else float("nan")


def number(value):
    return "%.1f" % value if value < 1000 else "%.0f" % value


def table(name, family, results, head):
    print("%s (%s)" % (name, family))
    cpythons = [r for n, r in results.items() if n in CPYTHONS and isinstance(r, Run)]
    want = head.get("checksum")
    ratios = {}
    for peer, run in results.items():
        if not isinstance(run, Run):
            print("  %-8s %s" % (peer, run))
            continue
        wrong = "" if want is None or run.checksum == want else "  WRONG CHECKSUM %s, not %s" % (run.checksum, want)
        note = ""
        if peer == "adder" and cpythons:
            ratios["peak"] = run.peak() / max(r.peak() for r in cpythons)
            ratios["gap"] = gap(run, cpythons)
            note = "  %.2fx, gap %.2f s" % (ratios["peak"], ratios["gap"])
            if isinstance(results.get("java"), Run):
                ratios["java"] = results["java"].peak() / run.peak()
                note += ", java is %.2fx faster" % ratios["java"]
        print("  %-8s peak %9s/s  first2 %5d  memory %4d MB%s%s" % (
            peer, number(run.peak()), run.first2(), run.peak_kib // 1024, note, wrong))
    sys.stdout.flush()
    return ratios


def gains(args):
    """The programs of bench/gain: what a second thread brings, against two processes of the oracle."""
    folder = os.path.join(BENCH, "gain")
    status = 0
    for file in sorted(os.listdir(folder) if os.path.isdir(folder) else []):
        # gain.py is what the programs have in common.
        if not file.endswith(".py") or file == "gain.py" or args.name and not any(n in file for n in args.name):
            continue
        path = os.path.join(folder, file)
        bar = common.header(path).get("bar", "none")

        def start(command, env, threads):
            return subprocess.Popen(command + [path, "--threads", str(threads), "--seconds", str(args.seconds)],
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env)

        def read(process):
            out = process.communicate()[0].decode().split()
            return dict(zip(out[::2], map(float, out[1::2])))

        clean = common.clean_environment()
        rows = []
        for _ in range(args.rounds):
            single = read(start([common.ORACLE], clean, 1))
            pair = [read(p) for p in [start([common.ORACLE], clean, 1) for _ in range(2)]]
            mine = read(start(common.adder_command(args.mode), common.adder_environment(), 2))
            if "many" not in mine:
                print("%-24s adder failed" % file)
                status = 1
                break
            rows.append((mine["many"] / mine["one"], sum(p["one"] for p in pair) / single["one"]))
        else:
            ours, oracles = (sorted(r[i] for r in rows)[len(rows) // 2] for i in (0, 1))
            print("%-24s gain %.2f; two oracle processes %.2f: %.0f%% of it (bar %s)" % (
                file, ours, oracles, 100 * ours / oracles, bar), flush=True)
    return status


# Of the samples in Python code, so many are in compiled code once a program is warm (helpers of the runtime apart).
TIER1_BAR = 0.9
# With fewer samples than this in Python code and its helpers the share says little (a busy machine): longer, again.
FEWEST_SAMPLES = 300
LONGEST = 4


def watched(program, seconds):
    """Samples interpreted and compiled, and helpers', over the last half of a run; None if it failed."""
    with common.Folder() as cwd:
        report = os.path.join(cwd, "profile.json")
        command = [common.adder_command()[0], "profile", "--after", str(seconds / 2), "--interval", "2", "--output",
                   os.path.join(cwd, "text"), "--json", report]
        log = os.path.join(cwd, "log")
        target = ["-X", "jitlog=" + log, program, "--start", "%.6f" % time.time(), "--seconds", "%g" % seconds]
        done = common.run(command + target, seconds * 4 + 60, common.adder_environment(), cwd)
        if done.status != 0 or not os.path.exists(report):
            print(done.err.decode("utf-8", "replace")[-500:])
            return None
        with open(report, encoding="utf-8") as file:
            profile = json.load(file)
        spent = [profile["spent"].get(key, 0) / profile["interval_ms"] * 1000
                 for key in ("interpreted", "compiled", "helpers")]
        where = sorted(((row["spent"].get("interpreted", 0) / profile["interval_ms"] * 1000, row)
                        for row in profile["lines"]), key=lambda pair: -pair[0])
        missing = common.jit_missing(common.names_of(common.header(program).get("must-compile")), log, program)
        return spent, missing, common.jit_faults(log), where


def watched_enough(program, seconds):
    """As `watched`, longer and longer until there are samples enough."""
    for factor in range(1, LONGEST + 1):
        watch = watched(program, seconds * factor)
        if watch is not None and sum(watch[0]) >= FEWEST_SAMPLES:
            break
    return watch


def tier1(args):
    """How much of each benchmark's Python time is compiled once it is warm; whether what must be compiled is."""
    passed = failed = 0
    print("%-24s %12s %9s %9s  %s" % ("program", "interpreted", "compiled", "helpers", "share of tier 1"))
    for file, path, head in benchmarks(args):
        watch = watched_enough(path, args.seconds)
        wrong = []
        if watch is None:
            wrong.append("failed")
        elif sum(watch[0]) < FEWEST_SAMPLES:
            wrong.append("%d samples only: the machine is too busy" % sum(watch[0]))
        else:
            (interpreted, compiled, helpers), missing, faults, where = watch
            python = interpreted + compiled
            # What is all in the runtime's helpers has no Python time to speak of.
            share = compiled / python if python > 0.02 * (python + helpers) else 1.0
            print("%-24s %12d %9d %9d  %5.1f%%" % (file[:-3], interpreted, compiled, helpers, 100 * share), flush=True)
            if share < TIER1_BAR:
                wrong.append("%.1f%% compiled, not %d%%" % (100 * share, 100 * TIER1_BAR))
                wrong += ["  %d samples interpreted at %s:%d in %s" % (n, os.path.basename(row["file"]), row["line"],
                                                                       row["function"]) for n, row in where[:3] if n >= 1]
            if missing or "must-compile" not in head:
                wrong.append("not compiled: " + (", ".join(missing) or "(its head names nothing)"))
            wrong += faults
        for line in wrong:
            print("     " + ("FAIL " if line == wrong[0] else "") + line, flush=True)
        passed, failed = passed + (not wrong), failed + bool(wrong)
    return common.last_line(passed, failed)


def benchmarks(args):
    """(file, path, head) of the programs asked for."""
    for file in sorted(os.listdir(PROGRAMS)):
        if file.endswith(".py") and file != "harness.py":
            path = os.path.join(PROGRAMS, file)
            head = common.header(path)
            if not args.name or any(n in file or n == head.get("family", "?") for n in args.name):
                yield file, path, head


def main():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=6)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--peers", help="adder,oracle,python3,pypy3,java")
    parser.add_argument("--mode", choices=list(common.MODES), default="on")
    parser.add_argument("--gain", action="store_true", help="the programs of bench/gain instead")
    parser.add_argument("--tier1", action="store_true",
                        help="how much of the Python time is compiled in the last half of a run; checks must-compile")
    parser.add_argument("--csv", help="every unit's time: program,implementation,round,unit,seconds")
    parser.add_argument("name", nargs="*")
    args = parser.parse_args()
    if args.gain:
        return gains(args)
    if args.tier1:
        return tier1(args)
    wanted = common.names_of(args.peers)
    csv = open(args.csv, "w") if args.csv else None
    by_family = {}
    compile_first = [p for p in peers(wanted, args.mode) if p[0] != "adder"]
    for peer in compile_first:
        subprocess.run(peer[1] + ["-m", "compileall", "-q", PROGRAMS], env=peer[2], capture_output=True)
    for file, path, head in benchmarks(args):
        family = head.get("family", "?")
        everyone = peers(wanted, args.mode)
        if "java" in head and (not wanted or "java" in wanted):
            everyone.append(java_peer(head["java"]))
        runs = {}
        for round_ in range(args.rounds):
            for peer in [p for p in everyone if p]:
                run = run_once(peer, path, args.seconds)
                runs.setdefault(peer[0], []).append(run)
                if csv and isinstance(run, Run):
                    for i, t in enumerate(run.times):
                        csv.write("%s,%s,%d,%d,%.6f\n" % (file[:-3], peer[0], round_, i, t))
        ratios = table(file[:-3], family, {n: best(r) for n, r in runs.items()}, head)
        by_family.setdefault(family, []).append(ratios)
    print()
    means = []
    for family, rows in sorted(by_family.items()):
        mean = geometric([r.get("peak") for r in rows])
        means.append(mean)
        line = "%-14s peak against the faster CPython %.2fx, worst gap %.2f s" % (
            family, mean, max([r.get("gap", 0) for r in rows]))
        if any("java" in r for r in rows):
            line += ", Java faster by %.2fx" % geometric([r.get("java") for r in rows])
        print(line)
    print("%-14s %.2fx (geometric mean of the families)" % ("all", geometric(means)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
