# must-compile: work, old
import io
import logging
import logging.handlers
import warnings

out = io.StringIO()
log = logging.getLogger("app")
log.setLevel(logging.DEBUG)
h = logging.StreamHandler(out)
h.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(funcName)s:%(message)s"))
log.addHandler(h)
log.propagate = False


def work():
    log.debug("debug %s", 1)
    log.info("info %(a)d", {"a": 2})
    log.warning("warn")
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("failed")
    log.log(35, "custom level")
    logging.getLogger("app.child").error("from child")


work()
print(out.getvalue().replace(__file__, "FILE"))
print(log, log.isEnabledFor(10), log.getEffectiveLevel(), logging.getLogger("app.child").parent is log, logging.getLevelName(30), logging.getLevelName("INFO"), log.handlers[0].level, logging.getLogger().name)
out.truncate(0)
out.seek(0)
log.setLevel("ERROR")
log.info("hidden")
log.addFilter(lambda r: "secret" not in r.getMessage())
log.error("secret thing")
log.error("shown")
print(out.getvalue())
h.setFormatter(logging.Formatter("{levelname:>8} {message}", style="{"))
log.critical("brace style")
mem = logging.handlers.MemoryHandler(2, target=h)
log2 = logging.getLogger("mem")
log2.addHandler(mem)
log2.propagate = False
log2.error("one")
log2.error("two")
print(out.getvalue().splitlines()[-3:])
adapter = logging.LoggerAdapter(log, {"user": "ann"})
adapter.error("adapted")
r = logging.LogRecord("n", 20, "p", 1, "m %s", ("a",), None)
print(r.getMessage(), r.levelname, r, logging.makeLogRecord({"msg": "x"}).msg)
log.error("bad %d args", "x") if False else None
logging.disable(logging.CRITICAL)
log.critical("disabled")
logging.disable(logging.NOTSET)
print(out.getvalue().count("disabled"))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("plain")
    warnings.warn("deprecated", DeprecationWarning, stacklevel=1)
    warnings.warn(UserWarning("instance"))
    warnings.warn_explicit("explicit", RuntimeWarning, "file.py", 5)
    print([(x.category.__name__, str(x.message), x.lineno > 0) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("as error")
    except UserWarning as e:
        print("raised", e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("default")
    for _ in range(3):
        warnings.warn("once per place")
    warnings.filterwarnings("ignore", message="ign.*")
    warnings.warn("ignored one")
    print(len(w))
try:
    warnings.warn("x", 5)
except TypeError as e:
    print(e)
print(warnings.formatwarning("msg", UserWarning, "f.py", 3, "line"))


@warnings.deprecated("use new")
def old():
    return 1


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    old()
    print(w[0].message, w[0].category.__name__, old.__deprecated__)
logging.captureWarnings(False)
