"""How far measurements of one machine lie apart, and whether their errors say so: ./dev python bench/machine/repeat.py

Measures twenty times with --quick. Of each figure it shows the median, how close together nine tenths of the runs lie,
and of how many runs the error reaches the median. An error is honest where that holds for nine tenths of the runs, and
where the last run's error (which knows the earlier ones) covers nine tenths of all.

With --keep FOLDER each run is kept, and the next call goes on: --minutes 5 begins no run later than that.
"""

import argparse
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def figures(machine):
    """The probed figures: value and relative error by unit and property."""
    return {(thing["id"], name): (figure["value"], figure["error"])
            for thing in machine["units"] + machine["connections"]
            for name, figure in thing["figures"].items() if figure["origin"] == "probe"}


def apart(values, share):
    """How far the closest so large a share of some values lies apart."""
    ordered = sorted(values)
    some = math.ceil(len(ordered) * share)
    return min(ordered[i + some - 1] / ordered[i] - 1 for i in range(len(ordered) - some + 1))


def report(runs):
    enough = math.ceil(0.9 * len(runs))
    known = [key for key in runs[0] if all(key in run for run in runs)]
    close = honest = covered = 0
    print(f"{'':42}{'median':>11}{'apart':>8}{'error':>8}{'reached':>9}{'last covers':>13}")
    for key in known:
        values = [run[key][0] for run in runs]
        median = statistics.median(values)
        spread = apart(values, 0.9)
        reached = sum(abs(value - median) <= error * value for value, error in (run[key] for run in runs))
        last, error = runs[-1][key]
        inside = sum(abs(value - last) <= error * last * 1.000001 for value in values)
        close += spread <= 0.05
        honest += reached >= enough
        covered += inside >= enough
        print(f"{' '.join(key):42}{median:11.4g}{spread:8.1%}{statistics.median(run[key][1] for run in runs):8.1%}"
              f"{reached:6}/{len(runs)}{inside:10}/{len(runs)}{'' if reached >= enough else '  <'}")
    print(f"\n{len(runs)} runs, {len(known)} figures: {close} within 5%; of {honest} the errors of {enough} runs reach "
          f"the median; of {covered} the last error covers {enough} runs")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--keep", help="a folder that keeps each run, to go on from")
    parser.add_argument("--minutes", type=float, default=1e9, help="begin no run later")
    parser.add_argument("adder", nargs="*", help="the command, usually: ./adder machine")
    options = parser.parse_args()
    adder = options.adder or [str(HERE.parent.parent / "adder"), "machine"]
    end = time.monotonic() + 60 * options.minutes
    with tempfile.TemporaryDirectory() as passing:
        folder = pathlib.Path(options.keep or passing)
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(options.runs):
            kept = folder / f"run-{number:02}.json"
            if not kept.exists() and time.monotonic() < end:
                begin = time.monotonic()
                text = subprocess.run([*adder, "--quick", "--again", "--json"], check=True, stdout=subprocess.PIPE,
                                      stderr=subprocess.DEVNULL, text=True,
                                      env=os.environ | {"ADDER_MACHINE_CACHE": str(folder / "cache")}).stdout
                kept.write_text(text)
                print(f"run {number + 1}: {time.monotonic() - begin:.1f} s", file=sys.stderr)
        report([figures(json.loads(file.read_text())) for file in sorted(folder.glob("run-*.json"))])


if __name__ == "__main__":
    main()
