"""./dev cpython-test [--oracle] [--mode MODE] [--timeout S] [-k NAME]... [-v] TEST

Runs one file of CPython's Lib/test under Adder (or the oracle): one line a failing or skipped method and the sum.
-k takes the methods whose id has NAME in it; -v hands over to unittest itself, with tracebacks.
"""

import argparse
import os
import sys

import common
import ledger


def verbosely(command, env, args):
    program = ("import unittest, test.support; test.support.use_resources = {}; "
               "unittest.main(%r, argv=['cpython-test', '-v'%s])" % (
                   "test." + args.test, "".join(", '-k', %r" % ("*%s*" % k) for k in args.k)))
    with common.Folder() as cwd:
        os.chdir(cwd)
        os.execve(command[0], command + ["-c", program], env)


def main():
    parser = argparse.ArgumentParser(prog="./dev cpython-test")
    parser.add_argument("--oracle", action="store_true")
    parser.add_argument("--mode", choices=list(common.MODES), default="on")
    parser.add_argument("--timeout", type=float, default=180)
    parser.add_argument("-k", action="append", default=[], metavar="NAME")
    parser.add_argument("-v", action="store_true")
    parser.add_argument("test")
    args = parser.parse_args()
    command = [common.ORACLE] if args.oracle else common.adder_command(args.mode)
    env = common.clean_environment() if args.oracle else common.adder_environment()
    if args.v:
        verbosely(command, env, args)
    extra = []
    if args.k:
        extra = ["--match", "\n".join(args.k)]
    outcome = ledger.run_module(command, env, args.test, args.timeout, extra)
    if outcome.load:
        print("not loaded: " + outcome.load.replace("\\n", "\n"))
    tally = {"pass": 0, "fail": 0, "skip": 0}
    for name, (status, reason) in sorted(outcome.methods.items()):
        tally[status] += 1
        if status != "pass":
            print("%s %s: %s" % (status.upper(), name, reason))
    print("%.1f s" % outcome.seconds)
    return common.last_line(tally["pass"], tally["fail"] + (1 if outcome.load else 0), tally["skip"])


if __name__ == "__main__":
    sys.exit(main())
