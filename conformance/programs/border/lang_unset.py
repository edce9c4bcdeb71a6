# timeout: 120
# must-compile: <module>
"""Without LANG, with LANG=C, with an unknown locale, and with PYTHONUTF8: encodings and what is printed."""
import os
import subprocess
import sys

code = "import sys, locale, os; print(sys.getfilesystemencoding(), sys.stdout.encoding, sys.stdout.errors, locale.getpreferredencoding(), sys.flags.utf8_mode, os.environ.get('LC_CTYPE')); print('é', ascii(sys.argv[1]))"
base = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON"))}
for extra in ({}, {"LANG": "C"}, {"LC_ALL": "C.UTF-8"}, {"LANG": "C", "PYTHONUTF8": "1"}):
    p = subprocess.run([os.fsencode(sys.executable), b"-c", code.encode(), b"\xc3\xa9\xff"], env={**base, **extra}, capture_output=True)
    print(extra, p.returncode, p.stdout, p.stderr)
