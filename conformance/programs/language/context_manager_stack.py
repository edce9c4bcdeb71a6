# modes: stress
# must-compile: case, two, many, swallowed
"""Context managers: order of entering and leaving, exceptions swallowed and replaced, ExitStack, reentrancy, parentheses."""
import contextlib
import io
import sys

log = []


class Resource:
    def __init__(self, name, swallow=(), fail_enter=None, fail_exit=None):
        self.name, self.swallow, self.fail_enter, self.fail_exit = name, swallow, fail_enter, fail_exit

    def __enter__(self):
        log.append("+" + self.name)
        if self.fail_enter:
            raise self.fail_enter
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        log.append(f"-{self.name}" + (f":{kind.__name__}" if kind else ""))
        if self.fail_exit:
            raise self.fail_exit
        return isinstance(value, self.swallow) if self.swallow else None


def case(label, f):
    log.clear()
    try:
        result = f()
    except BaseException as e:
        result = (type(e).__name__, str(e), type(e.__context__).__name__)
    print(label, result, " ".join(log))


def two():
    with Resource("a") as a, Resource("b") as b:
        return a, b


def many():
    with (
        Resource("a") as x,
        Resource("b"),
        Resource("c") as (p, *q),
    ):
        log.append("body")
        return x, p, q


def swallowed():
    with Resource("a", ZeroDivisionError):
        with Resource("b", KeyError):
            1 / 0
        log.append("not reached")
    return "after"


def replaced():
    with Resource("a"), Resource("b", fail_exit=ValueError("in exit")):
        1 / 0


def enter_fails():
    with Resource("a"), Resource("b", fail_enter=OSError("enter")), Resource("c"):
        log.append("body")


def loop():
    out = []
    for i in range(4):
        with Resource(str(i)):
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
    return out


def generator():
    with Resource("g"):
        yield 1
        yield 2


def closed():
    g = generator()
    next(g)
    g.close()
    return list(generator())


for f in (two, many, swallowed, replaced, enter_fails, loop, closed):
    case(f.__name__, f)


@contextlib.contextmanager
def managed(name):
    log.append("start " + name)
    try:
        yield name
    except KeyError as e:
        log.append(f"caught {e}")
    finally:
        log.append("end " + name)


def use(error=None):
    with managed("m") as m:
        if error:
            raise error
        return m


case("managed", use)
case("managed key", lambda: use(KeyError("k")))
case("managed value", lambda: use(ValueError("v")))
case("managed stop", lambda: use(StopIteration("s")))


def stack():
    with contextlib.ExitStack() as s:
        names = [s.enter_context(Resource(n)) for n in "abc"]
        s.callback(log.append, "callback")
        s.push(lambda *exc: log.append(f"push {exc[0] and exc[0].__name__}") or True)
        kept = s.pop_all() if names[0] == "Z" else None
        raise LookupError(str(kept))
    return "swallowed"


case("stack", stack)


def handed_over():
    with contextlib.ExitStack() as s:
        s.enter_context(Resource("x"))
        later = s.pop_all()
    log.append("still open")
    later.close()


case("pop_all", handed_over)
case("suppress", lambda: [contextlib.suppress(KeyError).__enter__(), contextlib.nullcontext(5).__enter__()])


def redirected():
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        print("hidden")
        print("error", file=sys.stderr)
    return out.getvalue(), err.getvalue()


case("redirect", redirected)


class Deco(contextlib.ContextDecorator):
    def __enter__(self):
        log.append("in")

    def __exit__(self, *exc):
        log.append("out")


@Deco()
def decorated(n):
    return n + 1


case("decorator", lambda: decorated(1) + decorated(2))
one_shot = managed("once")
case("first", lambda: one_shot.__enter__())
case("used up", lambda: one_shot.__exit__(None, None, None))
for bad in (lambda: Resource.__enter__(), lambda: managed(), lambda: contextlib.closing(5).__exit__(None, None, None)):
    case("bad", bad)
