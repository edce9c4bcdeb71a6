# modes: stress
# must-compile: series, powers, Sum.put, caller
# A function that compiled callers go straight to is compiled anew: for larger ints, for other arguments, for another kind
# of result.


def series(n, start):
    total = start
    step = 1
    for i in range(n):
        total = total * 3 + step
        if total % 7 == 3:
            step += 1
        elif total % 7 == 4:
            step += i
        total = total - step
    return total


def powers(x, n):
    parts = []
    for i in range(n):
        parts.append(x * x)
        x = x + parts[-1] // (i + 1)
    if n > 3:
        return x
    return len(parts) * x - x


class Sum:
    def __init__(self, first):
        self.value = first
        self.count = 0

    def put(self, other):
        before = self.value
        self.value = before * 2 + other
        for _ in range(2):
            self.value = self.value - before
        self.count += 1
        if self.count % 3 == 0:
            self.value = self.value // 2
        return self.value


def caller(rounds, start, x):
    found = 0
    s = Sum(start)
    for k in range(rounds):
        a = series(3, start)
        b = powers(x, 2)
        c = s.put(a)
        if s.count > 40:
            s = Sum(start)
        found = (found * 31 + hash(a) + hash(b) * 7 + hash(c)) % 1000003
    return found


def main():
    for rounds, start, x in [(900, 1, 3), (900, 10 ** 17, 3), (900, 10 ** 30, 2), (900, 5, 2.5), (900, True, 10 ** 25),
                             (400, 0.5, 1), (900, 3, 4), (900, -10 ** 19, -3), (300, 2, True)]:
        print(start, x, caller(rounds, start, x))
    for wrong in ["text", None, [1]]:
        try:
            print(caller(3, wrong, 1))
        except TypeError as e:
            print(e)


main()
