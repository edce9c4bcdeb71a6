# timeout: 90
import subprocess
import sys

cases = ["import sys; sys.exit(3)", "import sys; sys.exit()", "import sys; sys.exit('message')", "import sys; sys.exit(None)", "import sys; sys.exit(-1)", "import sys; sys.exit(256 + 7)", "raise SystemExit", "raise SystemExit(5)", "1/0", "raise KeyboardInterrupt", "x = (", "import nonexistent_zzz", "exit(4)", "quit()", "import os; os._exit(9)", "raise ValueError('multi\\nline')", "class E(Exception): pass\nraise E", "raise BaseException('base')", "import atexit; atexit.register(print, 'at exit'); print('body')", "import atexit; atexit.register(lambda: 1/0); print('body')", "import threading; threading.Thread(target=lambda: print('thread')).start()", "import sys; print('out'); print('err', file=sys.stderr); sys.exit(1)", "import sys; sys.stdout.write('no newline')", "def f():\n    f()\nf()", "raise ExceptionGroup('g', [ValueError(1)])", "import os, signal; os.kill(os.getpid(), signal.SIGTERM)", "import os; os.abort()", "raise SystemExit([1, 2])", "raise SystemExit(True)", "import sys; sys.exit(2**40)"]
for case in cases:
    r = subprocess.run([sys.executable, "-c", case], capture_output=True, text=True)
    err = [line for line in r.stderr.splitlines() if not line.startswith(" ") and "Traceback" not in line and "Previous line" not in line]
    print(repr(case), r.returncode, repr(r.stdout), err[-1:] if "os.abort" not in case else "")
for argv, stdin in ((["-"], "print('from stdin', __name__)"), (["-c", "import sys; print(sys.argv)", "a", "-b"], ""), (["no-such-file.py"], ""), (["-m", "no_such_module"], ""), (["-X", "utf8", "-c", "print(1)"], ""), (["-O", "-c", "assert False; print(__debug__)"], ""), (["-W", "error", "-c", "import warnings; warnings.warn('x')"], ""), (["-c", "print(input())"], "typed\n"), (["-I", "-c", "import sys; print(sys.flags.isolated)"], ""), (["-B", "-S", "-E", "-c", "print('flags')"], ""), (["-V"], ""), (["-c", "import sys; print(sys.stdin.read())"], "é\n"), (["-u", "-c", "print('unbuffered')"], ""), (["-c"], ""), (["--bad-option"], "")):
    r = subprocess.run([sys.executable, *argv], input=stdin, capture_output=True, text=True)
    print(argv, r.returncode, repr(r.stdout), [x.rpartition("python3.14: ")[2].replace(sys.executable, "PY") for x in r.stderr.splitlines()[-1:]] if "-m" in argv else "")
