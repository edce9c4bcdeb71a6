# timeout: 120
# must-compile: <module>
"""Programs started with standard streams closed or odd: sys.stdin None, output dropped, an encoding given."""
import os
import subprocess
import sys

code = "import sys; print([s is None for s in (sys.stdin, sys.stdout, sys.stderr)], file=open('out.txt', 'w')); print('x'); print('y', file=sys.stderr)"
for redirect in ("<&-", ">&-", "<&- >&- 2>&-"):
    p = subprocess.run(["sh", "-c", f'"$0" -c "$1" {redirect}', sys.executable, code], capture_output=True, stdin=subprocess.DEVNULL)
    print(redirect, p.returncode, open("out.txt").read().strip(), p.stdout)
code = "import sys; print(sys.stdin.encoding, sys.stdout.encoding, sys.stdout.errors, sys.stderr.errors); print('é€')"
p = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONIOENCODING": "latin-1:replace"}, capture_output=True, stdin=subprocess.DEVNULL)
print(p.returncode, p.stdout, p.stderr)
p = subprocess.run([sys.executable, "-c", "import sys; print(sys.stdin.read(), ascii(sys.stdin.buffer.read()))"], input=b"caf\xe9", capture_output=True)
print(p.returncode, p.stdout, p.stderr.splitlines()[-1:])
with open("/dev/full", "w") as full:
    p = subprocess.run([sys.executable, "-c", "print('no room')"], stdout=full, stderr=subprocess.PIPE, text=True)
print(p.returncode, p.stderr.splitlines()[-1])
