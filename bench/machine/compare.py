"""Holds `adder machine` against the standard tools on this machine: run by ./dev python bench/machine/compare.py

The tools take turns, five rounds; of each figure the medians are compared. A tool's own spread over the rounds stands
beside it: where it is above 5%, the two are judged within that spread instead of 15%.
Needs gcc; fio, iperf3, lscpu and lstopo are used where they are found.

With --keep FILE each round is kept as it ends, and the next call goes on: --minutes 5 begins no round that would end
later than that.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent


def run(command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


def lines(text):
    return {name: float(value) for name, value in (line.split() for line in text.splitlines() if line)}


def ours(adder, effort):
    with tempfile.TemporaryDirectory() as cache:
        text = run([*adder, "--again", "--json", *effort], env=os.environ | {"ADDER_MACHINE_CACHE": cache})
    return json.loads(text)


def figure(machine, unit, prop):
    for thing in machine["units"] + machine["connections"]:
        if thing["id"] == unit and prop in thing["figures"]:
            return thing["figures"][prop]["value"]
    return None


def judged(machine):
    """The working set each level is judged at: the same rule as MemoryProbe.judged."""
    levels = [u for u in machine["units"] if u["kind"] == "cache" and u["facts"].get("type") != "Instruction"]
    sizes, before = {}, 0
    for level in sorted(levels, key=lambda u: u["facts"]["level"]):
        own = level["figures"]["capacity"]["value"]
        half = own / 2
        sizes[level["id"]] = int(half if not before else max(min(half, 8 * before), min(half, 2 * before)))
        before = own
    curve = next(c for c in machine["curves"] if c["property"] == "latency")
    sizes["memory"] = int(curve["sizes"][-1])
    return sizes, int(before)


def c_tools(binary, sizes, last):
    found = {}
    for name, value in lines(run([binary, "arithmetic"])).items():
        found["core", name] = value
    for name, value in lines(run([binary, "bandwidth", str(4 * last // 4096 * 4096), "huge"])).items():
        found["memory", name] = value
    for level, size in sizes.items():
        found[level, "latency"] = lines(run([binary, "latency", str(size), "huge"]))["latency"]
        found[level, "latency_small_pages"] = lines(run([binary, "latency", str(size), "small"]))["latency"]
    return found


def disk_tool(folder):
    """fio with one block in flight, as the probe has it."""
    found = {}
    with tempfile.TemporaryDirectory(dir=folder) as place:
        for name, mode, block, key in (("disk_read", "read", "1M", "bw_bytes"),
                                       ("disk_write", "write", "1M", "bw_bytes"),
                                       ("disk_random_read", "randread", "4k", "iops"),
                                       ("disk_random_write", "randwrite", "4k", "iops")):
            text = run(["fio", "--name=x", f"--directory={place}", "--size=512M", f"--rw={mode}", f"--bs={block}",
                        "--direct=1", "--ioengine=psync", "--runtime=2", "--time_based", "--output-format=json"])
            job = json.loads(text[text.index("{"):])["jobs"][0]
            found["disk", name] = job["read" if "read" in mode else "write"][key]
    return found


def loopback_tool():
    server = subprocess.Popen(["iperf3", "-s", "-1", "-p", "5299"], stdout=subprocess.DEVNULL)
    try:
        for _ in range(50):
            try:
                text = run(["iperf3", "-c", "127.0.0.1", "-p", "5299", "-t", "2", "-J"])
                break
            except subprocess.CalledProcessError:
                subprocess.run(["sleep", "0.1"], check=True)
        received = json.loads(text)["end"].get("sum_received")
        return {("network.lo", "bandwidth"): received["bits_per_second"] / 8} if received else {}
    finally:
        server.terminate()
        server.wait()


# What C counts as a rate and the machine as a latency: dependent operations a second.
CHAINS = {"int_chain": "int_add_latency", "float_add_chain": "float_add_latency",
          "float_div_chain": "float_div_latency", "int_div_chain": "int_div_latency"}


def mine(machine, unit, name):
    if unit == "disk":
        unit = next((u["id"] for u in machine["units"] if u["kind"] == "disk"), "disk")
    if name in CHAINS:
        latency = figure(machine, unit, CHAINS[name])
        if name == "int_div_chain":
            latency += figure(machine, unit, "int_add_latency")
        return 1 / latency
    return figure(machine, unit, name)


def hwloc():
    """What lstopo shows: how many of each, and the caches' sizes."""
    tree = xml.etree.ElementTree.fromstring(run(["lstopo-no-graphics", "--of", "xml"]))
    pairs = {}
    for thing in tree.iter("object"):
        kind = thing.get("type")
        name = {"Package": "sockets", "Core": "cores", "PU": "threads", "L1Cache": "L1d", "L1iCache": "L1i"}.get(
            kind, kind.replace("Cache", ""))
        pairs.setdefault(name, []).append(thing.get("cache_size"))
    return pairs


def topology(machine):
    if shutil.which("lstopo-no-graphics"):
        shown = hwloc()
        processor = next(u for u in machine["units"] if u["kind"] == "processor")["figures"]
        for name in ("sockets", "cores", "threads"):
            equal("lstopo " + name, len(shown.get(name, [])), processor[name]["value"])
        for unit in machine["units"]:
            if unit["kind"] == "cache" and unit["id"] in shown:
                equal(f"lstopo {unit['id']} instances", len(shown[unit["id"]]), unit["count"])
                equal(f"lstopo {unit['id']}", shown[unit["id"]][0], figure(machine, unit["id"], "capacity"))
    if not shutil.which("lscpu"):
        return
    said = {f["field"].rstrip(":"): f["data"] for f in json.loads(run(["lscpu", "-J"]))["lscpu"]}
    processor = next(u for u in machine["units"] if u["kind"] == "processor")["figures"]
    pairs = [("sockets", said["Socket(s)"], processor["sockets"]["value"]),
             ("cores", int(said["Core(s) per socket"]) * int(said["Socket(s)"]), processor["cores"]["value"]),
             ("threads", len(os.sched_getaffinity(0)), processor["threads"]["value"])]
    for cache in json.loads(run(["lscpu", "-C", "-B", "-J"]))["caches"]:
        size = figure(machine, cache["name"], "capacity")
        pairs.append((cache["name"], cache["one-size"], size))
        pairs.append((cache["name"] + " ways", cache["ways"], figure(machine, cache["name"], "ways")))
    with open("/proc/meminfo") as file:
        pairs.append(("memory", int(file.readline().split()[1]) * 1024, figure(machine, "memory", "capacity")))
    for pair in pairs:
        equal(*pair)


def equal(name, theirs, own):
    print(f"{name:24} {theirs!s:>14} {own:>14.0f}  {'equal' if float(theirs) == own else 'DIFFERS'}")


def measure(options, adder, binary):
    """One round: ours, then each tool."""
    machine = ours(adder, options.effort.split())
    sizes, last = judged(machine)
    found = c_tools(binary, sizes, last)
    if shutil.which("fio"):
        found |= disk_tool(options.folder)
    if shutil.which("iperf3"):
        found |= loopback_tool()
    rows = [[unit, name, value, mine(machine, unit, name)] for (unit, name), value in found.items()]
    return {"machine": machine, "rows": rows}


def report(rounds):
    topology(rounds[-1]["machine"])
    print(f"\n{len(rounds)} rounds\n{'':34}{'tool':>12}{'spread':>8}{'adder':>12}{'spread':>8}{'ratio':>8}")
    pairs = {}
    for kept in rounds:
        for unit, name, theirs, own in kept["rows"]:
            if own is not None:
                pairs.setdefault((unit, name), []).append((theirs, own))
    for key, values in pairs.items():
        columns = list(zip(*values))
        a, b = (statistics.median(column) for column in columns)
        spread = [(max(column) - min(column)) / statistics.median(column) for column in columns]
        # A tool's own spread, where it is wider than 5%, widens the bar.
        bar = 0.15 if spread[0] <= 0.05 else max(0.15, spread[0])
        verdict = "within" if abs(b / a - 1) <= bar else "OUTSIDE"
        print(f"{' '.join(key):34}{a:12.4g}{spread[0]:8.1%}{b:12.4g}{spread[1]:8.1%}{b / a:8.3f}  {verdict} {bar:.0%}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--effort", default="", help="--quick or --thorough")
    parser.add_argument("--folder", default="/var/tmp", help="a folder on the disk that is measured")
    parser.add_argument("--keep", help="a file that keeps each round, to go on from")
    parser.add_argument("--minutes", type=float, default=1e9, help="begin no round that would end later")
    parser.add_argument("adder", nargs="*", help="the command, usually: ./adder machine")
    options = parser.parse_args()
    adder = options.adder or [str(HERE.parent.parent / "adder"), "machine"]
    kept = pathlib.Path(options.keep) if options.keep else None
    rounds = [json.loads(line) for line in kept.read_text().splitlines()] if kept and kept.exists() else []
    end, longest = time.monotonic() + 60 * options.minutes, 0
    with tempfile.TemporaryDirectory() as place:
        binary = place + "/machine"
        run(["gcc", "-O3", "-march=native", "-fno-tree-loop-distribute-patterns", str(HERE / "machine.c"),
             "-o", binary])
        while len(rounds) < options.rounds and time.monotonic() + longest < end:
            print(f"round {len(rounds) + 1}", file=sys.stderr)
            begin = time.monotonic()
            rounds.append(measure(options, adder, binary))
            longest = max(longest, time.monotonic() - begin)
            if kept:
                with kept.open("a") as file:
                    print(json.dumps(rounds[-1]), file=file)
    report(rounds)


if __name__ == "__main__":
    main()
