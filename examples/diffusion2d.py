"""Two-dimensional diffusion of heat on a grid held as a list of lists.

    diffusion2d.py [SIZE [STEPS]]          (512 120 if not given)

Prints the total, the largest value and a few cells as the heat spreads.
"""

import sys


def initial(size):
    """A cold plate with a hot block in the middle and a warm corner."""
    grid = [[0.0] * size for _ in range(size)]
    low = size * 2 // 5
    high = size * 3 // 5
    for i in range(low, high):
        for j in range(low, high):
            grid[i][j] = 1.0
    for i in range(size // 10):
        grid[i][i] = 0.5
    return grid


def evolve(grid, dt, diffusion=1.0):
    """The grid one step later; the plate is a torus."""
    rows = len(grid)
    columns = len(grid[0])
    new = [[0.0] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            xx = grid[(i + 1) % rows][j] + grid[(i - 1) % rows][j] - 2.0 * grid[i][j]
            yy = grid[i][(j + 1) % columns] + grid[i][(j - 1) % columns] - 2.0 * grid[i][j]
            new[i][j] = grid[i][j] + diffusion * (xx + yy) * dt
    return new


def report(step, grid):
    size = len(grid)
    total = sum(sum(row) for row in grid)
    largest = max(max(row) for row in grid)
    middle = grid[size // 2][size // 2]
    edge = grid[size * 2 // 5][size // 2]
    print(f"step {step:4}  total {total:.6f}  largest {largest:.9f}  middle {middle:.9f}  edge {edge:.12e}")


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 512
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 120
    grid = initial(size)
    report(0, grid)
    for step in range(1, steps + 1):
        grid = evolve(grid, 0.1)
        if step % max(1, steps // 6) == 0:
            report(step, grid)


if __name__ == "__main__":
    main()
