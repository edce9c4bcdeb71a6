package dev.adder.stdlib.io;

import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.Libc;

/** {@code sys.stdin}, {@code stdout} and {@code stderr}, and the builtin {@code open}: init_sys_streams. */
public final class StandardStreams {
    private StandardStreams() {
    }

    /** Installs them; {@code unbuffered} is {@code -u}. */
    public static void install(final ThreadState ts, final boolean unbuffered, final String ioEncoding) {
        final PyModule io = (PyModule) ts.interp.importModule(ts, "_io");
        ts.interp.builtins().putStr("open", io.dict().getStr("open"));
        final PyDict sys = ((PyModule) ts.interp.modules.getStr("sys")).dict();
        String encoding = "utf-8";
        String errors = isPosixLocale() ? "surrogateescape" : "strict";
        if (ioEncoding != null) {
            final int colon = ioEncoding.indexOf(':');
            final String name = colon < 0 ? ioEncoding : ioEncoding.substring(0, colon);
            encoding = name.isEmpty() ? encoding : codecName(ts, name);
            errors = colon < 0 || colon == ioEncoding.length() - 1 ? "strict" : ioEncoding.substring(colon + 1);
        }
        put(sys, "stdin", stream(ts, 0, "<stdin>", encoding, errors, unbuffered));
        put(sys, "stdout", stream(ts, 1, "<stdout>", encoding, errors, unbuffered));
        put(sys, "stderr", stream(ts, 2, "<stderr>", encoding, "backslashreplace", unbuffered));
    }

    /** As the codec names itself. */
    private static String codecName(final ThreadState ts, final String name) {
        final Object info = Calls.method1(ts, ts.interp.importModule(ts, "codecs"), "lookup", name);
        return PyObjects.strJava(ts, PyObjects.getAttr(ts, info, "name"));
    }

    private static void put(final PyDict sys, final String name, final Object stream) {
        sys.putStr(name, stream);
        sys.putStr("__" + name + "__", stream);
    }

    /** The C locale and what it is coerced to (PEP 538): get_stdio_errors of CPython's initconfig.c. */
    private static final String COERCED = " C POSIX C.UTF-8 C.utf8 UTF-8 ";

    private static boolean isPosixLocale() {
        for (final String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            final String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                return COERCED.contains(" " + value + " ");
            }
        }
        return true;
    }

    /** None if the descriptor was closed; the launcher has opened it then, or the JVM would, for something else. */
    private static Object stream(final ThreadState ts, final int fd, final String name, final String encoding,
            final String errors, final boolean unbuffered) {
        if ((int) Libc.call("fcntl", fd, 1, 0) < 0 || System.getProperty("adder.closed", "").indexOf('0' + fd) >= 0) {
            return PyNone.NONE;
        }
        final PyFileIo raw = new PyFileIo(PyFileIo.TYPE);
        raw.init(ts, (long) fd, fd == 0 ? "r" : "w", false, PyNone.NONE);
        PyObjects.setAttr(ts, raw, "name", name);
        final Object buffer;
        if (fd == 0) {
            final PyBufferedReader b = new PyBufferedReader(PyBufferedReader.TYPE);
            b.open(ts, raw, (long) IoModule.BUFFER_SIZE);
            buffer = b;
        } else if (unbuffered) {
            buffer = raw;
        } else {
            final PyBufferedWriter b = new PyBufferedWriter(PyBufferedWriter.TYPE);
            b.open(ts, raw, (long) IoModule.BUFFER_SIZE);
            buffer = b;
        }
        final PyTextIoWrapper text = new PyTextIoWrapper(PyTextIoWrapper.TYPE);
        text.init(ts, buffer, encoding, errors, fd == 0 ? PyNone.NONE : "\n", fd == 2 || !unbuffered && raw.isatty(ts),
                unbuffered && fd != 0);
        PyObjects.setAttr(ts, text, "mode", fd == 0 ? "r" : "w");
        return text;
    }
}
