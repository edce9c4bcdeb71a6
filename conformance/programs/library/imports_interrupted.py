# must-compile: write
"""Ctrl-C while a thread waits for the module that another one imports; and imports that wait for each other in a ring."""

import importlib
import os
import shutil
import signal
import sys
import tempfile
import threading

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)


def write(name, text):
    with open(os.path.join(folder, name + ".py"), "w") as file:
        file.write(text)
    importlib.invalidate_caches()


sys.begun, sys.go_on = threading.Event(), threading.Event()
write("slowly", "import sys\nsys.begun.set()\nsys.go_on.wait(60)\nvalue = 1\n")
thread = threading.Thread(target=importlib.import_module, args=("slowly",))
thread.start()
sys.begun.wait(60)
threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    import slowly
    print("not interrupted")
except KeyboardInterrupt:
    print("interrupted")
print("slowly" in sys.modules, hasattr(sys.modules["slowly"], "value"))
sys.go_on.set()
thread.join()
import slowly
print(slowly.value)

# Each thread imports one of two modules that import each other: one of them gets a module that is not ready yet.
sys.barrier = threading.Barrier(2)
for this, other in ("left", "right"), ("right", "left"):
    write(this, f"import sys\nvalue = {this!r}\nsys.barrier.wait(60)\nimport {other}\n"
                f"sys.seen.append({other}.value)\nlate = 1\n")
sys.seen = []
threads = [threading.Thread(target=importlib.import_module, args=(name,)) for name in ("left", "right")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
import left
import right
print(sorted(sys.seen), left.late, right.late, left.right is right, right.left is left)
shutil.rmtree(folder)
