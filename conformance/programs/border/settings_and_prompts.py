# timeout: 120
# must-compile: <module>
"""Settings that Python cannot start with; prompts without a terminal; programs that are no source text."""
import os
import re
import subprocess
import sys
import tempfile
import zipfile


def run(*argv, stdin="", **variables):
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | variables
    r = subprocess.run([sys.executable, *argv], input=stdin.encode("latin-1"), capture_output=True, env=env, cwd=folder)
    err = r.stderr.decode("utf-8", "backslashreplace").replace(folder, "FOLDER").replace(sys.executable, "PYTHON")
    err = re.sub("0x[0-9a-f]+", "0x...", err)
    # The greeting, and where objects are.
    err = [line for line in err.splitlines() if not line.startswith(("Python 3.", "Type \"help\"", "object "))]
    print(argv, variables, stdin, r.returncode)
    print(r.stdout.decode(), *err, sep="\n  ")


def file(name, content):
    with open(os.path.join(folder, name), "wb") as f:
        f.write(content)
    return name


FLAGS = ("import sys, os; f = sys.flags; print(f.int_max_str_digits, f.thread_inherit_context, f.context_aware_warnings, "
         "f.warn_default_encoding, f.debug, f.optimize, f.dont_write_bytecode, f.no_user_site, os.cpu_count() == 3, "
         "sys.get_int_max_str_digits())")
with tempfile.TemporaryDirectory() as folder:
    folder = os.path.realpath(folder)
    for option in ("int_max_str_digits=x", "int_max_str_digits", "tracemalloc=-1", "cpu_count=0", "gil=2", "utf8=x",
                   "thread_inherit_context=2", "context_aware_warnings", "frozen_modules=x", "importtime=3"):
        run("-X", option, "-c", "print(1)")
    for name, value in (("INTMAXSTRDIGITS", "10"), ("TRACEMALLOC", "x"), ("_CPU_COUNT", "x"), ("UTF8", "2"),
                        ("MALLOC", "x"), ("_THREAD_INHERIT_CONTEXT", "x"), ("_FROZEN_MODULES", "x")):
        run("-c", "print(1)", **{"PYTHON" + name: value})
    run("-X", "int_max_str_digits=700", "-X", "cpu_count=3", "-X", "thread_inherit_context=1", "-d", "-c", FLAGS)
    run("-X", "warn_default_encoding", "-X", "context_aware_warnings=1", "-c", FLAGS + "; open('/dev/null').close()")
    run("-c", FLAGS, PYTHONINTMAXSTRDIGITS="0", PYTHONOPTIMIZE="-1", PYTHONDONTWRITEBYTECODE="0", PYTHONNOUSERSITE="x")
    run("-W", "x", "-c", "print(1)")
    run("-c", "hello there")
    run("-c", "1/0", FORCE_COLOR="1")

    for lines in ("", "1\nx\n1/0\nimport sys\nsys.exit(3)\n", "if 1:\n  print(2)", "(", "def f():\n  1/0\n\nf()\n"):
        run("-i", stdin=lines)
    run("-i", "-c", "raise SystemExit(4)", stdin="2\n")
    run("-c", "raise SystemExit(4)", PYTHONINSPECT="1")
    run("-i", stdin="3\n", PYTHONSTARTUP=file("startup.py", b"print('started')\n1/0\n"))
    run("-i", stdin="3\n", PYTHONSTARTUP="no_such_file")

    run(file("nul.py", b"x = 1\ny = '\0'\n"))
    run(file("utf16.py", "print(1)\n".encode("utf-16")))
    run(file("coding.py", b"# coding: nosuch\n"))
    run(file("short.pyc", b""))
    run(file("magic.pyc", b"0123456789abcdef" * 2))
    run("a\nb'c.py")
    run("nul.py/x")
    run(".")
    with zipfile.ZipFile(os.path.join(folder, "modules.zip"), "w") as z:
        z.writestr("inside.py", "def f():\n    1/0\n")
    run("-c", "import inside; inside.f()", PYTHONPATH="modules.zip")
    run("-c", "import sys; sys.stderr.close(); 1/0")
    run("-c", "import sys; del sys.stderr; 1/0")
    run("-c", "import sys; sys.stderr = None; 1/0")
    run("-c", "import sys; sys.stdin = None; input()")
    run(file("alone.py", b"import atexit\n@atexit.register\ndef f():\n    try: []()\n    except TypeError: 1 / 0\n"))
    run("-c", "import traceback\ntry:\n    1/0\nexcept Exception:\n    traceback.print_exc()")
