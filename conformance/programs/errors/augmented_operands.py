# must-compile: attempt
"""What augmented assignments say of operands that they do not take: the sign of the assignment, whatever the types."""

OPERATORS = "|= &= ^= <<= >>= @= **= //= += -= *= /= %="


class Plain:
    pass


def attempt(f, *args):
    try:
        f(*args)
    except TypeError as e:
        print(e)


plain = Plain()
PAIRS = ((1.5, 1.5), (1.5, 2), (2, 1.5), (2.5, 2 ** 70), (1, None), (None, 1), ("a", 1), (plain, 1), (1, plain), (True, 1.5),
         ([], 1))
for operator in OPERATORS.split():
    names = {}
    exec(f"def change(x, y):\n    x {operator} y\n"
         f"def change_item(x, y):\n    items = [x]\n    items[0] {operator} y\n", names)
    for pair in PAIRS:
        for _ in range(3):
            attempt(names["change"], *pair)
        attempt(names["change_item"], *pair)
