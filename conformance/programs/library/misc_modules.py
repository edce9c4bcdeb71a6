# must-compile: attempt
import atexit
import sched
import secrets
import timeit
import uuid
import sys
import gc
import platform
import numbers
import types
import queue
import locale
import colorsys
import copyreg
import symtable
import stat


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


log = []
s = sched.scheduler()
now = s.timefunc()
s.enterabs(now + 0.002, 1, log.append, ("b",))
s.enterabs(now + 0.001, 1, log.append, ("a",))
s.enterabs(now + 0.001, 0, log.append, ("first",))
e = s.enter(5, 1, log.append, ("never",))
s.cancel(e)
s.run()
print(log, s.empty())
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, u.hex, u.int, u.version, u.bytes[:3], uuid.uuid5(uuid.NAMESPACE_DNS, "example.com"), uuid.uuid3(uuid.NAMESPACE_URL, "x"), uuid.uuid4().version, u == uuid.UUID(int=u.int), attempt(uuid.UUID, "bad"), u < uuid.UUID(int=2 ** 127), repr(u))
print(len(secrets.token_bytes(8)), len(secrets.token_hex(4)), secrets.randbelow(1), secrets.choice([7]), secrets.compare_digest(b"a", b"a"))
print(timeit.timeit("x = 1", number=10) >= 0, len(timeit.repeat("pass", number=1, repeat=3)), timeit.Timer("y", "y = 1").timeit(1) >= 0)
print(colorsys.rgb_to_hsv(1, 0.5, 0), colorsys.hls_to_rgb(0.5, 0.5, 0.5))
t = symtable.symtable("def f(a):\n    global g\n    b = a\n    def h(): return b\n", "f.py", "exec")
f = [c for c in t.get_children() if c.get_name() == "f"][0]
print(t.get_type(), f.get_name(), f.get_parameters(), f.get_locals(), f.get_globals(), f.lookup("b").is_local(), f.lookup("a").is_parameter(), [c.get_name() for c in f.get_children()], [c.lookup("b").is_free() for c in f.get_children() if c.get_name() == "h"])
print(sys.version_info[:3], sys.version_info.major, sys.version_info >= (3, 14), sys.byteorder, sys.maxunicode, sys.platform, sys.getrecursionlimit(), sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.flags.optimize, sys.argv[1:], sys.path[0] != "", sys.api_version > 0, sys.hexversion >> 24, sys.float_info.mant_dig, sys.int_info.bits_per_digit, sys.getsizeof([]) > 0, sys.intern("x") == "x", sys.getrefcount([]) > 0, sys.is_finalizing(), sys.stdin is sys.__stdin__, sys.copyright[:9], sys.dont_write_bytecode, "sys" in sys.builtin_module_names, "json" in sys.stdlib_module_names, sys.exc_info(), sys.thread_info.name, sys.warnoptions, sys.getswitchinterval(), sys.orig_argv[-1] == __file__)
print(attempt(sys.setswitchinterval, -1), attempt(sys.intern, 5), attempt(sys.getrecursionlimit, 1), attempt(sys._getframe, -1).__class__.__name__, attempt(sys.exit.__call__, 1, 2), sys.displayhook.__name__, sys.unraisablehook.__name__, sys.breakpointhook.__name__, callable(sys.settrace))
hooked = []
sys.unraisablehook, old = lambda a: hooked.append((type(a.exc_value).__name__, a.err_msg)), sys.unraisablehook


class Bad:
    def __del__(self):
        raise ValueError("in del")


b = Bad()
del b
for _ in range(3):
    gc.collect()
sys.unraisablehook = old
print(hooked[0][0])
audited = []
sys.addaudithook(lambda ev, args: audited.append(ev) if ev == "my.event" else None)
sys.audit("my.event", 1)
print(audited, platform.system(), platform.python_version(), locale.localeconv()["decimal_point"], stat.S_IFDIR, types.SimpleNamespace(x=1).x)
atexit.register(print, "second at exit")
atexit.register(lambda: print("first at exit"))
f = atexit.register(print, "unregistered")
atexit.unregister(print)
atexit.register(print, "only this", sep="-")
