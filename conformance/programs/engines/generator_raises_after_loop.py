# must-compile: pairs
"""An exception in a generator, after loops in it that yielded: its handler uses a register that was a loop's."""

log = []


def pairs(d, fails):
    n = 0
    try:
        for key in list(d):
            for key, n in list(d.items()):
                yield n
        if fails:
            raise ValueError(n)
    finally:
        log.append(n)


def attempt(d, fails):
    try:
        return list(pairs(d, fails))
    except ValueError as e:
        return f"ValueError {e}, {e.__context__}, line {e.__traceback__.tb_next.tb_lineno}"


for turn in range(300):
    for d in ({"k": 1, 1: 2}, {"k": 1.5}, {}, {1: 2**70, 2: "x"}):
        for fails in (True, turn % 3 == 0):
            result = attempt(d, fails)
            if turn % 50 == 0:
                print(turn, result, log[-2:])
