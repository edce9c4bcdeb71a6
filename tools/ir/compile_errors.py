"""What CPython says of each case of compile-errors/cases.txt: run by the oracle, prints compile-errors/expected.txt."""
import sys
import warnings


def main(path):
    with open(path, encoding="utf-8") as f:
        cases = f.read().split("###\n")
    for number, source in enumerate(cases):
        print(f"case {number}")
        with warnings.catch_warnings(record=True) as found:
            warnings.simplefilter("always")
            try:
                compile(source, "case", "exec", dont_inherit=True)
                end = "ok"
            except SyntaxError as e:
                end = f"{type(e).__name__}: {e.msg} [{e.lineno}, {e.offset}, {e.end_lineno}, {e.end_offset}]"
        for w in found:
            print(f"  warning {w.lineno}: {w.message}")
        print(f"  {end}")


main(sys.argv[1])
