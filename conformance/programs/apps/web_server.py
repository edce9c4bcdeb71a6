# must-compile: Handler.log_message, Handler.answer, Handler.do_GET, Handler.do_PUT
"""A small web server and its clients in one process: http.server in a thread, urllib and http.client against it."""
import http.client
import json
import threading
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STORE = {}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Test/1", ""

    def log_message(self, format, *args):
        self.server.log.append(format % args)

    def answer(self, status, value, **headers):
        body = json.dumps(value, sort_keys=True).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, v in headers.items():
            self.send_header(name.replace("_", "-"), v)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        match url.path.strip("/").split("/"):
            case ["items"]:
                self.answer(200, STORE)
            case ["items", key] if key in STORE:
                self.answer(200, STORE[key])
            case ["echo"]:
                self.answer(200, {"query": urllib.parse.parse_qs(url.query), "agent": self.headers["User-Agent"]})
            case ["moved"]:
                self.answer(302, None, Location="/items")
            case ["fail"]:
                raise_later = {"error": "inside"}
                self.answer(500, raise_later)
            case other:
                self.answer(404, {"path": other})

    def do_PUT(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        key = urllib.parse.unquote(self.path.rpartition("/")[2])
        created = key not in STORE
        try:
            STORE[key] = json.loads(body)
        except ValueError as e:
            self.answer(400, {"bad": str(e)})
        else:
            self.answer(201 if created else 200, {"key": key})


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.log = []
thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
thread.start()
base = "http://127.0.0.1:%d" % server.server_port


def request(method, path, data=None):
    r = urllib.request.Request(base + path, method=method, data=data, headers={"User-Agent": "tester"})
    try:
        with urllib.request.urlopen(r, timeout=20) as answer:
            return answer.status, answer.headers["Content-Type"], json.load(answer)
    except urllib.error.HTTPError as e:
        with e:
            return "error", e.code, e.reason, json.load(e)


print(request("GET", "/items"))
print(request("PUT", "/items/a", b'{"n": [1, 2.5, null]}'))
print(request("PUT", "/items/a", b'"again"'))
print(request("PUT", "/items/" + urllib.parse.quote("é/ü", safe=""), '"ünï"'.encode()))
print(request("PUT", "/items/x", b"{broken"))
print(request("GET", "/items/a"), request("GET", "/items/none"))
print(request("GET", "/echo?" + urllib.parse.urlencode([("q", "a b&c"), ("q", "é"), ("empty", "")])))
print(request("GET", "/moved"))
print(request("GET", "/fail"), request("DELETE", "/x")[:3] if False else "")
connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
for path in ("/items/a", "/nope", "/items"):
    connection.request("GET", path)
    r = connection.getresponse()
    print(r.status, r.reason, r.version, r.getheader("Server"), r.read())
connection.request("POST", "/items", b"x")
r = connection.getresponse()
print(r.status, r.reason, b"Unsupported method" in r.read())
connection.close()
results = []
threads = [threading.Thread(target=lambda i=i: results.append((i, request("PUT", f"/items/t{i}", str(i).encode())[0]))) for i in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results), sorted(STORE.items(), key=str)[:3])
server.shutdown()
thread.join()
server.server_close()
print(server.log[0], len(server.log), thread.is_alive())
try:
    urllib.request.urlopen(base, timeout=5)
except urllib.error.URLError as e:
    print(type(e).__name__, type(e.reason).__name__)
