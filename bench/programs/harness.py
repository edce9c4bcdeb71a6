"""The protocol that every benchmark program follows; bench/README.md defines it.

A program hands `run` one function.  Calling it does one unit of work and returns the unit's checksum, which
must be the same for every unit and for every implementation.  This module imports nothing but `sys` and `time`,
and prints only after the last unit, so that what is measured is the program.
"""

import sys
import time


def options():
    """The values of `--seconds S`, `--start T` and `--units N`; what is not given is None."""
    given = {"--seconds": None, "--start": None, "--units": None}
    words = sys.argv[1:]
    for i in range(0, len(words) - 1, 2):
        if words[i] not in given:
            raise SystemExit("unknown option " + words[i])
        given[words[i]] = float(words[i + 1])
    return given["--seconds"], given["--start"], given["--units"]


def run(unit):
    """Runs units until the time is over, or as many as asked for, and prints the report."""
    seconds, start, units = options()
    now = time.time
    if start is None:
        start = now()
    if units is None:
        limit = 1 << 60
        end = start + (3.0 if seconds is None else seconds)
    else:
        limit = int(units)
        end = float("inf")
    finished = []
    checksum = None
    while len(finished) < limit:
        result = unit()
        moment = now()
        finished.append(moment - start)
        if checksum is None:
            checksum = result
        elif result != checksum:
            raise SystemExit("checksum of unit %d is %r, not %r" % (len(finished), result, checksum))
        if moment >= end:
            break
    print("checksum", checksum)
    print("units", len(finished))
    print("times", " ".join(["%.6f" % t for t in finished]))
