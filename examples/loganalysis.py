"""Analysis of a web server's log with regular expressions and JSON.

    loganalysis.py [LINES]                 (300000 if not given)

The log is generated in a temporary file: each line is in the common format with a JSON object at its end. The report is
printed as JSON.
"""

import json
import os
import re
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import datetime

LINE = re.compile(
    r'(?P<ip>\d+\.\d+\.\d+\.\d+) - (?P<user>\S+) \[(?P<time>[^\]]+)\] '
    r'"(?P<method>GET|POST|PUT|DELETE) (?P<path>[^" ]+) HTTP/1\.[01]" (?P<status>\d{3}) (?P<size>\d+|-) (?P<extra>\{.*\})$')
ID = re.compile(r"/\d+")
BOT = re.compile(r"bot|crawl|spider", re.IGNORECASE)


def generate(path, lines):
    state = 4711
    users = ["-", "ann", "bob", "cecilia", "dmitri"]
    agents = ["Mozilla/5.0 (X11; Linux)", "Mozilla/5.0 (Mac)", "SearchBot/2.1", "curl/8.1", "nice-spider"]
    with open(path, "w", encoding="utf-8") as out:
        for i in range(lines):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            r = state >> 8
            if r % 997 == 0:
                out.write("a line that is not in the format at all\n")
                continue
            second = i // 5
            time = "%02d/Mar/2026:%02d:%02d:%02d +0000" % (
                1 + second // 86400 % 28, second // 3600 % 24, second // 60 % 60, second % 60)
            extra = {"agent": agents[r % 5], "ms": r % 400 / 4, "cache": r % 3 == 0}
            if r % 10 == 0:
                extra["tags"] = ["slow", "db\u00fc"][: 1 + r % 2]
            out.write('10.%d.%d.%d - %s [%s] "%s /%s/%d%s HTTP/1.1" %d %s %s\n' % (
                r % 7, r % 11, r % 251, users[r % 5], time, ("GET", "GET", "POST", "DELETE")[r % 4],
                ("items", "users", "img", "api/v2/orders")[r % 4], r % 5003, "?page=%d" % (r % 9) if r % 6 == 0 else "",
                (200, 200, 200, 301, 404, 500)[r % 6], r % 50000 if r % 13 else "-", json.dumps(extra)))


def analyse(path):
    status = Counter()
    paths = Counter()
    visitors = defaultdict(set)
    hours = Counter()
    slowest = []
    size = 0
    bots = 0
    bad = 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            m = LINE.match(line)
            if m is None:
                bad += 1
                continue
            extra = json.loads(m["extra"])
            if BOT.search(extra["agent"]):
                bots += 1
                continue
            status[m["status"]] += 1
            route = ID.sub("/<id>", m["path"].partition("?")[0])
            paths[m["method"], route] += 1
            visitors[m["user"]].add(m["ip"])
            if m["size"] != "-":
                size += int(m["size"])
            hours[m["time"][12:14]] += 1
            if extra["ms"] > 99.5 and not extra["cache"]:
                when = datetime.strptime(m["time"], "%d/%b/%Y:%H:%M:%S %z")
                slowest.append((extra["ms"], when.isoformat(), m["path"], extra.get("tags", [])))
    slowest.sort(key=lambda entry: (-entry[0], entry[1], entry[2]))
    return {
        "status": dict(sorted(status.items())),
        "routes": [[method, route, n] for (method, route), n in sorted(paths.items(), key=lambda e: (-e[1], e[0]))],
        "visitors": {user: len(ips) for user, ips in sorted(visitors.items())},
        "bytes": size, "bots": bots, "bad": bad,
        "busiest": hours.most_common(3),
        "slow": {"count": len(slowest), "first": slowest[:3]},
    }


def main():
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 300000
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "access.log")
        generate(path, lines)
        print(json.dumps(analyse(path), indent=2))


if __name__ == "__main__":
    main()
