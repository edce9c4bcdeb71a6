"""A parser and evaluator of arithmetic expressions with names, functions and conditions.

    exprparser.py [COUNT]                  (16000 if not given)

Generates expressions from a fixed seed, parses each into a tree, simplifies the tree, prints some, and evaluates all
under several bindings of the names.
"""

import sys
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    NUMBER = "number"
    NAME = "name"
    OPERATOR = "operator"
    END = "end"


@dataclass(frozen=True)
class Token:
    kind: Kind
    text: str
    position: int


class ParseError(Exception):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


def tokenize(text):
    i = 0
    n = len(text)
    while i < n:
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            start = i
            while i < n and (text[i].isdigit() or text[i] == "."):
                i += 1
            yield Token(Kind.NUMBER, text[start:i], start)
        elif c.isalpha():
            start = i
            while i < n and text[i].isalnum():
                i += 1
            yield Token(Kind.NAME, text[start:i], start)
        elif text[i:i + 2] in ("**", "<=", ">=", "=="):
            yield Token(Kind.OPERATOR, text[i:i + 2], i)
            i += 2
        elif c in "+-*/%()<>?:,":
            yield Token(Kind.OPERATOR, c, i)
            i += 1
        else:
            raise ParseError(f"unexpected {c!r}", i)
    yield Token(Kind.END, "", n)


class Node:
    def evaluate(self, names):
        raise NotImplementedError

    def simplified(self):
        return self


@dataclass
class Number(Node):
    value: float

    def evaluate(self, names):
        return self.value

    def __str__(self):
        return f"{self.value:g}"


@dataclass
class Name(Node):
    name: str

    def evaluate(self, names):
        try:
            return names[self.name]
        except KeyError:
            raise NameError(f"unknown name {self.name}") from None

    def __str__(self):
        return self.name


def divide(a, b):
    return a / b if b else 0.0


def power(a, b):
    return min(abs(a), 8.0) ** max(-4.0, min(b, 4.0)) if a else 0.0


OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": divide,
    "%": lambda a, b: a % b if b else 0.0,
    "**": power,
    "<": lambda a, b: float(a < b),
    ">": lambda a, b: float(a > b),
    "<=": lambda a, b: float(a <= b),
    ">=": lambda a, b: float(a >= b),
    "==": lambda a, b: float(a == b),
}
PRECEDENCE = {"<": 1, ">": 1, "<=": 1, ">=": 1, "==": 1, "+": 2, "-": 2, "*": 3, "/": 3, "%": 3, "**": 5}


@dataclass
class Binary(Node):
    operator: str
    left: Node
    right: Node

    def evaluate(self, names):
        return OPERATORS[self.operator](self.left.evaluate(names), self.right.evaluate(names))

    def simplified(self):
        left = self.left.simplified()
        right = self.right.simplified()
        if isinstance(left, Number) and isinstance(right, Number):
            return Number(OPERATORS[self.operator](left.value, right.value))
        if self.operator == "*" and (left == Number(1.0)):
            return right
        if self.operator == "+" and (right == Number(0.0)):
            return left
        return Binary(self.operator, left, right)

    def __str__(self):
        return f"({self.left} {self.operator} {self.right})"


@dataclass
class Negative(Node):
    operand: Node

    def evaluate(self, names):
        return -self.operand.evaluate(names)

    def simplified(self):
        operand = self.operand.simplified()
        if isinstance(operand, Negative):
            return operand.operand
        if isinstance(operand, Number):
            return Number(-operand.value)
        return Negative(operand)

    def __str__(self):
        return f"-{self.operand}"


@dataclass
class Call(Node):
    name: str
    arguments: list

    FUNCTIONS = {"max": max, "min": min, "abs": abs, "mid": lambda a, b: (a + b) / 2}

    def evaluate(self, names):
        return self.FUNCTIONS[self.name](*[a.evaluate(names) for a in self.arguments])

    def simplified(self):
        return Call(self.name, [a.simplified() for a in self.arguments])

    def __str__(self):
        return f"{self.name}({', '.join(map(str, self.arguments))})"


@dataclass
class Condition(Node):
    test: Node
    yes: Node
    no: Node

    def evaluate(self, names):
        return self.yes.evaluate(names) if self.test.evaluate(names) else self.no.evaluate(names)

    def simplified(self):
        test = self.test.simplified()
        if isinstance(test, Number):
            return (self.yes if test.value else self.no).simplified()
        return Condition(test, self.yes.simplified(), self.no.simplified())

    def __str__(self):
        return f"({self.test} ? {self.yes} : {self.no})"


class Parser:
    def __init__(self, text):
        self.tokens = tokenize(text)
        self.token = next(self.tokens)

    def advance(self):
        token = self.token
        self.token = next(self.tokens, token)
        return token

    def accept(self, text):
        if self.token.kind is Kind.OPERATOR and self.token.text == text:
            self.advance()
            return True
        return False

    def expect(self, text):
        if not self.accept(text):
            raise ParseError(f"expected {text!r}, found {self.token.text!r}", self.token.position)

    def parse(self):
        tree = self.condition()
        if self.token.kind is not Kind.END:
            raise ParseError(f"unexpected {self.token.text!r}", self.token.position)
        return tree

    def condition(self):
        test = self.binary(1)
        if self.accept("?"):
            yes = self.condition()
            self.expect(":")
            return Condition(test, yes, self.condition())
        return test

    def binary(self, lowest):
        left = self.unary()
        while self.token.kind is Kind.OPERATOR and PRECEDENCE.get(self.token.text, 0) >= lowest:
            operator = self.advance().text
            level = PRECEDENCE[operator]
            left = Binary(operator, left, self.binary(level if operator == "**" else level + 1))
        return left

    def unary(self):
        if self.accept("-"):
            return Negative(self.unary())
        return self.primary()

    def primary(self):
        token = self.advance()
        match token:
            case Token(kind=Kind.NUMBER, text=text):
                try:
                    return Number(float(text))
                except ValueError as e:
                    raise ParseError(str(e), token.position) from e
            case Token(kind=Kind.NAME, text=name) if self.accept("("):
                if name not in Call.FUNCTIONS:
                    raise ParseError(f"no function {name}", token.position)
                arguments = [self.condition()]
                while self.accept(","):
                    arguments.append(self.condition())
                self.expect(")")
                return Call(name, arguments)
            case Token(kind=Kind.NAME, text=name):
                return Name(name)
            case Token(text="("):
                tree = self.condition()
                self.expect(")")
                return tree
        raise ParseError(f"unexpected {token.text!r}", token.position)


class Generator:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 9) % n

    def expression(self, depth):
        r = self.below(12)
        if depth == 0 or r == 0:
            return str(self.below(20)) if self.below(2) else "xyz"[self.below(3)]
        if r == 1:
            return "-" + self.expression(depth - 1)
        if r == 2:
            return f"max({self.expression(depth - 1)}, {self.expression(depth - 1)}, 1)"
        if r == 3:
            return f"mid({self.expression(depth - 1)},{self.expression(depth - 1)})"
        if r == 4:
            return f"({self.expression(depth - 1)} < {self.expression(depth - 1)} ? x : {self.expression(depth - 1)})"
        operator = ("+", "-", "*", "/", "%", "**", "+", "*")[self.below(8)]
        text = f"{self.expression(depth - 1)} {operator} {self.expression(depth - 1)}"
        return f"({text})" if self.below(2) else text


BROKEN = ["1 +", "(2 * 3", "4 $ 5", "max(1,", "unknown(3)", "1 2", "1..2", "x ? 1"]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 16000
    for text in BROKEN:
        try:
            print(text, "=", Parser(text).parse())
        except ParseError as e:
            print(f"{text!r}: {e}")
    generator = Generator(2026)
    bindings = [{"x": 1.5, "y": -2.0, "z": k / 4} for k in range(6)]
    total = 0.0
    nodes = 0
    for i in range(count):
        text = generator.expression(4)
        tree = Parser(text).parse()
        simple = tree.simplified()
        if i % (count // 8 + 1) == 0:
            print(text, "->", simple)
        nodes += len(str(simple))
        for names in bindings:
            value = simple.evaluate(names)
            total += max(-1000.0, min(1000.0, value))
    print("characters", nodes, "total", round(total, 3))


if __name__ == "__main__":
    main()
