# family: threads
# checksum: 446706207788200
# must-compile: digest, worker
"""Two worker threads take jobs from a queue and add their results to shared structures under a lock."""

import queue
import threading

from harness import run

JOBS = 200


def digest(seed):
    a = seed
    b = 0
    for i in range(500):
        a = (a * 69069 + i) & 0xFFFFFFFF
        b ^= a >> (i & 7)
    return b


def worker(jobs, results, totals, lock):
    while True:
        job = jobs.get()
        if job is None:
            return
        value = digest(job)
        with lock:
            results[job] = value
            totals["sum"] += value


def unit():
    jobs = queue.Queue()
    results = {}
    totals = {"sum": 0}
    lock = threading.Lock()
    threads = [threading.Thread(target=worker, args=(jobs, results, totals, lock)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for job in range(JOBS):
        jobs.put(job)
    for _ in threads:
        jobs.put(None)
    for thread in threads:
        thread.join()
    if totals["sum"] != sum(results.values()):
        raise SystemExit("lost an update")
    return totals["sum"] * 1000 + len(results)


run(unit)
