# timeout: 120
# must-compile: run
"""Output to a pipe that nobody reads: BrokenPipeError, and the status 120 when it only shows at the end."""
import os
import signal
import subprocess
import sys


def run(code, stdout=None, stdin=None):
    r, w = os.pipe()
    os.close(r)
    p = subprocess.run([sys.executable, "-c", code], stdout=w, stderr=subprocess.PIPE, text=True)
    os.close(w)
    lines = p.stderr.splitlines()
    return p.returncode, lines[0] if lines else "", lines[-1] if lines else ""


print(run("print('x')"))
print(run("import sys\nfor i in range(100000): print('line', i)"))
print(run("import sys\ntry:\n  print('x', flush=True)\nexcept BrokenPipeError as e:\n  sys.stderr.write(repr(e)); sys.stderr.flush()\n  import os; os.dup2(os.open(os.devnull, os.O_WRONLY), 1)"))
print(run("import signal; signal.signal(signal.SIGPIPE, signal.SIG_DFL)\nwhile True: print('y' * 100)") == (-signal.SIGPIPE, "", ""))
p = subprocess.Popen([sys.executable, "-c", "import itertools\nfor i in itertools.count(): print(i)"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
print(p.stdout.readline(), p.stdout.readline())
p.stdout.close()
print(p.wait(), p.stderr.read().splitlines()[-1])
p.stderr.close()
r, w = os.pipe()
os.close(r)
for f in (lambda: os.write(w, b"x"), lambda: open(w, "wb", 0, closefd=False).write(b"x")):
    try:
        f()
    except BrokenPipeError as e:
        print(type(e).__name__, e)
f = open(w, "w")
f.write("buffered")
try:
    f.close()
except BrokenPipeError as e:
    print(type(e).__name__, e.errno, f.closed)
