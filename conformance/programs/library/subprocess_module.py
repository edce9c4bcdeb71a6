# must-compile: attempt
import os
import subprocess
import sys
import time


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


r = subprocess.run(["echo", "hello"], capture_output=True, text=True)
print(r, r.stdout, r.returncode, r.check_returncode())
print(subprocess.check_output("echo out; echo err >&2", shell=True, stderr=subprocess.STDOUT), subprocess.run("exit 3", shell=True).returncode, subprocess.call(["true"]), subprocess.getoutput("echo x"), subprocess.getstatusoutput("exit 2"))
print(subprocess.run(["cat"], input="from stdin", capture_output=True, text=True).stdout, subprocess.run(["cat"], input=b"\x00\xff", stdout=subprocess.PIPE).stdout, subprocess.run(["cat"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout)
print(attempt(subprocess.run, ["no-such-program"]), attempt(subprocess.run, ["false"], check=True), attempt(subprocess.check_output, ["sh", "-c", "echo x; exit 5"]), attempt(subprocess.run, ["sleep", "5"], timeout=0.05), attempt(subprocess.run, []), attempt(subprocess.run, ["echo"], cwd="/no/such/dir"))
p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
p.stdin.write("line\n")
p.stdin.flush()
print(p.stdout.readline(), p.poll(), p.communicate("more"), p.returncode, p.args, p.wait())
p = subprocess.Popen(["sleep", "10"])
p.terminate()
print(p.wait(), p.returncode)
p = subprocess.Popen(["sleep", "10"])
p.kill()
print(p.wait(timeout=5))
print(subprocess.run(["sh", "-c", "echo $A $B; pwd"], env={"A": "1", "PATH": os.environ["PATH"]}, cwd="/", capture_output=True, text=True).stdout)
with open("out.txt", "w") as f:
    subprocess.run(["echo", "to file"], stdout=f)
print(open("out.txt").read())
a = subprocess.Popen(["printf", "b\\na\\n"], stdout=subprocess.PIPE)
b = subprocess.Popen(["sort"], stdin=a.stdout, stdout=subprocess.PIPE)
a.stdout.close()
print(b.communicate()[0], a.wait())
big = "x" * 300000
print(len(subprocess.run(["cat"], input=big, capture_output=True, text=True).stdout), subprocess.run(["sh", "-c", "kill -9 $$"]).returncode, subprocess.list2cmdline(["a b", "c"]))
r, w = os.pipe()
p = subprocess.Popen(["sh", "-c", f"echo through >&{w}"], pass_fds=[w])
os.close(w)
print(p.wait(), os.read(r, 100))
os.close(r)
r = subprocess.run([sys.executable, "-c", "import sys; print(sys.argv[1:], 2 ** 70); sys.exit(4)", "a", "é"], capture_output=True, text=True)
print(r.returncode, r.stdout, r.stderr)
# Waiting without a limit for one that says nothing takes no processor time.
before = time.process_time()
subprocess.Popen(["sleep", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE).communicate()
print(time.process_time() - before < 0.5)
