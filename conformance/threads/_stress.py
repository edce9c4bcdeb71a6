"""What the thread stress programs share: threads that start together, rounds, and a report.

A program defines rounds: functions that build fresh objects, let WORKERS threads work on them, and return a list of
what went wrong.  `run` calls each the number of times that `--rounds N` says (200 if not given).
"""

import sys
import threading

WORKERS = 8
# Seconds after which a thread is said to hang: no loaded machine takes as long.
HANG = 600


def together(work, workers=WORKERS):
    """Runs `work(k)` in `workers` threads that begin at the same moment; returns the errors that they raised."""
    barrier = threading.Barrier(workers)
    errors = []

    def body(k):
        try:
            barrier.wait(HANG)
            work(k)
        except BaseException as e:
            errors.append(f"thread {k}: {type(e).__name__}: {e}")

    threads = [threading.Thread(target=body, args=(k,)) for k in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(HANG)
        if thread.is_alive():
            print("deadlock: a thread did not end")
            sys.stdout.flush()
            import os
            os._exit(1)
    return errors


def expect(problems, what, got, wanted):
    if got != wanted:
        problems.append(f"{what}: {str(got)[:100]} instead of {str(wanted)[:100]}")


def run(*rounds):
    count = 200
    if len(sys.argv) > 2 and sys.argv[1] == "--rounds":
        count = int(sys.argv[2])
    for n in range(count):
        for one in rounds:
            problems = one(n)
            if problems:
                print(f"{one.__name__}, round {n}:")
                for problem in problems[:10]:
                    print("   ", problem)
                sys.exit(1)
    print("rounds", count, "of", ", ".join(one.__name__ for one in rounds))
    print("ok")
