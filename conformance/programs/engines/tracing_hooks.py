# must-compile: inner, gen, traced
import sys

events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name in ("traced", "inner", "gen"):
        events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, arg if event == "return" else arg and arg[0].__name__))
        return tracer


def inner(x):
    if x > 2:
        raise ValueError
    return x + 1


def gen(n):
    for i in range(n):
        yield i


def traced(n):
    t = 0
    for i in range(n):
        try:
            t += inner(i)
        except ValueError:
            t -= 1
    t += sum(gen(2))
    return t


for _ in range(300):
    traced(3)
sys.settrace(tracer)
r = traced(4)
sys.settrace(None)
print(r)
for e in events:
    print(e)
calls = []


def profiler(frame, event, arg):
    if frame.f_code.co_name in ("inner", "gen"):
        calls.append((event, frame.f_code.co_name))


sys.setprofile(profiler)
traced(2)
sys.setprofile(None)
print(calls, sys.gettrace(), sys.getprofile())
