# modes: stress
# must-compile: load
import os
import sys
import tempfile
import threading

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
for k in range(6):
    with open(os.path.join(folder, f"tmod{k}.py"), "w") as f:
        f.write(f"import time\nruns = globals().get('runs', 0) + 1\ntime.sleep(0.005)\nvalue = {k}\n" + (f"import tmod{k - 1}\nbelow = tmod{k - 1}.value\n" if k else ""))
out = []


def load(order):
    for k in order:
        m = __import__(f"tmod{k}")
        out.append((k, m.value, m.runs))


ts = [threading.Thread(target=load, args=(order,)) for order in ([5, 0], [0, 1, 2], [3, 4], [4, 5], [2, 5, 1])]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len(out), all(k == v and r == 1 for k, v, r in out), sorted({k for k, _, _ in out}))
for k in range(6):
    os.unlink(os.path.join(folder, f"tmod{k}.py"))
import shutil
shutil.rmtree(folder)
