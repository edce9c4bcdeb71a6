# timeout: 120
# must-compile: <module>
"""Exit statuses: sys.exit with all kinds of values, os._exit, exceptions, exit functions that fail."""
import subprocess
import sys

CASES = ["import sys; sys.exit(3)", "import sys; sys.exit('said')", "import sys; sys.exit(-1)", "import sys; sys.exit(2 ** 40 + 5)",
         "raise SystemExit([1, 2])", "raise SystemExit(True)", "import sys; sys.exit(1.5)", "import os; print('lost?', end=''); os._exit(9)",
         "try:\n  raise SystemExit(4)\nfinally:\n  print('finally')", "import atexit; atexit.register(lambda: 1/0); print('body')",
         "import threading, sys\nthreading.Thread(target=lambda: sys.exit(5)).start()", "class E(SystemExit): pass\nraise E(6)"]
running = []
for case in CASES:
    running.append((case, subprocess.Popen([sys.executable, "-c", case], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)))
    if len(running) == 4:
        for text, p in running:
            out, err = p.communicate()
            print(repr(text), p.returncode, repr(out), err.splitlines()[-1:])
        running.clear()
