# must-compile: attempt, outer, C.__init__
import inspect


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def f(a, b: int = 1, /, c=2, *args, d, e: str = "x", **kw) -> float:
    "the doc"
    return 1.0


class C:
    "class doc"

    def __init__(self, x, *, y=None):
        pass

    def m(self, z):
        "  method\n    doc"

    @classmethod
    def cm(cls, q): ...

    @staticmethod
    def sm(w): ...

    @property
    def p(self): ...


async def co(): ...
def gen(): yield
async def ag(): yield


s = inspect.signature(f)
print(s, list(s.parameters), s.parameters["b"].default, s.parameters["b"].annotation, s.parameters["args"].kind, s.return_annotation, s.bind(1, d=4).arguments, attempt(s.bind), attempt(s.bind, 1, z=1, d=2, b=3), s.bind_partial().arguments)
b = s.bind(1, d=2)
b.apply_defaults()
print(b.args, b.kwargs, inspect.signature(C), inspect.signature(C.m), inspect.signature(C(1).m), inspect.signature(C.cm), inspect.signature(C.sm), inspect.signature(len), attempt(inspect.signature, 5), inspect.signature(lambda x=1: 0), inspect.signature(int) if False else "", str(inspect.signature(sorted)))
print(inspect.isfunction(f), inspect.ismethod(C(1).m), inspect.isclass(C), inspect.ismodule(inspect), inspect.isbuiltin(len), inspect.iscoroutinefunction(co), inspect.isgeneratorfunction(gen), inspect.isasyncgenfunction(ag), inspect.isroutine(len), inspect.isdatadescriptor(C.p), inspect.ismethoddescriptor(str.upper), inspect.isgenerator(gen()), inspect.isabstract(C), inspect.isawaitable(5))
print(inspect.getdoc(f), inspect.getdoc(C.m), inspect.cleandoc("  a\n    b\n    c"), inspect.getmodule(f).__name__, inspect.getfile(f) == __file__, inspect.getsourcelines(f)[1], inspect.getsource(gen), inspect.getsource(C.cm))
print([n for n, _ in inspect.getmembers(C) if not n.startswith("_")], inspect.getmro(C), inspect.getfullargspec(f), inspect.unwrap(f) is f, inspect.getattr_static(C, "p").__class__.__name__, [(a.name, a.kind) for a in inspect.classify_class_attrs(C) if not a.name.startswith("_")])


def outer():
    x = 1
    y = 2

    def inner():
        return x + len("a") + undefined
    return inner


print(inspect.getclosurevars(outer()).nonlocals, inspect.getclosurevars(outer()).builtins.keys(), inspect.getclosurevars(outer()).unbound)


def here():
    fr = inspect.currentframe()
    info = inspect.getframeinfo(fr)
    return info.function, info.lineno - here.__code__.co_firstlineno, info.code_context[0].strip(), inspect.getargvalues(fr).locals.keys()


print(here(), inspect.stack()[0].function, inspect.getcallargs(f, 1, d=5))
g = gen()
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
p = inspect.Parameter("n", inspect.Parameter.KEYWORD_ONLY, default=3)
print(p, inspect.Signature([p]), p.replace(name="m"), attempt(inspect.Parameter, "1x", p.kind), attempt(inspect.Signature, [p, p]), s.replace(return_annotation=int), inspect.signature(f) == s)


@lambda fn: fn
def decorated(x): ...


decorated.__signature__ = inspect.Signature([inspect.Parameter("fake", inspect.Parameter.POSITIONAL_ONLY)])
print(inspect.signature(decorated), inspect.signature(type("K", (), {"__call__": lambda self, v: v})()), inspect.CO_GENERATOR & gen.__code__.co_flags, inspect.indentsize("   x"))
