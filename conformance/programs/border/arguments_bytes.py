# timeout: 120
# must-compile: run
"""Arguments, environment and a script's name that are not UTF-8: surrogateescape in, the same bytes out."""
import os
import subprocess
import sys



def run(arguments, env=None):
    return subprocess.run([os.fsencode(sys.executable), *arguments], env=env, capture_output=True)


code = "import sys, os; print(ascii(sys.argv), ascii(os.environ.get('ODD')), os.environb.get(b'ODD'), [os.fsencode(a) for a in sys.argv[1:]])"
environment = dict(os.environb)
environment[b"ODD"] = b"v\xff\xc3\xa9"
r = run([b"-c", code.encode(), b"plain", b"\xff\xfe", "é€𝄞".encode(), b"a\xc3", b""], environment)
print(r.returncode, r.stdout.decode())
script = b"scr\xffipt.py"
with open(script, "w") as file:
    file.write("import sys\nprint(ascii(sys.argv), ascii(__file__.rpartition('/')[2]))\nif sys.argv[1:]: 1 / 0\n")
r = run([script])
print(r.returncode, r.stdout)
r = run([script, b"\x80"])
print(r.returncode, r.stdout, r.stderr.splitlines()[-1], b"scr" in r.stderr)
