# family: numeric
# checksum: 174734
# must-compile: escape, unit
# java: Mandelbrot
"""The Mandelbrot set on a grid, in pairs of floats: the sum of the iterations before each point escapes."""

from harness import run

WIDTH = 120
HEIGHT = 90
LIMIT = 60


def escape(cr, ci):
    zr = zi = 0.0
    for n in range(LIMIT):
        zr2 = zr * zr
        zi2 = zi * zi
        if zr2 + zi2 > 4.0:
            return n
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
    return LIMIT


def unit():
    total = 0
    for y in range(HEIGHT):
        ci = 2.4 * y / HEIGHT - 1.2
        for x in range(WIDTH):
            total += escape(3.2 * x / WIDTH - 2.2, ci)
    return total


run(unit)
