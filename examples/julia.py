"""A Julia set in pure Python with complex numbers.

    julia.py [WIDTH [ITERATIONS]]          (1000 300 if not given)

Prints how many iterations the points took in all, a checksum over the picture, and the picture in small.
"""

import sys

C = complex(-0.62772, -0.42193)
EXTENT = 1.8


def escape_times(width, limit):
    """The iterations that each point of a width x width grid stays within distance 2, row by row."""
    step = 2 * EXTENT / width
    points = []
    for row in range(width):
        y = EXTENT - row * step
        for column in range(width):
            points.append(complex(-EXTENT + column * step, y))
    counts = [0] * len(points)
    for i in range(len(points)):
        z = points[i]
        n = 0
        while n < limit and abs(z) < 2:
            z = z * z + C
            n += 1
        counts[i] = n
    return counts


def checksum(counts):
    value = 0
    for n in counts:
        value = (value * 31 + n) % 1000000007
    return value


def picture(counts, width, limit, columns=64):
    shades = " .:-=+*#%@"
    step = max(1, width // columns)
    for row in range(0, width, 2 * step):
        line = ""
        for column in range(0, width, step):
            n = counts[row * width + column]
            line += shades[min(len(shades) - 1, n * 3 * len(shades) // (limit + 1))]
        print(line.rstrip())


def main():
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    counts = escape_times(width, limit)
    print("points", len(counts), "iterations", sum(counts), "checksum", checksum(counts))
    picture(counts, width, limit)


if __name__ == "__main__":
    main()
