# timeout: 120
# must-compile: <module>
import subprocess
import sys

cases = [
    "import sys; sys.exit(3)",
    "import sys; sys.exit()",
    "import sys; sys.exit('message')",
    "import sys; sys.exit(None)",
    "import sys; sys.exit(-1)",
    "import sys; sys.exit(256 + 7)",
    "raise SystemExit",
    "raise SystemExit(5)",
    "1/0",
    "raise KeyboardInterrupt",
    "x = (",
    "import nonexistent_zzz",
    "exit(4)",
    "quit()",
    "import os; os._exit(9)",
]
for at in range(0, len(cases), 3):
    running = [(case, subprocess.Popen([sys.executable, "-c", case], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)) for case in cases[at:at + 3]]
    for case, p in running:
        out, errors = p.communicate()
        err = [line for line in errors.splitlines() if not line.startswith(" ") and "Traceback" not in line and "Previous line" not in line]
        print(repr(case), p.returncode, repr(out), err[-1:] if "os.abort" not in case else "")
