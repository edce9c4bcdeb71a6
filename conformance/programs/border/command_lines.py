# timeout: 120
# must-compile: <module>
import subprocess
import sys

for argv, stdin in ((["-"], "print('from stdin', __name__)"), (["-c", "import sys; print(sys.argv)", "a", "-b"], ""), (["no-such-file.py"], ""), (["-m", "no_such_module"], ""), (["-X", "utf8", "-c", "print(1)"], ""), (["-O", "-c", "assert False; print(__debug__)"], ""), (["-W", "error", "-c", "import warnings; warnings.warn('x')"], ""), (["-c", "print(input())"], "typed\n"), (["-I", "-c", "import sys; print(sys.flags.isolated)"], ""), (["-B", "-S", "-E", "-c", "print('flags')"], ""), (["-V"], ""), (["-c", "import sys; print(sys.stdin.read())"], "é\n"), (["-u", "-c", "print('unbuffered')"], ""), (["-c"], ""), (["-c", "\n  x = 1\n  \n  if x:\n    print(x)\n"], ""), (["-c", "  x = 1\n y = 2"], ""), (["--bad-option"], "")):
    r = subprocess.run([sys.executable, *argv], input=stdin, capture_output=True, text=True)
    print(argv, r.returncode, repr(r.stdout), [x.rpartition(": ")[2] for x in r.stderr.splitlines()[-1:]] if "-m" in argv else "")
