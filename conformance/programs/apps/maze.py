# modes: stress
# must-compile: make, around, breadth_first, a_star
"""Mazes made by depth-first search with a seed; solved breadth-first, by A*, and by recursion."""
import heapq
import random
import sys
from collections import deque


def make(width, height, seed):
    rng = random.Random(seed)
    grid = [["#"] * (2 * width + 1) for _ in range(2 * height + 1)]
    stack = [(0, 0)]
    grid[1][1] = " "
    while stack:
        x, y = stack[-1]
        choices = [(x + dx, y + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))
                   if 0 <= x + dx < width and 0 <= y + dy < height and grid[2 * (y + dy) + 1][2 * (x + dx) + 1] == "#"]
        if not choices:
            stack.pop()
            continue
        nx, ny = rng.choice(choices)
        grid[y + ny + 1][x + nx + 1] = grid[2 * ny + 1][2 * nx + 1] = " "
        stack.append((nx, ny))
    return grid


def around(grid, x, y):
    return [(a, b) for a, b in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)) if grid[b][a] != "#"]


def breadth_first(grid, start, goal):
    came, todo = {start: None}, deque([start])
    while todo:
        at = todo.popleft()
        if at == goal:
            path = []
            while at:
                path.append(at)
                at = came[at]
            return path[::-1]
        for n in around(grid, *at):
            if n not in came:
                came[n] = at
                todo.append(n)
    return None


def a_star(grid, start, goal):
    def guess(p):
        return abs(p[0] - goal[0]) + abs(p[1] - goal[1])

    best, heap = {start: 0}, [(guess(start), start)]
    while heap:
        _, at = heapq.heappop(heap)
        if at == goal:
            return best[at]
        for n in around(grid, *at):
            if (cost := best[at] + 1) < best.get(n, sys.maxsize):
                best[n] = cost
                heapq.heappush(heap, (cost + guess(n), n))
    return None


def recursive(grid, at, goal, seen):
    if at == goal:
        return 0
    seen.add(at)
    for n in around(grid, *at):
        if n not in seen:
            found = recursive(grid, n, goal, seen)
            if found is not None:
                return found + 1
    return None


for width, height, seed in ((8, 5, 1), (12, 9, 2), (3, 3, 3)):
    grid = make(width, height, seed)
    start, goal = (1, 1), (2 * width - 1, 2 * height - 1)
    path = breadth_first(grid, start, goal)
    for x, y in path:
        grid[y][x] = "."
    print("\n".join(map("".join, grid)))
    print(len(path) - 1, a_star(grid, start, goal), recursive(grid, start, goal, set()))
grid[1][2] = grid[2][1] = "#"
print(breadth_first(grid, (1, 1), (5, 5)), a_star(grid, (1, 1), (5, 5)), recursive(grid, (1, 1), (5, 5), set()))
big = make(40, 40, 4)
print(sum(row.count(" ") for row in big), len(breadth_first(big, (1, 1), (79, 79))) - 1 == a_star(big, (1, 1), (79, 79)))
