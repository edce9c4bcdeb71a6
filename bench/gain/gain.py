"""The protocol of bench/README.md for programs that measure what a second thread brings."""

import sys
import threading
import time


def options():
    words = sys.argv[1:]
    threads, seconds = 2, 6.0
    for i in range(0, len(words) - 1, 2):
        if words[i] == "--threads":
            threads = int(words[i + 1])
        elif words[i] == "--seconds":
            seconds = float(words[i + 1])
        else:
            raise SystemExit("unknown option " + words[i])
    return threads, seconds


def rate(unit, seconds):
    """Units a second over the second half of `seconds`; the first half warms up."""
    now = time.perf_counter
    middle = now() + seconds / 2
    while now() < middle:
        unit()
    begin = now()
    end = begin + seconds / 2
    done = 0
    while True:
        unit()
        done += 1
        moment = now()
        if moment >= end:
            return done / (moment - begin)


def measure(unit):
    threads, seconds = options()
    print("one %.3f" % rate(unit, seconds))
    if threads > 1:
        rates = []
        barrier = threading.Barrier(threads)

        def work():
            barrier.wait()
            rates.append(rate(unit, seconds))

        started = [threading.Thread(target=work) for _ in range(threads)]
        for thread in started:
            thread.start()
        for thread in started:
            thread.join()
        print("many %.3f" % sum(rates))
