"""./dev compilations [-n ROWS] [--method PART] PROG.py [ARGS...]

What HotSpot compiled while the program ran, and what it threw away: from its own log (-XX:+LogCompilation).  The
program's output is dropped.  Level 4 is the second compiler (C2), 1 to 3 the first (C1).  Columns of the longest
compilations: seconds it took by the clock (another program running makes it more), seconds it waited in the queue
before, the second at which it began, bytecodes inlined, bytes of machine code, and why it failed.

Below them: the compiled methods that were left for good because something happened that they were not made for, with
HotSpot's reason and where it happened; the part in brackets is what was inlined there.

With --method the compilations and departures of one method only (a part of `class.method`), and what was inlined into
it, with the graph nodes that each call brought.
"""

import argparse
import collections
import os
import re
import sys

import common

ATTRIBUTE = re.compile(r"(\w+)='([^']*)'")
OURS = re.compile(r"\bdev\.adder\.(?:runtime\.)?")


def attributes(line):
    return dict(ATTRIBUTE.findall(line))


def title(method):
    """`dev.adder.runtime.interp.Steps call (Ldev/...` -> `interp.Steps.call`."""
    words = method.replace("&lt;", "<").replace("&gt;", ">").split(" ")
    return OURS.sub("", ".".join(words[:2]))


class Call:
    """A method that was parsed into a compilation: itself, or inlined."""

    def __init__(self, name, size, nodes):
        self.name = name
        self.size = size
        self.nodes = -nodes
        self.calls = []

    def show(self, indent):
        print("    %s%s: %d bytes, %d nodes" % ("  " * indent, self.name, self.size, self.nodes))
        for call in sorted(self.calls, key=lambda c: -c.nodes):
            if call.nodes >= 100 and indent < 3:
                call.show(indent + 1)


class Task:
    def __init__(self, line):
        a = attributes(line)
        self.id = a["compile_id"]
        self.level = int(a.get("level", 4))
        self.name = title(a["method"]) + (" (a loop in it)" if "osr_bci" in a else "")
        self.begin = float(a["stamp"])
        self.seconds = self.waited = 0.0
        self.inlined = self.size = 0
        self.failure = ""
        self.names = {}
        self.open = []
        self.trees = []
        self.nodes = 0

    def read(self, line):
        """One line of the log between <task> and <task_done>."""
        if line.startswith("<klass "):
            a = attributes(line)
            self.names["k" + a["id"]] = a["name"].split(".")[-1]
        elif line.startswith("<method "):
            a = attributes(line)
            self.names[a["id"]] = (self.names.get("k" + a["holder"], "?") + "." + title(a["name"]), int(a.get("bytes", 0)))
        elif line.startswith("<failure "):
            self.failure = attributes(line).get("reason", "failed")
        elif line.startswith("<parse "):
            name, size = self.names.get(attributes(line)["method"], ("?", 0))
            self.open.append(Call(name, size, self.nodes))
        elif line.startswith("<parse_done") and self.open:
            self.nodes = int(attributes(line).get("nodes", self.nodes))
            call = self.open.pop()
            call.nodes += self.nodes
            (self.open[-1].calls if self.open else self.trees).append(call)

    def end(self, line, queued):
        a = attributes(line)
        self.seconds = float(a["stamp"]) - self.begin
        self.waited = self.begin - queued.get(self.id, self.begin)
        self.inlined = int(a.get("inlined_bytes", 0))
        self.size = int(a.get("nmsize", 0))
        if a.get("success") != "1" and not self.failure:
            self.failure = "failed"


def read(path):
    """All compilations, and all (second, reason, task's id, where) of compiled code that was left."""
    queued, tasks, left = {}, [], []
    task = last = None
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            line = line.strip()
            if task is not None:
                if line.startswith("<task_done"):
                    task.end(line, queued)
                    task = None
                else:
                    task.read(line)
            elif line.startswith("<task "):
                task = Task(line)
                tasks.append(task)
            elif line.startswith("<task_queued"):
                a = attributes(line)
                queued[a["compile_id"]] = float(a["stamp"])
            elif line.startswith("<uncommon_trap thread"):
                a = attributes(line)
                last = [float(a["stamp"]), a["reason"], a["compile_id"], []]
                if a.get("action") != "none":
                    left.append(last)
            elif line.startswith("<jvms ") and last is not None:
                a = attributes(line)
                last[3].append("%s at %s" % (title(a["method"]), a["bci"]))
            elif line.startswith("</uncommon_trap"):
                last = None
    return tasks, left


def main():
    parser = argparse.ArgumentParser(prog="./dev compilations", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=40, metavar="ROWS")
    parser.add_argument("--method", default="")
    parser.add_argument("program", nargs=argparse.REMAINDER)
    args = parser.parse_args()
    if not args.program:
        parser.error("which program?")
    with common.Folder() as folder:
        log = os.path.join(folder, "log")
        env = common.adder_environment()
        env["ADDER_JAVA_OPTIONS"] = "%s -XX:+LogCompilation -XX:LogFile=%s" % (env.get("ADDER_JAVA_OPTIONS", ""), log)
        done = common.run(common.adder_command() + args.program, 600, env, os.getcwd())
        if not os.path.exists(log):
            sys.exit("dev compilations: no log: " + done.err.decode("utf-8", "replace").strip())
        tasks, left = read(log)
    for level in sorted({t.level for t in tasks}, reverse=True):
        some = [t for t in tasks if t.level == level]
        print("level %d: %d compilations, %.2f s" % (level, len(some), sum(t.seconds for t in some)))
    named = {t.id: t.name for t in tasks}
    print("\n  took waited  begun inlined    size")
    for t in sorted((t for t in tasks if args.method in t.name), key=lambda t: -t.seconds)[:args.n]:
        print("%6.3f %6.2f %6.2f %7d %7d  %d %s %s" % (t.seconds, t.waited, t.begin, t.inlined, t.size, t.level, t.name,
                                                      t.failure))
        if args.method and t.trees:
            max(t.trees, key=lambda c: c.nodes).show(0)
    print("\nleft for good:")
    counts = collections.Counter()
    for stamp, reason, task, where in left:
        name = named.get(task, "?")
        if args.method in name:
            inner = where[0] if where else "?"
            counts[name, reason, inner if inner.startswith(name + " ") else "%s [%s]" % (name, inner)] += 1
    for (_, reason, where), count in counts.most_common(args.n):
        print("%6d %s: %s" % (count, reason, where))
    return 0


if __name__ == "__main__":
    sys.exit(main())
