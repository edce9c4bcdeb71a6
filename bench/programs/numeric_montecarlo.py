# family: numeric
# checksum: 47191492930
# must-compile: Random.next, estimate
# java: MonteCarlo
"""Pi and an integral by random points, the generator (a linear congruential one) being an object with a method."""

from harness import run

POINTS = 60000


class Random:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return self.state / 2147483648.0


def estimate(points):
    random = Random(113)
    inside = 0
    area = 0.0
    for _ in range(points):
        x = random.next()
        y = random.next()
        if x * x + y * y <= 1.0:
            inside += 1
            area += x * (1.0 - y)
    return inside, area


def unit():
    inside, area = estimate(POINTS)
    return inside * 1000000 + round(area * 1e3)


run(unit)
