"""./dev diff [--mode MODE]... [--all-stress] [--jobs N] [NAME...]

Runs the programs of conformance/programs under the oracle and under Adder in every mode, and compares standard output
and exit status.  A NAME is a part of a program's path.  What the oracle said is kept under target/.
--all is some 1,350 runs: modes on, eager and stress took an hour on two cores shared with others.  --mode and a NAME (a
folder: library/) take a part of them.
conformance/programs/README.md says how a program is written.
"""

import argparse
import difflib
import os
import sys
import threading

import common

PROGRAMS = os.path.join(common.ROOT, "conformance", "programs")
EXPECTED = os.path.join(common.TARGET, "diff-expected")
# Programs that are known to differ from the oracle, with the reason; the compiling modes must equal mode off.
KNOWN = os.path.join(common.ROOT, "conformance", "known-differences.txt")
# Programs of this folder run compiled in every check; the others only with --all. Where one runs it must be equal.
ENGINES = "engines" + os.sep
TIMEOUT = 60


def known_differences():
    known = {}
    with open(KNOWN, encoding="utf-8") as file:
        for line in file:
            name, _, reason = line.strip().partition(" ")
            if name and not name.startswith("#"):
                known[name] = reason
    return known


def programs():
    found = []
    for folder, folders, files in os.walk(PROGRAMS):
        folders[:] = sorted(f for f in folders if not f.startswith(("_", ".")))
        for name in sorted(files):
            if name.endswith(".py") and not name.startswith("_"):
                found.append(os.path.join(folder, name))
    return found


def helpers():
    """A digest of what the programs may import."""
    parts = []
    for folder, _, files in os.walk(PROGRAMS):
        for name in sorted(files):
            path = os.path.join(folder, name)
            if "/_" in path[len(PROGRAMS):] and "__pycache__" not in path:
                with open(path, "rb") as file:
                    parts.append(file.read())
    return common.sha(*parts)


def expected(path, helpers_digest):
    """Standard output and exit status of the oracle."""
    with open(path, "rb") as file:
        key = common.sha(file.read(), path, helpers_digest, common.oracle_identity())
    kept = os.path.join(EXPECTED, key)
    try:
        with open(kept, "rb") as file:
            status, _, out = file.read().partition(b"\n")
            return out, int(status)
    except (FileNotFoundError, ValueError):
        pass
    with common.Folder() as cwd:
        done = common.run([common.ORACLE, path], 60, common.clean_environment(), cwd)
    if done.status is None:
        raise SystemExit("the oracle did not finish " + path)
    os.makedirs(EXPECTED, exist_ok=True)
    temporary = "%s.%d.%d" % (kept, os.getpid(), threading.get_ident())
    with open(temporary, "wb") as file:
        file.write(b"%d\n" % done.status + done.out)
    os.replace(temporary, kept)
    return done.out, done.status


def timeout_of(path):
    return float(common.header(path).get("timeout", TIMEOUT))


INTERPRETED = {}


def interpreted(path):
    """What a program that differs from the oracle prints in mode off: the compiling modes are held to that."""
    if path not in INTERPRETED:
        with common.Folder() as cwd:
            done = common.run(common.adder_command("off") + [path], timeout_of(path), common.adder_environment(), cwd)
        if done.status is None:
            raise SystemExit("interpreted, %s ran too long" % path)
        INTERPRETED[path] = done.out, done.status
    return INTERPRETED[path]


def check(path, mode, helpers_digest, known, fault=None):
    """None when all is equal, else what is not. `fault` names a function that the compiler shall fail at."""
    want, want_status = interpreted(path) if known and mode != "off" else expected(path, helpers_digest)
    head = common.header(path)
    # Most programs are too short for any threshold but that of eager.
    checked = mode == "eager" or mode == "soon" and os.sep + ENGINES in path
    must = common.names_of(head.get("must-compile")) if checked else []
    if checked and not must:
        return ["its head names nothing that must be compiled"]
    timeout = timeout_of(path) * (4 if mode == "stress" else 1)
    with common.Folder() as cwd:
        log = cwd + ".jitlog"
        command = common.adder_command(mode)
        if mode != "off":
            command = command + ["-X", "jitlog=" + log] + (["-X", "jitfault=" + fault] if fault else [])
        try:
            done = common.run(command + [path], timeout, common.adder_environment(), cwd)
            missing = common.jit_missing(must, log, path)
            barred = common.names_of(head.get("must-not-compile"))
            wrongly = sorted(set(barred) - set(common.jit_missing(barred, log, path)))
            faults = common.jit_faults(log)
        finally:
            if os.path.exists(log):
                os.unlink(log)
    errors = done.err.decode("utf-8", "replace").strip().splitlines()[-8:]
    if done.status is None:
        return ["ran longer than %g s" % timeout] + errors
    if done.out != want:
        a = want.decode("utf-8", "replace").splitlines()
        b = done.out.decode("utf-8", "replace").splitlines()
        lines = list(difflib.unified_diff(a, b, "oracle", "adder", n=1, lineterm=""))
        if not lines:
            lines = ["line ends or undecodable bytes differ"]
        return ["output differs (exit status %d, oracle %d)" % (done.status, want_status)] + lines[:20] + errors
    if done.status != want_status:
        return ["exit status %d, the oracle's is %d" % (done.status, want_status)] + errors
    if faults:
        return ["faults of the compiler"] + faults
    if missing:
        return ["not compiled: " + ", ".join(missing)]
    if wrongly:
        return ["compiled: " + ", ".join(wrongly)]
    return None


def is_accepted(job, known):
    return job[1] == "off" and os.path.relpath(job[0], PROGRAMS) in known


def sees_faults(digest):
    """Whether a program at whose function the compiler fails is found wrong, for that reason and no other."""
    path = os.path.join(PROGRAMS, "engines", "hot_small_functions.py")
    good = True
    for kind in ("throw", "verify"):
        for mode in ("eager", "stress"):
            wrong = check(path, mode, digest, False, "work:" + kind)
            if not wrong or wrong[0] != "faults of the compiler" or not all("left work" in line for line in wrong[1:]):
                good = False
                print("FAIL a fault of the compiler (%s, %s) goes unseen: %s" % (kind, mode, wrong))
    return good


def main():
    parser = argparse.ArgumentParser(prog="./dev diff")
    parser.add_argument("--mode", action="append", choices=list(common.MODES))
    parser.add_argument("--all", action="store_true",
                        help="every program in every mode, which takes an hour; with --mode and NAME a part of them")
    parser.add_argument("--all-stress", action="store_true", help="stress mode for every program, not the marked ones")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--list", action="store_true", help="only say what would run")
    parser.add_argument("-q", "--quiet", action="store_true", help="one line a failing program")
    parser.add_argument("name", nargs="*")
    args = parser.parse_args()
    digest = helpers()
    jobs = []
    for path in programs():
        short = os.path.relpath(path, PROGRAMS)
        if args.name and not any(n in short for n in args.name):
            continue
        modes = ["off"]
        if args.all or args.mode:
            modes += ["on", "eager", "soon"]
            if args.all or args.all_stress or "stress" in common.names_of(common.header(path).get("modes")):
                modes.append("stress")
        elif short.startswith(ENGINES):
            modes += ["eager", "soon", "stress"]
        jobs += [(path, mode) for mode in modes if not args.mode or mode in args.mode]
    if args.list:
        for path, mode in jobs:
            print(mode, os.path.relpath(path, PROGRAMS))
        return 0
    if not common.oracle_works():
        print("the oracle cannot run here: differential programs are left out")
        return common.last_line(0, 0, len(jobs))
    faultless = bool(args.name) or sees_faults(digest)
    results = {}
    known = known_differences()
    def work(job):
        return check(*job, digest, os.path.relpath(job[0], PROGRAMS) in known)

    for job, wrong in common.in_parallel(jobs, args.jobs, work):
        results[job] = wrong
        if wrong:
            print("%s %s [%s] %s" % ("known" if is_accepted(job, known) else "FAIL",
                                     os.path.relpath(job[0], PROGRAMS), job[1], wrong[0]), flush=True)
            if not args.quiet:
                for line in wrong[1:]:
                    print("     " + line)
    by_mode = {}
    for (path, mode), wrong in results.items():
        good, all_ = by_mode.get(mode, (0, 0))
        by_mode[mode] = (good + (not wrong), all_ + 1)
    print("; ".join("%s: %d of %d equal" % (mode, *by_mode[mode]) for mode in common.MODES if mode in by_mode))
    differ = {os.path.relpath(path, PROGRAMS) for (path, mode), wrong in results.items() if wrong and mode == "off"}
    tried = {os.path.relpath(path, PROGRAMS) for path, mode in results if mode == "off"}
    for name in sorted(known):
        if name in tried and name not in differ:
            print("no longer differs, take it out of known-differences.txt: " + name)
    accepted = sum(1 for job, wrong in results.items() if wrong and is_accepted(job, known))
    if accepted:
        print("%d runs of programs that are known to differ are counted neither way" % accepted)
    failed = sum(1 for wrong in results.values() if wrong) - accepted
    return common.last_line(len(results) - failed - accepted, failed + (not faultless))


if __name__ == "__main__":
    sys.exit(main())
