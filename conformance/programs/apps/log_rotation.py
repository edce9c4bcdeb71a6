# must-compile: OnlyOdd.filter
"""Logging to files that rotate by size, a queue between threads, filters, and a configuration by dict."""
import glob
import io
import logging
import logging.config
import logging.handlers
import os
import queue
import threading

handler = logging.handlers.RotatingFileHandler("app.log", maxBytes=200, backupCount=3, encoding="utf-8")
handler.setFormatter(logging.Formatter("{levelname:8}|{name}|{message}", style="{"))
log = logging.getLogger("app")
log.setLevel(logging.DEBUG)
log.propagate = False
log.addHandler(handler)
for i in range(20):
    log.log(logging.DEBUG + i % 3 * 10, "message %02d é", i)
handler.close()
for name in sorted(glob.glob("app.log*")):
    with open(name, encoding="utf-8") as file:
        print(name, os.path.getsize(name), [line.rpartition(" ")[0][-10:] for line in file])
log.removeHandler(handler)


class OnlyOdd(logging.Filter):
    def filter(self, record):
        record.tag = "odd"
        return record.args and record.args[0] % 2 == 1


records = queue.SimpleQueue()
stream = io.StringIO()
target = logging.StreamHandler(stream)
target.addFilter(OnlyOdd())
target.setFormatter(logging.Formatter("%(threadName)s %(tag)s %(message)s"))
listener = logging.handlers.QueueListener(records, target)
listener.start()
log.addHandler(logging.handlers.QueueHandler(records))
threads = [threading.Thread(target=lambda n=n: [log.info("value %d", n * 10 + i) for i in range(4)], name=f"T{n}") for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
listener.stop()
print(sorted(stream.getvalue().splitlines()))
log.handlers.clear()

logging.config.dictConfig({
    "version": 1, "disable_existing_loggers": False,
    "formatters": {"short": {"format": "%(levelname).1s %(name)s: %(message)s"}},
    "handlers": {"file": {"class": "logging.FileHandler", "filename": "conf.log", "formatter": "short", "delay": True},
                 "memory": {"class": "logging.handlers.MemoryHandler", "capacity": 3, "target": "file", "flushLevel": "ERROR"}},
    "loggers": {"conf": {"level": "INFO", "handlers": ["memory"], "propagate": False}, "conf.quiet": {"level": "CRITICAL"}},
})
conf = logging.getLogger("conf")
conf.debug("not shown")
conf.info("kept back")
print(os.path.exists("conf.log"))
logging.getLogger("conf.quiet").error("not shown")
logging.getLogger("conf.child").error("flushes")
try:
    {}["missing"]
except KeyError:
    conf.exception("with traceback")
with open("conf.log") as file:
    text = file.read().splitlines()
print(text[:3], text[-1], conf.getEffectiveLevel(), logging.getLogger("conf.quiet").isEnabledFor(logging.ERROR))
for bad in ({"version": 2}, {"version": 1, "handlers": {"x": {"class": "nope.Handler"}}}, {}):
    try:
        logging.config.dictConfig(bad)
    except Exception as e:
        print(type(e).__name__, e, "|", e.__cause__)
err = io.StringIO()
h = logging.StreamHandler(err)
logging.getLogger("fmt").addHandler(h)
logging.raiseExceptions = False
logging.getLogger("fmt").warning("%d", "not a number")
logging.getLogger("fmt").warning("fine %s %(x)s" if False else "fine %s", (1, 2))
print(err.getvalue().splitlines(), logging.getLevelName(15), logging.getLevelNamesMapping()["WARN"])
logging.shutdown()
