package dev.adder.stdlib.io;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.MarshalModule;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** The module {@code _io}: CPython's Modules/_io. */
@PyModuleSpec("_io")
public final class IoModule extends NativeModule {
    /** {@code io.DEFAULT_BUFFER_SIZE}. */
    static final int BUFFER_SIZE = 128 * 1024;

    @Override
    public BuiltinTable table() {
        return new IoModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        final PyDict d = module.dict();
        d.putStr("DEFAULT_BUFFER_SIZE", (long) BUFFER_SIZE);
        d.putStr("BlockingIOError", ExceptionTypes.BLOCKING_IO_ERROR);
        d.putStr("UnsupportedOperation", IoErrors.UNSUPPORTED);
        for (final PyType t : new PyType[] {PyIoBase.TYPE, PyRawIoBase.TYPE, PyBufferedIoBase.TYPE, PyTextIoBase.TYPE,
            PyFileIo.TYPE, PyBytesIo.TYPE, PyStringIo.TYPE, PyBufferedReader.TYPE, PyBufferedWriter.TYPE,
            PyBufferedRandom.TYPE, PyBufferedRwPair.TYPE, PyTextIoWrapper.TYPE, PyIncrementalNewlineDecoder.TYPE}) {
            d.putStr(t.name().intern(), t);
        }
    }

    @PyFunction("text_encoding(encoding, stacklevel=2, /)")
    static Object textEncoding(final ThreadState ts, final Object encoding, final int stackLevel) {
        if (encoding != PyNone.NONE) {
            return encoding;
        }
        warnOfDefault(ts, stackLevel);
        return isUtf8Mode(ts) ? "utf-8" : "locale";
    }

    /** Says that no encoding was named, if that is to be said. */
    static void warnOfDefault(final ThreadState ts, final long stackLevel) {
        if (flag(ts, "warn_default_encoding")) {
            Calls.call3(ts, PyObjects.getAttr(ts, ts.interp.importModule(ts, "warnings"), "warn"),
                    "'encoding' argument not specified", ExceptionTypes.ENCODING_WARNING, stackLevel);
        }
    }

    static boolean isUtf8Mode(final ThreadState ts) {
        return flag(ts, "utf8_mode");
    }

    private static boolean flag(final ThreadState ts, final String name) {
        final Object flags = PyObjects.getAttr(ts, ts.interp.modules.getStr("sys"), "flags");
        return PyObjects.isTrue(ts, PyObjects.getAttr(ts, flags, name));
    }

    @PyFunction("open_code(path)")
    static Object openCode(final ThreadState ts, final Object path) {
        if (!PyObjects.isText(path)) {
            throw Errors.typeError("open_code() argument 'path' must be str, not " + PyType.of(path).name());
        }
        final Object file =
                open(ts, path, "rb", PyNumberOne.MINUS, PyNone.NONE, PyNone.NONE, PyNone.NONE, true, PyNone.NONE);
        return path instanceof String s && s.endsWith(".pyc") ? wholeCache(ts, s, file) : file;
    }

    /**
     * A cache file's content, if that is whole. importlib passes over a cache that it cannot read (OSError), compiles
     * the source and writes the cache anew; of one that was cut short or damaged it would only raise EOFError.
     */
    private static Object wholeCache(final ThreadState ts, final String path, final Object file) {
        final Object content = Calls.method0(ts, file, "read");
        Calls.method0(ts, file, "close");
        if (MarshalModule.isDamagedCache(((PyBytes) content).bytes())) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "damaged cache file: " + path);
        }
        return Calls.call1(ts, PyBytesIo.TYPE, content);
    }

    @PyFunction("open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, "
            + "opener=None)")
    static Object open(final ThreadState ts, final Object file, final Object modeText, final Object bufferingArg,
            final Object encoding, final Object errors, final Object newline, final boolean closefd,
            final Object opener) {
        Object path = file;
        if (IntMath.intValueOrNull(file) == null) {
            if (!PyObjects.isText(file) && !(file instanceof PyBytes)) {
                path = dev.adder.runtime.posix.FsText.fspath(ts, file);
            }
        }
        if (!PyObjects.isText(modeText)) {
            throw Errors.typeError("open() argument 'mode' must be str, not " + PyType.of(modeText).name());
        }
        final String mode = Str.toJava(PyObjects.textOf(modeText));
        final Mode m = Mode.parse(mode);
        long buffering = PyNumber.asInt(ts, bufferingArg);
        if (m.binary) {
            refuse("encoding", encoding);
            refuse("errors", errors);
            refuse("newline", newline);
            if (buffering == 1) {
                Warnings.warn(ts, ExceptionTypes.RUNTIME_WARNING, "line buffering (buffering=1) isn't supported in "
                        + "binary mode, the default buffer size will be used");
            }
        }
        final PyFileIo raw = new PyFileIo(PyFileIo.TYPE);
        raw.init(ts, path, m.raw(), closefd, opener);
        Object result = raw;
        try {
            boolean lineBuffering = false;
            if (buffering == 1 && !m.binary || buffering < 0 && raw.isattyOpenOnly(ts)) {
                lineBuffering = true;
            }
            if (buffering < 0 || buffering == 1) {
                buffering = BUFFER_SIZE;
            }
            if (buffering == 0) {
                if (!m.binary) {
                    throw Errors.valueError("can't have unbuffered text I/O");
                }
                return raw;
            }
            if (m.updating) {
                final PyBufferedRandom b = new PyBufferedRandom(PyBufferedRandom.TYPE);
                b.init(ts, raw, buffering);
                result = b;
            } else if (m.reading) {
                final PyBufferedReader b = new PyBufferedReader(PyBufferedReader.TYPE);
                b.open(ts, raw, buffering);
                result = b;
            } else {
                final PyBufferedWriter b = new PyBufferedWriter(PyBufferedWriter.TYPE);
                b.open(ts, raw, buffering);
                result = b;
            }
            OpenFiles.of(ts).add(result);
            if (m.binary) {
                return result;
            }
            final PyTextIoWrapper text = new PyTextIoWrapper(PyTextIoWrapper.TYPE);
            text.init(ts, result, encoding, errors, newline, lineBuffering, false);
            result = text;
            PyObjects.setAttr(ts, text, "mode", modeText);
            OpenFiles.of(ts).add(text);
            return text;
        } catch (final PyRaise e) {
            Calls.method0(ts, result, "close");
            throw e;
        }
    }

    private static void refuse(final String name, final Object value) {
        if (value != PyNone.NONE) {
            throw Errors.valueError("binary mode doesn't take " + (name.equals("encoding") ? "an " : name.equals("errors")
                    ? "an " : "a ") + name + " argument");
        }
    }

    private static final class PyNumberOne {
        static final Object MINUS = -1L;
    }

    /** The mode string of {@code open}. */
    private static final class Mode {
        private boolean creating;
        private boolean reading;
        private boolean writing;
        private boolean appending;
        private boolean updating;
        private boolean binary;
        private boolean text;

        static Mode parse(final String mode) {
            final Mode m = new Mode();
            for (int i = 0; i < mode.length(); i++) {
                final char c = mode.charAt(i);
                if (mode.indexOf(c, i + 1) >= 0) {
                    throw Errors.valueError("invalid mode: '" + mode + "'");
                }
                switch (c) {
                    case 'x' -> m.creating = true;
                    case 'r' -> m.reading = true;
                    case 'w' -> m.writing = true;
                    case 'a' -> m.appending = true;
                    case '+' -> m.updating = true;
                    case 't' -> m.text = true;
                    case 'b' -> m.binary = true;
                    default -> throw Errors.valueError("invalid mode: '" + mode + "'");
                }
            }
            if (m.text && m.binary) {
                throw Errors.valueError("can't have text and binary mode at once");
            }
            final int main = (m.creating ? 1 : 0) + (m.reading ? 1 : 0) + (m.writing ? 1 : 0) + (m.appending ? 1 : 0);
            if (main != 1) {
                throw Errors.valueError("must have exactly one of create/read/write/append mode");
            }
            return m;
        }

        Object raw() {
            return (creating ? "x" : reading ? "r" : writing ? "w" : "a").concat(updating ? "+" : "");
        }
    }
}
