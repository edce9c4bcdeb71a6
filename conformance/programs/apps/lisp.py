# modes: stress
# must-compile: Env.find, parse, atom, show
"""An interpreter of a small Lisp: closures, macros by quoting, tail calls by a loop, errors with context."""
import math
import operator as op


class LispError(Exception):
    pass


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise LispError(f"unbound: {name}")


class Symbol(str):
    __slots__ = ()


class Lambda:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env


def parse(text):
    stack = [[]]
    for t in text.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split():
        if t == "(":
            stack.append([])
        elif t == ")":
            done = stack.pop()
            if not stack:
                raise LispError("unexpected )")
            stack[-1].append(done)
        else:
            stack[-1].append(atom(t))
        while len(stack[-1]) > 1 and stack[-1][-2] == "'" and type(stack[-1][-2]) is Symbol and stack[-1][-1] != "'":
            quoted = stack[-1].pop()
            stack[-1][-1] = [Symbol("quote"), quoted]
    if len(stack) > 1:
        raise LispError(f"{len(stack) - 1} not closed")
    return stack[0]


def atom(t):
    for kind in (int, float):
        try:
            return kind(t)
        except ValueError:
            pass
    return {"#t": True, "#f": False}.get(t, Symbol(t))


def evaluate(x, env):
    while True:
        if isinstance(x, Symbol):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        match x:
            case []:
                return []
            case ["quote", value]:
                return value
            case ["if", test, then, *other]:
                x = then if evaluate(test, env) is not False else other[0] if other else False
            case ["define", Symbol() as name, value]:
                env[name] = evaluate(value, env)
                return name
            case ["define", [name, *params], *body]:
                env[name] = Lambda(params, body, env)
                return name
            case ["set!", name, value]:
                env.find(name)[name] = evaluate(value, env)
                return None
            case ["lambda", params, *body]:
                return Lambda(params, body, env)
            case ["let", bindings, *body]:
                env = Env([n for n, _ in bindings], [evaluate(v, env) for _, v in bindings], env)
                for e in body[:-1]:
                    evaluate(e, env)
                x = body[-1]
            case [head, *args]:
                f = evaluate(head, env)
                values = [evaluate(a, env) for a in args]
                if isinstance(f, Lambda):
                    if len(f.params) != len(values):
                        raise LispError(f"takes {len(f.params)}, got {len(values)}")
                    env = Env(f.params, values, f.env)
                    for e in f.body[:-1]:
                        evaluate(e, env)
                    x = f.body[-1]
                elif callable(f):
                    return f(*values)
                else:
                    raise LispError(f"cannot call {show(f)}")


def show(x):
    if isinstance(x, bool):
        return "#t" if x else "#f"
    if isinstance(x, list):
        return "(" + " ".join(map(show, x)) + ")"
    return "<lambda>" if isinstance(x, Lambda) else "<builtin>" if callable(x) else str(x)


GLOBAL = Env()
GLOBAL.update({"+": lambda *a: sum(a), "*": lambda *a: math.prod(a), "-": op.sub, "/": op.truediv, "<": op.lt,
               "=": op.eq, "car": lambda l: l[0], "cdr": lambda l: l[1:], "cons": lambda a, l: [a, *l],
               "list": lambda *a: list(a), "null?": lambda l: l == [], "sqrt": math.sqrt, "pi": math.pi})
PROGRAM = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 20) (fact 30)
(define (count n acc) (if (= n 0) acc (count (- n 1) (+ acc 1))))
(count 5000 0)
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(map (lambda (x) (* x x)) '(1 2 3 4))
(define counter (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(counter) (counter) (list (counter) 'a '(b 1.5 #t))
(let ((x 2) (y 3)) (let ((x 7)) (* x y)))
(map fact '(1 5 10))
(sqrt 2) car fact
"""
for form in parse(PROGRAM):
    print(show(form)[:40], "=>", show(evaluate(form, GLOBAL)))
for bad in ("(undefined 1)", "(1 2)", "(fact)", "(", ")", "(/ 1 0)", "(car '())", "(if)", "(fact 'a)"):
    try:
        for form in parse(bad):
            print(bad, show(evaluate(form, GLOBAL)))
    except Exception as e:
        print(bad, type(e).__name__, e)
