# timeout: 120
# must-compile: <module>
import subprocess
import sys

cases = [
    "raise ValueError('multi\\nline')",
    "class E(Exception): pass\nraise E",
    "raise BaseException('base')",
    "import atexit; atexit.register(print, 'at exit'); print('body')",
    "import atexit; atexit.register(lambda: 1/0); print('body')",
    "import threading; threading.Thread(target=lambda: print('thread')).start()",
    "import sys; print('out'); print('err', file=sys.stderr); sys.exit(1)",
    "import sys; sys.stdout.write('no newline')",
    "def f():\n    f()\nf()",
    "raise ExceptionGroup('g', [ValueError(1)])",
    "import os, signal; os.kill(os.getpid(), signal.SIGTERM)",
    "import os; os.abort()",
    "raise SystemExit([1, 2])",
    "raise SystemExit(True)",
    "import sys; sys.exit(2**40)",
]
for at in range(0, len(cases), 3):
    running = [(case, subprocess.Popen([sys.executable, "-c", case], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)) for case in cases[at:at + 3]]
    for case, p in running:
        out, errors = p.communicate()
        err = [line for line in errors.splitlines() if not line.startswith(" ") and "Traceback" not in line and "Previous line" not in line]
        print(repr(case), p.returncode, repr(out), err[-1:] if "os.abort" not in case else "")
