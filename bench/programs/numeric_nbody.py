# family: numeric
# checksum: -169020000
# must-compile: advance, energy
# java: NBody
"""The planets of the solar system under their mutual gravity, in floats and attributes-free lists."""

from harness import run

STEPS = 5000
SOLAR_MASS = 39.47841760435743
DAYS = 365.24


def system():
    """Sun, Jupiter, Saturn, Uranus and Neptune as [x, y, z, vx, vy, vz, mass], the momentum balanced."""
    bodies = [
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, SOLAR_MASS],
        [4.841431442464721, -1.1603200440274284, -0.10362204447112311,
         0.001660076642744037 * DAYS, 0.007699011184197404 * DAYS, -0.0000690460016972063 * DAYS,
         0.0009547919384243266 * SOLAR_MASS],
        [8.34336671824458, 4.124798564124305, -0.4035234171143214,
         -0.002767425107268624 * DAYS, 0.004998528012349172 * DAYS, 0.00002304172975737639 * DAYS,
         0.0002858859806661308 * SOLAR_MASS],
        [12.894369562139131, -15.111151401698631, -0.22330757889265573,
         0.002964601375647616 * DAYS, 0.0023784717395948095 * DAYS, -0.000029658956854023756 * DAYS,
         0.00004366244043351563 * SOLAR_MASS],
        [15.379697114850917, -25.919314609987964, 0.17925877295037118,
         0.0026806777249038932 * DAYS, 0.001628241700382423 * DAYS, -0.00009515922545197159 * DAYS,
         0.00005151389020466115 * SOLAR_MASS],
    ]
    for k in (3, 4, 5):
        momentum = 0.0
        for body in bodies:
            momentum += body[k] * body[6]
        bodies[0][k] = -momentum / SOLAR_MASS
    return bodies


def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for a, b in pairs:
            dx = a[0] - b[0]
            dy = a[1] - b[1]
            dz = a[2] - b[2]
            square = dx * dx + dy * dy + dz * dz
            pull = dt / (square * square ** 0.5)
            ma = a[6] * pull
            mb = b[6] * pull
            a[3] -= dx * mb
            a[4] -= dy * mb
            a[5] -= dz * mb
            b[3] += dx * ma
            b[4] += dy * ma
            b[5] += dz * ma
        for body in bodies:
            body[0] += dt * body[3]
            body[1] += dt * body[4]
            body[2] += dt * body[5]


def energy(bodies, pairs):
    e = 0.0
    for body in bodies:
        e += 0.5 * body[6] * (body[3] * body[3] + body[4] * body[4] + body[5] * body[5])
    for a, b in pairs:
        dx = a[0] - b[0]
        dy = a[1] - b[1]
        dz = a[2] - b[2]
        e -= a[6] * b[6] / (dx * dx + dy * dy + dz * dz) ** 0.5
    return e


def unit():
    bodies = system()
    pairs = [(bodies[i], bodies[j]) for i in range(5) for j in range(i + 1, 5)]
    advance(bodies, pairs, 0.01, STEPS)
    return round(energy(bodies, pairs) * 1e9)


run(unit)
