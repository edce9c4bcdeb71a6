"""./dev examples [--mode MODE] [NAME...]

Runs the programs of examples/ whole, start-up included, under the oracle, Debian's CPython and Adder, and compares
Adder's output with the oracle's.  "behind" is Adder's time less that of the faster CPython, in seconds; the contract is
0.4 at most, and a quarter of the faster CPython's time for the numeric ones.
"""

import argparse
import os
import sys

import common

EXAMPLES = os.path.join(common.ROOT, "examples")


def main():
    parser = argparse.ArgumentParser(prog="./dev examples", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mode", choices=list(common.MODES), default="on")
    parser.add_argument("name", nargs="*")
    args = parser.parse_args()
    clean = common.clean_environment()
    passed = failed = 0
    print("%-16s %8s %8s %8s %8s %7s %7s" % ("", "oracle", "python3", "adder", "behind", "MB", "oracle"))
    for file in sorted(os.listdir(EXAMPLES)):
        if not file.endswith(".py") or args.name and not any(n in file for n in args.name):
            continue
        path = os.path.join(EXAMPLES, file)
        runs = {}
        for peer, command, env in (("oracle", [common.ORACLE], clean), ("python3", ["/usr/bin/python3"], clean),
                                   ("adder", common.adder_command(args.mode), common.adder_environment())):
            if os.path.exists(command[0]):
                with common.Folder() as cwd:
                    runs[peer] = common.run(command + [path], 120, env, cwd)
        adder, oracle = runs["adder"], runs["oracle"]
        same = (adder.status, adder.out) == (oracle.status, oracle.out)
        passed += same
        failed += not same
        fastest = min(r.seconds for n, r in runs.items() if n != "adder" and r.status == oracle.status)
        print("%-16s %8.2f %8s %8.2f %+8.2f %7d %7d%s" % (
            file[:-3], oracle.seconds, "%.2f" % runs["python3"].seconds if "python3" in runs else "-", adder.seconds,
            adder.seconds - fastest, adder.peak_kib // 1024, oracle.peak_kib // 1024,
            "" if same else "  OUTPUT DIFFERS, status %s" % adder.status), flush=True)
    return common.last_line(passed, failed)


if __name__ == "__main__":
    sys.exit(main())
