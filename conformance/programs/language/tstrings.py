# must-compile: attempt, render
from string.templatelib import Interpolation, Template, convert

name, n = "World", 42
t = t"Hello {name}! {n:>5} {n!r:x} {name = } end"
print(type(t).__name__, t.strings)
for part in t:
    if isinstance(part, str):
        print("str", repr(part))
    else:
        print("interp", repr(part.value), repr(part.expression), part.conversion, repr(part.format_spec))
print(t.values, [i.expression for i in t.interpolations])
print(t"".strings, t"".interpolations, t"{n}".strings, list(t"{n}{n}")[1].value)
print((t"a{n}" + t"b{name}").strings, (t"x" + t"y").strings)
width = 7
print(t"{n:{width}d}".interpolations[0].format_spec, t"{n + 1}".interpolations[0].expression)


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(attempt(lambda: t"a" + "b"), attempt(lambda: "a" + t"b"), attempt(lambda: t"{missing}"))
print(repr(t"x{n!s:>3}y"))
i = Interpolation(5, "five", "r", ">4")
print(i, i.value, i.expression, i.conversion, i.format_spec, Interpolation(1).expression)
print(Template("a", i, "b", "c", Interpolation(2, "two")).strings)
print(attempt(lambda: Interpolation(1, "x", "q")), attempt(lambda: Template(5)))
match i:
    case Interpolation(value, expression, conversion, spec):
        print(value, expression, conversion, spec)


def render(t):
    out = []
    for part in t:
        if isinstance(part, Interpolation):
            out.append(format(convert(part.value, part.conversion), part.format_spec))
        else:
            out.append(part)
    return "".join(out)


print(render(t"{name!r:>10}|{n:05d}|{3.14159:.2f}"))
print(t'nested {f"{n}"} {t"in{n}".strings}'.values, rt"\n{n}".strings, t"{{}}{n}".strings)
print(t"lines {
    n
}".interpolations[0].expression, isinstance(t, Template), t"a" t"b{n}" == t"ab", (t"a" t"{n}").strings)
lazy = t"{(lambda: 5)}"
print(lazy.values[0]())
print(attempt(lambda: setattr(t, "strings", ())), attempt(lambda: type("S", (Template,), {})))
