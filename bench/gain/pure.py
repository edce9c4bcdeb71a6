# bar: 0.9
# must-compile: work, Particle.move
"""CPU-bound pure Python that shares nothing: ints, floats, lists, instances and calls."""

from gain import measure


class Particle:
    def __init__(self, x, v):
        self.x = x
        self.v = v

    def move(self, dt):
        self.x += self.v * dt
        if self.x > 1.0 or self.x < 0.0:
            self.v = -self.v


def work():
    particles = [Particle(i / 50.0, (i % 7) / 3.0) for i in range(50)]
    counts = [0] * 16
    state = 1
    for step in range(60):
        for particle in particles:
            particle.move(0.01)
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            counts[state >> 27] += 1
    return sum(counts) + int(sum([p.x for p in particles]))


measure(work)
