# must-compile: V.visit_Constant, attempt, R.__repr__
import difflib
import fnmatch
import getopt
import shlex
import reprlib


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


a, b = "one\ntwo\nthree\n".splitlines(True), "one\ntoo\nthree\nfour\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "a", "b")), list(difflib.ndiff(a, b)), difflib.get_close_matches("appel", ["ape", "apple", "peach"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), difflib.SequenceMatcher(None, "qabxcd", "abycdf").get_opcodes())
print("".join(difflib.context_diff(a, b)), list(difflib.restore(difflib.ndiff(a, b), 1)))
print(shlex.split("a 'b c' \"d \\\" e\" f\\ g # h", comments=True), shlex.quote("it's"), shlex.join(["a b", "c"]), attempt(shlex.split, "'open"), list(shlex.shlex("a=b;c", punctuation_chars=True)))
print(fnmatch.fnmatch("file.txt", "*.t?t"), fnmatch.filter(["a.py", "b.c"], "*.py"), fnmatch.translate("*.[ch]"), fnmatch.fnmatchcase("A", "a"))
print(getopt.getopt(["-a", "-b", "x", "--long=1", "rest"], "ab:", ["long="]), attempt(getopt.getopt, ["-z"], "a"), getopt.gnu_getopt(["r", "-a"], "a"))
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.Repr(maxlist=2).repr([1, 2, 3]), reprlib.repr({i: i for i in range(10)}))


class R:
    @reprlib.recursive_repr()
    def __repr__(self):
        return f"<{self!r}>"


print(R())
import configparser
c = configparser.ConfigParser()
c.read_string("[a]\nx = 1\ny = %(x)s2\nflag = yes\n[b]\nlist =\n  p\n  q\n")
print(c.sections(), c["a"]["y"], c.getint("a", "x"), c.getboolean("a", "flag"), repr(c["b"]["list"]), c.get("a", "zz", fallback="f"), attempt(c.get, "a", "zz"), attempt(c.get, "z", "x"), "x" in c["a"], dict(c["a"]), attempt(c.read_string, "bad"))
import io
out = io.StringIO()
c.write(out)
print(out.getvalue())
import calendar
print(calendar.month(2026, 3), calendar.monthrange(2024, 2), calendar.isleap(2000), calendar.day_name[0], calendar.timegm((1970, 1, 2, 0, 0, 0)), calendar.TextCalendar(6).formatweek([(1, 0)], 3), calendar.weekday(2026, 1, 1), [d for d in calendar.Calendar().itermonthdays(2026, 2)][:7])
import graphlib
print(list(graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}}).static_order())[0::3], attempt(lambda: list(graphlib.TopologicalSorter({"a": "b", "b": "a"}).static_order())))
import keyword
import token
import tokenize
print(keyword.iskeyword("for"), keyword.softkwlist, len(keyword.kwlist), [(token.tok_name[t.type], t.string) for t in tokenize.generate_tokens(io.StringIO("x = f'a{b}' # c\n").readline)])
import ast
print(ast.dump(ast.parse("a.b[1:2] += f(*x, k=1)"), indent=1), ast.unparse(ast.parse("if x:\n  y = [i for i in z if i]\nelse: pass")), [n.id for n in ast.walk(ast.parse("a + b * c")) if isinstance(n, ast.Name)])


class V(ast.NodeTransformer):
    def visit_Constant(self, n):
        return ast.copy_location(ast.Constant(n.value * 2), n)


print(ast.unparse(V().visit(ast.parse("x = 1 + 'a'"))))
