# must-compile: run
# Programs started beside and in place of this one: what they are given, what they inherit, how they are waited for.
import os
import signal
import subprocess
import sys
import time


def run(*args, **kwargs):
    return subprocess.run(args, capture_output=True, text=True, **kwargs).stdout.split()


print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 7"), os.spawnv(os.P_WAIT, "/nope", ["x"]))
print(os.spawnlpe(os.P_WAIT, "sh", "sh", "-c", "exit $A", {"A": "9", "PATH": "/bin"}))
print(os.waitstatus_to_exitcode(os.waitpid(os.spawnv(os.P_NOWAIT, "/nope", ["x"]), 0)[1]))
print(run("sh", "-c", "umask", umask=0o27), oct(os.umask(0o22)))
if os.getuid() == 0:
    print(run("sh", "-c", "id -u; id -g; id -G", user=65534, group=65534, extra_groups=[5, 6]), os.getuid(), os.getgid())
print(run("sh", "-c", "grep -E 'SigBlk|SigCgt' /proc/self/status"))
r, w = os.pipe()
actions = [(os.POSIX_SPAWN_DUP2, w, 1), (os.POSIX_SPAWN_CLOSE, r)]
pid = os.posix_spawnp("sh", ["sh", "-c", "echo $A; exit 3"], {"A": "spawned"}, file_actions=actions, setsigdef=[signal.SIGINT])
os.close(w)
print(os.read(r, 100), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
os.close(r)
try:
    os.posix_spawn("/nope/x", ["x"], {})
except OSError as e:
    print(e)
print(os.wait4(os.spawnv(os.P_NOWAIT, "/bin/true", ["true"]), 0)[1])
info = os.waitid(os.P_PID, os.spawnv(os.P_NOWAIT, "/bin/false", ["false"]), os.WEXITED)
print(info.si_status, info.si_code == os.CLD_EXITED, info.si_signo == signal.SIGCHLD)
pid = os.spawnv(os.P_NOWAIT, "/bin/sleep", ["sleep", "60"])
print(os.waitpid(pid, os.WNOHANG))
os.kill(pid, signal.SIGTERM)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
signal.signal(signal.SIGALRM, lambda *a: 1 / 0)
signal.setitimer(signal.ITIMER_REAL, 0.3)
start = time.monotonic()
child = subprocess.Popen(["sleep", "30"])
try:
    child.wait()
except ZeroDivisionError:
    print("interrupted", time.monotonic() - start < 10)
child.kill()
print(child.wait())
sys.stdout.flush()
os.execvpe("sh", ["sh", "-c", "echo $A $0; grep -E 'SigBlk|SigIgn' /proc/self/status"], {"A": "instead", "PATH": "/bin"})
