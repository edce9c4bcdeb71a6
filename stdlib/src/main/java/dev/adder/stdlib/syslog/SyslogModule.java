package dev.adder.stdlib.syslog;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The module {@code syslog}. The system keeps the identification that it was given, so its memory is never freed. */
@PyModuleSpec("syslog")
public final class SyslogModule extends NativeModule {
    private static final String[] CONSTANTS = {"LOG_EMERG=0", "LOG_ALERT=1", "LOG_CRIT=2", "LOG_ERR=3",
        "LOG_WARNING=4", "LOG_NOTICE=5", "LOG_INFO=6", "LOG_DEBUG=7", "LOG_PID=1", "LOG_CONS=2", "LOG_ODELAY=4",
        "LOG_NDELAY=8", "LOG_NOWAIT=16", "LOG_PERROR=32", "LOG_KERN=0", "LOG_USER=8", "LOG_MAIL=16", "LOG_DAEMON=24",
        "LOG_AUTH=32", "LOG_SYSLOG=40", "LOG_LPR=48", "LOG_NEWS=56", "LOG_UUCP=64", "LOG_CRON=72", "LOG_AUTHPRIV=80",
        "LOG_FTP=88", "LOG_LOCAL0=128", "LOG_LOCAL1=136", "LOG_LOCAL2=144", "LOG_LOCAL3=152", "LOG_LOCAL4=160",
        "LOG_LOCAL5=168", "LOG_LOCAL6=176", "LOG_LOCAL7=184"};
    private static final int LOG_INFO = 6;

    private boolean open;

    @Override
    public BuiltinTable table() {
        return new SyslogModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        for (final String row : CONSTANTS) {
            final int eq = row.indexOf('=');
            module.dict().putStr(row.substring(0, eq), Long.valueOf(row.substring(eq + 1)));
        }
    }

    @PyFunction("openlog($module, /, ident=<unrepresentable>, logoption=0, facility=LOG_USER)")
    synchronized void openLog(final ThreadState ts, final Object ident, final Object options, final Object facility) {
        final Object name = ident == null ? ownName(ts) : ident;
        if (!PyObjects.isText(name)) {
            throw Errors.typeError("openlog() argument 'ident' must be str, not " + PyType.of(name).name());
        }
        final long logOptions = options == null ? 0 : PyNumber.asSsize(ts, options);
        final long where = facility == null ? 8 : PyNumber.asSsize(ts, facility);
        ts.interp.auditHooks().raise(ts, "syslog.openlog", name, logOptions, where);
        final MemorySegment kept = Libc.cString(Arena.global(), FsText.encode(PyObjects.textOf(name)));
        Libc.call("openlog", kept.address(), logOptions, where);
        open = true;
    }

    /** The program's file name, without its folder: what is used where no identification is given. */
    private static Object ownName(final ThreadState ts) {
        final Object argv = ((PyModule) ts.interp.modules.getStr("sys")).dict().getStr("argv");
        if (!(argv instanceof PyList list) || list.size() == 0
                || !PyObjects.isText(list.get(0))) {
            return "";
        }
        final String path = Str.toJava(PyObjects.textOf(list.get(0)));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @PyFunction(value = "syslog(priority=LOG_INFO, message=None, /)", raw = true, hidden = true)
    void log(final ThreadState ts, final Object[] args, final String[] kwNames) {
        ArgumentParser.noKeywords("syslog", kwNames);
        if (args.length != 1 && args.length != 2) {
            throw Errors.typeError("syslog.syslog requires 1 to 2 arguments");
        }
        final long priority = args.length == 1 ? LOG_INFO : PyNumber.asInt(ts, args[0]);
        final Object message = args[args.length - 1];
        if (!PyObjects.isText(message)) {
            throw Errors.typeError("syslog() argument " + args.length + " must be str, not "
                    + PyType.of(message).name());
        }
        ts.interp.auditHooks().raise(ts, "syslog.syslog", priority, message);
        synchronized (this) {
            if (!open) {
                openLog(ts, null, null, null);
            }
        }
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment format = Libc.cString(arena, new byte[] {'%', 's'});
            final MemorySegment text = Libc.cString(arena, FsText.encode(PyObjects.textOf(message)));
            ts.leavePython();
            try {
                Libc.call("syslog", priority, format.address(), text.address());
            } finally {
                ts.enterPython();
            }
        }
    }

    @PyFunction("closelog($module, /)")
    synchronized void closeLog(final ThreadState ts) {
        ts.interp.auditHooks().raise(ts, "syslog.closelog");
        if (open) {
            Libc.call("closelog");
            open = false;
        }
    }

    @PyFunction("setlogmask($module, maskpri, /)")
    static long setLogMask(final ThreadState ts, final long mask) {
        ts.interp.auditHooks().raise(ts, "syslog.setlogmask", mask);
        return (int) Libc.call("setlogmask", mask);
    }

    @PyFunction("LOG_MASK($module, pri, /)")
    static long logMask(final long priority) {
        return 1 << priority;
    }

    @PyFunction("LOG_UPTO($module, pri, /)")
    static long logUpTo(final long priority) {
        return (1 << priority + 1) - 1;
    }
}
