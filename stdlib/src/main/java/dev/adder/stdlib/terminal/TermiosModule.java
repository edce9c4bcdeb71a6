package dev.adder.stdlib.terminal;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.Descriptors;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The module {@code termios}: how a terminal treats what is typed and printed. Layouts are those of glibc on Linux. */
@PyModuleSpec("termios")
public final class TermiosModule extends NativeModule {
    private static final PyType ERROR_TYPE = PyType.builtin("error", "termios", ExceptionTypes.EXCEPTION, null);
    @PyConstant("error")
    static final Object ERROR = ERROR_TYPE;

    /** {@code struct termios}: four flag words, the line's discipline, the characters, two speeds. */
    private static final int FLAGS = 4;
    private static final int CHARACTERS = 17;
    private static final int NCCS = 32;
    private static final int INPUT_SPEED = 52;
    private static final int OUTPUT_SPEED = 56;
    private static final int LOCAL = 3;
    private static final int ICANON = 2;
    private static final int VTIME = 5;
    private static final int VMIN = 6;

    private static final int TIOCGWINSZ = 0x5413;
    private static final int TIOCSWINSZ = 0x5414;

    @Override
    public BuiltinTable table() {
        return new TermiosModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        TermiosConstants.define(module.dict());
    }

    private static PyRaise error() {
        final int e = Libc.errno();
        return Errors.withArgs(ERROR_TYPE, (long) e, Libc.strerror(e));
    }

    /** A call that may wait for the terminal; Python's signal handlers run when it is interrupted. */
    private static void call(final ThreadState ts, final String function, final int fd, final long a, final long b) {
        while (true) {
            ts.leavePython();
            final int r;
            final int e;
            try {
                r = (int) Libc.call(function, fd, a, b);
                e = Libc.errno();
            } finally {
                ts.enterPython();
            }
            if (r >= 0) {
                return;
            }
            if (e != Libc.EINTR) {
                throw error();
            }
            ts.poll();
        }
    }

    private static MemorySegment attributes(final ThreadState ts, final int fd) {
        final MemorySegment mode = Libc.scratch().buffer;
        call(ts, "tcgetattr", fd, mode.address(), 0);
        return mode;
    }

    @PyFunction("tcgetattr($module, fd, /)")
    static Object getAttributes(final ThreadState ts, final Object file) {
        final MemorySegment mode = attributes(ts, Descriptors.of(ts, file));
        final boolean lines = (mode.getAtIndex(ValueLayout.JAVA_INT, LOCAL) & ICANON) != 0;
        final PyList characters = new PyList();
        for (int i = 0; i < NCCS; i++) {
            final byte ch = mode.get(ValueLayout.JAVA_BYTE, CHARACTERS + i);
            characters.append(ts, !lines && (i == VMIN || i == VTIME) ? (Object) (ch & 0xffL) : PyBytes.of(new byte[] {ch}));
        }
        final PyList all = new PyList();
        for (int i = 0; i < FLAGS; i++) {
            all.append(ts, unsigned(mode, 4 * i));
        }
        all.append(ts, unsigned(mode, INPUT_SPEED));
        all.append(ts, unsigned(mode, OUTPUT_SPEED));
        all.append(ts, characters);
        return all;
    }

    private static long unsigned(final MemorySegment mode, final int offset) {
        return mode.get(ValueLayout.JAVA_INT, offset) & 0xffffffffL;
    }

    @PyFunction("tcsetattr($module, fd, when, attributes, /)")
    static void setAttributes(final ThreadState ts, final Object file, final int when, final Object wanted) {
        final int fd = Descriptors.of(ts, file);
        if (!(wanted instanceof PyList given) || given.size() != FLAGS + 3) {
            throw Errors.typeError("tcsetattr, arg 3: must be 7 element list");
        }
        final Object[] values = given.toArray();
        // All is looked at before the terminal is: conversions may run Python code, which may use the same buffer.
        final int[] words = new int[FLAGS + 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = (int) PyNumber.asSsize(ts, values[i]);
        }
        if (!(values[FLAGS + 2] instanceof PyList list) || list.size() != NCCS) {
            throw Errors.typeError("tcsetattr: attributes[6] must be 32 element list");
        }
        final byte[] characters = characters(ts, list);
        final MemorySegment mode = attributes(ts, fd);
        for (int i = 0; i < FLAGS; i++) {
            mode.setAtIndex(ValueLayout.JAVA_INT, i, words[i]);
        }
        MemorySegment.copy(characters, 0, mode, ValueLayout.JAVA_BYTE, CHARACTERS, NCCS);
        if ((int) Libc.call("cfsetispeed", mode.address(), words[FLAGS]) < 0
                || (int) Libc.call("cfsetospeed", mode.address(), words[FLAGS + 1]) < 0) {
            throw error();
        }
        call(ts, "tcsetattr", fd, when, mode.address());
    }

    private static byte[] characters(final ThreadState ts, final PyList list) {
        final byte[] characters = new byte[NCCS];
        final Object[] items = list.toArray();
        for (int i = 0; i < NCCS; i++) {
            if (items[i] instanceof PyBytes b && b.bytes().length == 1) {
                characters[i] = b.bytes()[0];
            } else if (PyNumber.isIndex(items[i])) {
                characters[i] = (byte) PyNumber.asSsize(ts, items[i]);
            } else {
                throw Errors.typeError("tcsetattr: elements of attributes must be characters or integers");
            }
        }
        return characters;
    }

    @PyFunction("tcsendbreak($module, fd, duration, /)")
    static void sendBreak(final ThreadState ts, final Object file, final int duration) {
        call(ts, "tcsendbreak", Descriptors.of(ts, file), duration, 0);
    }

    @PyFunction("tcdrain($module, fd, /)")
    static void drain(final ThreadState ts, final Object file) {
        call(ts, "tcdrain", Descriptors.of(ts, file), 0, 0);
    }

    @PyFunction("tcflush($module, fd, queue, /)")
    static void flush(final ThreadState ts, final Object file, final int queue) {
        call(ts, "tcflush", Descriptors.of(ts, file), queue, 0);
    }

    @PyFunction("tcflow($module, fd, action, /)")
    static void flow(final ThreadState ts, final Object file, final int action) {
        call(ts, "tcflow", Descriptors.of(ts, file), action, 0);
    }

    @PyFunction("tcgetwinsize($module, fd, /)")
    static Object getWindowSize(final ThreadState ts, final Object file) {
        final MemorySegment size = Libc.scratch().buffer;
        call(ts, "ioctl", Descriptors.of(ts, file), TIOCGWINSZ, size.address());
        return PyTuple.of(size.get(ValueLayout.JAVA_SHORT, 0) & 0xffffL, size.get(ValueLayout.JAVA_SHORT, 2) & 0xffffL);
    }

    @PyFunction("tcsetwinsize($module, fd, winsize, /)")
    static void setWindowSize(final ThreadState ts, final Object file, final Object winsize) {
        final int fd = Descriptors.of(ts, file);
        final Object[] both = PyType.of(winsize).lookup("__getitem__") == null ? new Object[0] : PyIter.toArray(ts, winsize);
        if (both.length != 2) {
            throw Errors.typeError("tcsetwinsize, arg 2: must be a two-item sequence");
        }
        final long rows = PyNumber.asSsize(ts, both[0]);
        final long columns = PyNumber.asSsize(ts, both[1]);
        if ((rows & 0xffff) != rows || (columns & 0xffff) != columns) {
            throw Errors.overflowError("winsize value(s) out of range.");
        }
        final MemorySegment size = Libc.scratch().buffer;
        // What the sizes in pixels were stays.
        call(ts, "ioctl", fd, TIOCGWINSZ, size.address());
        size.set(ValueLayout.JAVA_SHORT, 0, (short) rows);
        size.set(ValueLayout.JAVA_SHORT, 2, (short) columns);
        call(ts, "ioctl", fd, TIOCSWINSZ, size.address());
    }
}
