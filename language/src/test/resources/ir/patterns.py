def match(x):
    match x:
        case 1 | "a" | None:
            return 1
        case [a, (b, _), *rest] if a:
            return b, rest
        case [_, *_, last]:
            return last
        case {"k": v, **others}:
            return v, others
        case Point(0, y=y) | Other(y):
            return y
        case _:
            return 0
