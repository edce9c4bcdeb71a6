"""Says what a Python has: one line a name, run under Adder and under the oracle alike by ./dev gap.

    introspect.py RESULTS MODULE...

Lines are TAB-separated: `module NAME`, `missing NAME REASON`, `has MODULE QUALNAME KIND SIGNATURE DOCUMENTED`.  Uses
nothing but builtins, so that it runs early in an implementation's life.
"""

import sys


def kind_of(value):
    kind = type(value).__name__
    if isinstance(value, type):
        return "type"
    if kind in ("builtin_function_or_method", "function"):
        return "function"
    if kind in ("method_descriptor", "wrapper_descriptor", "slot wrapper", "classmethod_descriptor", "staticmethod",
                "classmethod", "method-wrapper"):
        return "method"
    if kind in ("getset_descriptor", "member_descriptor", "property"):
        return "attribute"
    if kind == "module":
        return "module"
    return "value"


def text_of(value, name):
    """A textual attribute, or the empty string."""
    try:
        text = getattr(value, name, None)
    except Exception:
        return ""
    return text if isinstance(text, str) else ""


def describe(out, module, qualname, value):
    kind = kind_of(value)
    python_made = type(value).__name__ == "function"
    signature = "" if python_made else text_of(value, "__text_signature__")
    doc = "" if kind == "value" or kind == "module" else text_of(value, "__doc__")
    out.write("\t".join(["has", module, qualname, kind, signature.replace("\n", "\\n").replace("\t", " "),
                         "doc" if doc else "-"]) + "\n")
    return kind


def members(cls):
    try:
        return sorted(vars(cls).items())
    except Exception:
        return []


def look_at(out, name):
    try:
        module = __import__(name)
        for part in name.split(".")[1:]:
            module = getattr(module, part)
    except BaseException as error:
        out.write("missing\t%s\t%s: %s\n" % (name, type(error).__name__, str(error).split("\n")[0].replace("\t", " ")))
        out.flush()
        return
    out.write("module\t%s\n" % name)
    for attribute in sorted(vars(module)):
        value = vars(module)[attribute]
        if attribute in ("__builtins__", "__cached__", "__file__", "__loader__", "__path__", "__spec__"):
            continue
        kind = describe(out, name, attribute, value)
        if kind == "type" and getattr(value, "__module__", None) in (name, name.lstrip("_")):
            for member, inner in members(value):
                if isinstance(member, str) and member not in ("__doc__", "__module__", "__dict__", "__weakref__"):
                    describe(out, name, attribute + "." + member, inner)
    out.flush()


def main(argv):
    with open(argv[1], "w", encoding="utf-8", errors="backslashreplace") as out:
        for name in argv[2:]:
            out.write("begin\t%s\n" % name)
            out.flush()
            look_at(out, name)
        out.write("end\n")


main(sys.argv)
