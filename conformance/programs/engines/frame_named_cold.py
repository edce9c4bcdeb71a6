# modes: stress
# must-compile: make, run
"""Functions that name what gives their frame where they have never been, and then go there."""

import sys


def caller(depth, look=False):
    if look:
        return sys._getframe(depth).f_code.co_name
    return depth


def own(n, look=False):
    doubled = n * 2
    if look:
        frame = sys._getframe()
        return frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals)
    return doubled


class Record:
    debug = False

    def __init__(self, value):
        self.value = value
        if self.debug:
            self.made_by = sys._getframe(1).f_code.co_name
        else:
            self.made_by = None


def make(value):
    return Record(value)


def numbers(n, look=False):
    for i in range(n):
        if look and i == 3:
            yield sys._getframe().f_lineno
        yield i


def run(rounds, look):
    total = 0
    for i in range(rounds):
        total += caller(i) + own(i) + make(i).value + sum(numbers(4))
    if look:
        Record.debug = True
        print(caller(1, True), caller(0, True), own(5, True), make(7).made_by, list(numbers(5, True)))
        Record.debug = False
    return total


for again in range(4):
    print(run(1500, False), run(20, True), run(1500, True))


def traced(n, switch=False):
    lines = 0
    for i in range(n):
        lines += i
        if switch and i == n - 2:
            sys.settrace(tracer)
    return lines


events = []


def tracer(frame, event, argument):
    events.append((frame.f_code.co_name, event))
    return tracer


for i in range(800):
    traced(10)
print(traced(10, True))
print(traced(2))
sys.settrace(None)
print(events[:3])
