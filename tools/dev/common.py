"""What the developer commands share: where things are, how Adder and the oracle are started, and the last line."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.realpath(os.environ.get("ADDER_ROOT") or os.path.join(os.path.dirname(__file__), "..", ".."))
TARGET = os.path.join(ROOT, "target")
ORACLE = os.path.join(TARGET, "cpython", "bin", "python3.14")
LIBRARY = os.path.join(TARGET, "cpython", "lib", "python3.14")
MODULES = "language expose runtime stdlib jit profile embed machine cli".split()

MODES = {
    "off": ["-X", "jit=off"],
    "on": [],
    "eager": ["-X", "jit=eager,sync"],
    "soon": ["-X", "jit=soon,sync"],
    "stress": ["-X", "jit=stress"],
}

# A shell has its background jobs ignore Ctrl-C, and nohup a hang-up; what is started from here must not inherit that.
for _number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, signal.SIG_DFL)


def clean_environment():
    """The environment that programs are compared in: no PYTHON* variable, nothing of ours."""
    drop = ("PYTHON", "ADDER_", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")
    return {k: v for k, v in os.environ.items() if not k.startswith(drop)}


def adder_environment():
    """As `clean_environment`; with ADDER_DEV=1 Adder runs from the class folders of ./dev build."""
    env = clean_environment()
    if os.environ.get("ADDER_DEV") == "1":
        folders = [os.path.join(TARGET, "dev", m) for m in MODULES]
        env["ADDER_CLASSPATH"] = ":".join(f for f in folders if os.path.isdir(f))
        env["ADDER_MAIN_CLASS"] = "dev.adder.cli.Main"
    if "ADDER_JAVA_OPTIONS" in os.environ:
        env["ADDER_JAVA_OPTIONS"] = os.environ["ADDER_JAVA_OPTIONS"]
    return env


def adder_command(mode="on"):
    return [os.path.join(ROOT, "adder")] + MODES[mode]


class Finished:
    """How a process ended: `status` is None when it ran out of time."""

    def __init__(self, status, out, err, seconds, peak_kib):
        self.status = status
        self.out = out
        self.err = err
        self.seconds = seconds
        self.peak_kib = peak_kib


def run(command, timeout, env, cwd, stdin=b"", progress=None):
    """Runs a process in a group of its own; at the end of the time the whole group is killed.

    With `progress`, a file that the process writes to, the time begins anew whenever the file has grown."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as source:
        source.write(stdin)
        source.seek(0)
        process = subprocess.Popen(command, stdin=source, stdout=out, stderr=err, env=env, cwd=cwd,
                                   start_new_session=True)
        timed_out = threading.Event()

        def stop():
            timed_out.set()
            kill_group(process.pid)

        ended = threading.Event()

        def watch():
            size = None
            while size != (size := grown(progress)):
                if ended.wait(timeout):
                    return
            stop()

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            _, wait_status, usage = os.wait4(process.pid, 0)
        finally:
            ended.set()
            watcher.join()
        process.returncode = os.waitstatus_to_exitcode(wait_status)
        seconds = time.monotonic() - start
        kill_group(process.pid)
        out.seek(0)
        err.seek(0)
        status = None if timed_out.is_set() else process.returncode
        return Finished(status, out.read(), err.read(), seconds, usage.ru_maxrss)


def grown(progress):
    try:
        return os.path.getsize(progress) if progress else 0
    except FileNotFoundError:
        return 0


def kill_group(pid):
    try:
        os.killpg(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass


class Folder:
    """A fresh empty folder for one process."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="adder-")
        return self.path

    def __exit__(self, *exc):
        shutil.rmtree(self.path, ignore_errors=True)


def oracle_works():
    try:
        done = subprocess.run([ORACLE, "-c", "print(1)"], capture_output=True, env=clean_environment(), timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def oracle_identity():
    """Changes when the oracle does: part of the key of everything cached that it said."""
    info = os.stat(os.path.realpath(ORACLE))
    return "%s %d" % (sys.version, info.st_size)


def sha(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()[:24]


def header(path):
    """The `# key: value` lines at the head of a program."""
    values = {}
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            if not line.startswith("#"):
                break
            key, colon, value = line[1:].partition(":")
            if colon and key.strip().replace("-", "").isalnum():
                values[key.strip()] = value.strip()
    return values


def names_of(value):
    return [name.strip() for name in (value or "").split(",") if name.strip()]


def in_parallel(jobs, width, work):
    """Runs `work(job)` on `width` threads; yields (job, result) as they finish."""
    import queue
    todo = queue.SimpleQueue()
    done = queue.SimpleQueue()
    for job in jobs:
        todo.put(job)

    def worker():
        while True:
            try:
                job = todo.get_nowait()
            except queue.Empty:
                return
            try:
                done.put((job, work(job), None))
            except BaseException as error:
                done.put((job, None, error))

    for _ in range(min(width, len(jobs))):
        threading.Thread(target=worker, daemon=True).start()
    for _ in range(len(jobs)):
        job, result, error = done.get()
        if error is not None:
            raise error
        yield job, result


def jit_compiled(log_path):
    """The qualified names of the functions that a `-X jitlog=FILE` says were compiled, or found hot at the very end."""
    names = set()
    waiting = set()
    try:
        with open(log_path, encoding="utf-8", errors="replace") as file:
            for line in file:
                words = line.split()
                if len(words) < 2:
                    continue
                unit = " ".join(words[1:2] + words[2:5] * (words[2:3] == ["loop"])).rstrip(":")
                if words[0] == "compiled":
                    names.add(words[1])
                elif words[0] == "hot":
                    waiting.add(unit)
                if words[0] in ("compiled", "left"):
                    waiting.discard(unit)
    except FileNotFoundError:
        pass
    # In the background the program may end before a compilation does.
    return names | {unit.split()[0] for unit in waiting}


def jit_missing(names, log_path, program):
    """Which of the names that must be compiled were not; `<module>` is the program's own."""
    compiled = jit_compiled(log_path)
    own = "<module>:" + os.path.basename(program).replace(" ", "_")
    return [name for name in names if (own if name == "<module>" else name) not in compiled]


def jit_faults(log_path):
    """What a `-X jitlog=FILE` says of faults of the compiler; the interpreter went on, but a check fails."""
    try:
        with open(log_path, encoding="utf-8", errors="replace") as file:
            return [line.strip() for line in file if "fault of the compiler" in line]
    except FileNotFoundError:
        return []


def last_line(passed, failed, skipped=0):
    print("%d passed, %d failed%s" % (passed, failed, ", %d skipped" % skipped if skipped else ""), flush=True)
    return 1 if failed else 0
