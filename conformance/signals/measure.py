"""The table of delays from SIGINT to KeyboardInterrupt.  Only the limit is a test; the times are for reading.

Case by case the child says that it is ready, gets a SIGINT a little later, and says how the case ended.  A child that
does not answer within the limit is killed, and another one goes on with the next case.
"""

import argparse
import os
import select
import signal
import subprocess
import sys
import time

import cases

# A shell has its background jobs ignore Ctrl-C; the program that is measured must not inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
READY_LIMIT = 600


class Child:
    def __init__(self, command, names):
        read, self.stdin = os.pipe()
        self.process = subprocess.Popen([*command, os.path.join(HERE, "child.py"), *names], stdin=read,
                                        stdout=subprocess.PIPE, start_new_session=True)
        os.close(read)
        self.text = b""

    def line(self, limit):
        """The next line, or None if it does not come in time, or '' at the end."""
        end = time.monotonic() + limit
        while b"\n" not in self.text:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                return None
            more = os.read(self.process.stdout.fileno(), 65536)
            if not more:
                return ""
            self.text += more
        line, _, self.text = self.text.partition(b"\n")
        return line.decode(errors="replace")

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)

    def end(self):
        self.process.kill()
        self.process.wait()
        os.close(self.stdin)


def measure(command, names, after, limit):
    """Yields (name, seconds or None, words) for every case."""
    left = list(names)
    child = None
    while left:
        if child is None:
            child = Child(command, left)
        name = left.pop(0)
        said = child.line(READY_LIMIT)
        if said != "ready":
            yield name, None, "did not begin" if said is None else said or "the process ended"
            if not said:
                child.end()
                child = None
            continue
        said = child.line(after)
        if said is not None:
            yield name, None, said or "the process ended"
            if not said:
                child.end()
                child = None
            continue
        sent = time.monotonic()
        child.interrupt()
        said = child.line(limit)
        if said == "interrupted":
            yield name, time.monotonic() - sent, ""
        else:
            yield name, None, f"nothing within {limit} s" if said is None else said or "the process ended"
            if not said:
                child.end()
                child = None
    if child:
        child.end()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mode", action="append")
    parser.add_argument("--python")
    parser.add_argument("--after", type=float, default=0.4, help="seconds from the beginning to the signal")
    parser.add_argument("--limit", type=float, default=10)
    parser.add_argument("--held", action="store_true", help="leave out the cases that are known to fail")
    parser.add_argument("names", nargs="*", help="groups (loops, blocking, ...), or parts of names")
    options = parser.parse_args()
    names = [name for group, rows in cases.GROUPS.items() for name, _, _ in rows
             if not options.names or group in options.names or any(n in name for n in options.names)]
    if options.held:
        names = [name for name in names if name not in cases.NOT_HELD]
    modes = options.mode or ["off", "on"]
    passed = failed = 0
    for mode in modes if not options.python else ["-"]:
        command = [options.python] if options.python else [os.path.join(ROOT, "adder"), "-X", "jit=" + mode]
        for name, seconds, words in measure(command, names, options.after, options.limit):
            passed += seconds is not None
            failed += seconds is None
            print(f"{mode:12} {name:36} " + (f"{seconds * 1000:8.1f} ms" if seconds is not None else "FAIL " + words),
                  flush=True)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
