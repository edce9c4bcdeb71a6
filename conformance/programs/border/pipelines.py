# must-compile: there_and_back
"""Pipelines of processes that are no Pythons: cat, sort, sh; chunks, both ends, early ends, descriptors passed on."""
import os
import subprocess
from subprocess import DEVNULL, PIPE, STDOUT

first = subprocess.Popen(["printf", "b\\na\\nc\\n"], stdout=PIPE)
second = subprocess.Popen(["sort"], stdin=first.stdout, stdout=PIPE, text=True)
first.stdout.close()
print(repr(second.communicate()[0]), first.wait(), second.returncode)
p = subprocess.Popen(["cat"], stdin=PIPE, stdout=PIPE)
data = bytes(range(256)) * 4000
out, err = p.communicate(data)
print(out == data, err, p.returncode)
p = subprocess.Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True, bufsize=1)


def there_and_back(p, line):
    p.stdin.write(line)
    return p.stdout.readline()


for line in ("one\n", "zwei é\n"):
    print(repr(there_and_back(p, line)))
p.stdin.close()
print(p.wait(), p.stdout.read() == "", p.stdout.close())
print(subprocess.run(["sh", "-c", "echo out; echo err >&2; exit 3"], stdout=PIPE, stderr=STDOUT, text=True))
print(subprocess.run(["sh", "-c", "cat >&2"], input="in\r\nx", capture_output=True, text=True, encoding="utf-8"))
for call in (lambda: subprocess.check_call(["false"]), lambda: subprocess.check_output(["sh", "-c", "echo partial; exit 2"]),
             lambda: subprocess.run(["no-such-program-zz"]), lambda: subprocess.run(["sleep", "20"], timeout=0.1),
             lambda: subprocess.run(["true"], cwd="/no/such"), lambda: subprocess.run(["/etc/hostname"]), lambda: subprocess.run([]),
             lambda: subprocess.run(["cat"], input=b"x", stdin=PIPE), lambda: subprocess.run("echo a; false", shell=True, check=True, stdout=DEVNULL),
             lambda: subprocess.run(["echo", "nul\0"]), lambda: subprocess.run(["cat"], input="text")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "output", ""))
r, w = os.pipe()
p = subprocess.Popen(["sh", "-c", f"echo through >&{w}"], pass_fds=[w])
os.close(w)
print(p.wait(), os.read(r, 100), os.read(r, 1))
os.close(r)
env = {"A": "1", "PATH": os.environ["PATH"], "Ö": "ß"}
print(sorted(line for line in subprocess.run(["env"], env=env, capture_output=True).stdout.splitlines() if not line.startswith((b"PWD", b"_=", b"SHLVL"))))
print(subprocess.getstatusoutput("echo hi; exit 4"), subprocess.getoutput("echo x"), subprocess.list2cmdline(["a b", 'c"d']))
p = subprocess.Popen(["sleep", "30"])
print(p.poll(), p.terminate(), p.wait(), p.poll(), p.send_signal(9), p)
with subprocess.Popen(["sh", "-c", "kill -9 $$"]) as p:
    pass
print(p.returncode, os.waitstatus_to_exitcode(9), (p := os.popen("echo popen; exit 1")).read(), p.close())
