# timeout: 120
# must-compile: run
"""What signals do to a program that does not handle them, and to one that does: statuses as the shell sees them."""
import os
import signal
import subprocess
import sys

CHILD = "import os, signal, sys\nprint('up', flush=True)\n{}\nos.kill(os.getpid(), signal.{})\nimport time; time.sleep({})\nprint('survived', flush=True)"


def run(prepare, name, wait=20):
    p = subprocess.run([sys.executable, "-c", CHILD.format(prepare, name, wait)], capture_output=True, text=True, restore_signals=True)
    return p.returncode, p.stdout.split(), p.stderr.splitlines()[-1:]


for prepare, name, wait in (("", "SIGTERM", 20), ("", "SIGKILL", 20), ("", "SIGUSR1", 20), ("", "SIGHUP", 20), ("", "SIGINT", 20),
                            ("signal.signal(signal.SIGTERM, signal.SIG_IGN)", "SIGTERM", 1),
                            ("signal.signal(signal.SIGUSR2, lambda n, f: print('handled', n == signal.SIGUSR2, flush=True))", "SIGUSR2", 1),
                            ("signal.signal(signal.SIGINT, lambda n, f: sys.exit(7))", "SIGINT", 20), ("", "SIGCHLD", 1)):
    print(prepare[:40], name, run(prepare, name, wait))
