# modes: stress
# must-compile: assign, parse, search
"""Sudoku by constraint propagation on bit sets and search with the fewest candidates first."""
PUZZLES = ["53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
           "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
           "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..4......7..7...3..",
           "11..............................................................................."]
UNITS = [[r * 9 + c for c in range(9)] for r in range(9)] + [[r * 9 + c for r in range(9)] for c in range(9)] \
    + [[(r + i // 3) * 9 + c + i % 3 for i in range(9)] for r in (0, 3, 6) for c in (0, 3, 6)]
PEERS = [sorted({p for u in UNITS if s in u for p in u} - {s}) for s in range(81)]
ALL = (1 << 9) - 1


class Contradiction(Exception):
    pass


def assign(cells, s, bit):
    todo = [(s, bit)]
    while todo:
        s, bit = todo.pop()
        if not cells[s] & bit:
            raise Contradiction(s)
        if cells[s] == bit and s in cells[81]:
            continue
        cells[s] = bit
        cells[81] = cells[81] | {s}
        for p in PEERS[s]:
            if cells[p] & bit:
                cells[p] &= ~bit
                if not cells[p]:
                    raise Contradiction(p)
                if cells[p] & (cells[p] - 1) == 0:
                    todo.append((p, cells[p]))
    return cells


def parse(text):
    cells = [ALL] * 81 + [frozenset()]
    for s, ch in enumerate(text):
        if ch in "123456789":
            assign(cells, s, 1 << int(ch) - 1)
    return cells


def search(cells, counter):
    counter[0] += 1
    open_ = [(cells[s].bit_count(), s) for s in range(81) if cells[s] & (cells[s] - 1)]
    if not open_:
        return cells
    _, s = min(open_)
    for n in range(9):
        if cells[s] >> n & 1:
            try:
                found = search(assign(cells.copy(), s, 1 << n), counter)
            except Contradiction:
                continue
            if found:
                return found
    return None


for puzzle in PUZZLES:
    counter = [0]
    try:
        solved = search(parse(puzzle), counter)
    except Contradiction as e:
        print("contradiction at", e)
        continue
    text = "".join(str(c.bit_length()) for c in solved[:81])
    print("\n".join(text[i:i + 9] for i in range(0, 81, 9)))
    print(all(sorted(text[s] for s in u) == list("123456789") for u in UNITS), all(p in (".", t) for p, t in zip(puzzle, text)), counter[0] < 5000)
