# modes: stress
# must-compile: caught, three, f
"""Warnings: filters, registries, once and always, as errors, categories, where they are said to come from."""
import io
import sys
import warnings


class Own(UserWarning):
    pass


def caught(f, *filters):
    with warnings.catch_warnings(record=True) as all_:
        warnings.resetwarnings()
        for action, options in filters:
            warnings.filterwarnings(action, **options)
        try:
            f()
        except Warning as e:
            return f"raised {type(e).__name__}: {e}", len(all_)
        return [(w.category.__name__, str(w.message), w.lineno - base) for w in all_]


base = caught.__code__.co_firstlineno


def three():
    for i in range(3):
        warnings.warn("same", Own)
    warnings.warn("other")
    warnings.warn(Own("instance"))
    warnings.warn("deep", DeprecationWarning, stacklevel=2)


for filters in ([], [("always", {})], [("once", {})], [("default", {})], [("module", {})], [("ignore", {})], [("error", {"category": Own})], [("always", {}), ("ignore", {"message": "SAM"})],
                [("always", {"module": "no_such"})], [("always", {"lineno": 1})], [("ignore", {}), ("always", {"category": DeprecationWarning})]):
    print(filters, caught(three, *filters))
out = io.StringIO()
with warnings.catch_warnings():
    warnings.simplefilter("always")
    sys.stderr, old = out, sys.stderr
    try:
        warnings.warn("shown", RuntimeWarning)
        warnings.warn_explicit("explicit", Own, "some_file.py", 42, "mod", {})
        warnings.showwarning("direct", Own, "f.py", 1, line="the line")
    finally:
        sys.stderr = old
print(out.getvalue().replace(__file__, "FILE"))
print(warnings.formatwarning("text", SyntaxWarning, "x.py", 3, "source line"), end="")
for bad in (lambda: warnings.warn("x", int), lambda: warnings.filterwarnings("nope"), lambda: warnings.filterwarnings("error", category="x"), lambda: warnings.simplefilter("error", lineno=-1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


@warnings.deprecated("use g instead")
def f():
    return 1


@warnings.deprecated("old class", category=PendingDeprecationWarning)
class C:
    pass


print(caught(lambda: (f(), C()), ("always", {})), f.__deprecated__, C.__deprecated__)
with warnings.catch_warnings(action="error"):
    for source in ("1 is 1", "assert (1, 2)", "'\\d'", "'\\400'", "[] is ()", "1()", "0in x"):
        try:
            compile(source, "<w>", "eval" if "assert" not in source else "exec")
            print(source, "silent")
        except (SyntaxError, Warning) as e:
            print(source, type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
print(warnings.filters is sys.modules["warnings"].filters, "__warningregistry__" in globals() or "no registry")
