package dev.adder.stdlib.io;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.codecs.CodecRegistry;
import dev.adder.runtime.codecs.Codecs;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.Buffers;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * {@code _io.TextIOWrapper}: text over a binary stream. CPython's Modules/_io/textio.c.
 *
 * <p>Reading keeps the decoded text of one chunk with a position in it, and the bytes that it comes from, from which
 * {@link #tell} finds the place that belongs to a character. Writing collects bytes.
 */
@PyTypeSpec(name = "TextIOWrapper", module = "_io")
final class PyTextIoWrapper extends PyTextIoBase {
    static final PyType TYPE = PyType.builtin("TextIOWrapper", "_io", PyTextIoBase.TYPE, new PyTextIoWrapperTable());

    private static final int CHUNK = 8192;
    private static final int FAST_CHUNK = 1 << 16;
    private static final byte[] NO_BYTES = new byte[0];

    private final ReentrantLock lock = new ReentrantLock();
    private Object buffer;
    private boolean detached;
    private String encoding;
    private String errors;
    private TextCodec codec;
    private NewlineTranslator newline = new NewlineTranslator(null);
    private boolean lineBuffering;
    private boolean writeThrough;
    private Object decoded = "";
    private int at;
    private final TextSource source = new TextSource();
    private boolean telling = true;
    /** What the stream below says, once it was asked. */
    private Boolean reads;
    private Boolean writes;
    /** Bytes of what was written, on their way to the buffer. */
    private byte[] pending = NO_BYTES;
    private int pendingSize;
    private boolean started;

    PyTextIoWrapper(final PyType type) {
        super(type);
    }

    @PyNew(value = "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
            raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyTextIoWrapper((PyType) cls);
    }

    /** What "locale" stands for: the locale's encoding, which is UTF-8 here, under the name of where it comes from. */
    private static String namedEncoding(final ThreadState ts, final String name) {
        if (!name.equals("locale")) {
            return name;
        }
        return IoModule.isUtf8Mode(ts) ? "utf-8" : "UTF-8";
    }

    @PyMethod("__init__($self, /, buffer, encoding=None, errors=None, newline=None, line_buffering=False, "
            + "write_through=False)")
    void init(final ThreadState ts, final Object newBuffer, final Object newEncoding, final Object newErrors,
            final Object newNewline, final boolean lines, final boolean through) {
        // Until all is well it is not initialised.
        buffer = null;
        detached = false;
        reads = null;
        writes = null;
        final NewlineTranslator nl = NewlineTranslator.of(newNewline, false);
        if (newEncoding == PyNone.NONE) {
            IoModule.warnOfDefault(ts, 1);
        }
        encoding = namedEncoding(ts, newEncoding == PyNone.NONE ? "locale" : textArgument(ts, "encoding", newEncoding));
        errors = newErrors == PyNone.NONE ? "strict" : textArgument(ts, "errors", newErrors);
        codec = new TextCodec(ts, encoding, errors);
        if (ts.interp.isDevelopment()) {
            CodecRegistry.of(ts).errors(ts, errors);
        }
        buffer = newBuffer;
        newline = nl;
        lineBuffering = lines;
        writeThrough = through;
        decoded = "";
        at = 0;
        source.clear();
        pendingSize = 0;
        started = false;
        if (newBuffer instanceof AbstractBuffered b && b.rawOrNull() instanceof PyFileIo f) {
            f.belongsTo(this);
        }
    }

    @Override
    void warnUnclosed(final ThreadState ts, final Object source) {
        if (buffer instanceof PyIoBase b) {
            b.warnUnclosed(ts, source);
        }
    }

    private static String textArgument(final ThreadState ts, final String name, final Object o) {
        if (!PyObjects.isText(o)) {
            throw Errors.typeError("TextIOWrapper() argument '" + name + "' must be str or None, not "
                    + PyType.of(o).name());
        }
        final String s = Str.toJava(PyObjects.textOf(o));
        if (s.indexOf('\0') >= 0) {
            throw Errors.valueError("embedded null character");
        }
        for (int i = 0; i < s.length(); i++) {
            if (Character.isSurrogate(s.charAt(i))) {
                Codecs.encode(ts, PyObjects.textOf(o), "utf-8", "strict");
            }
        }
        return s;
    }

    Object bufferOrNull() {
        return buffer;
    }

    private Object buffer() {
        if (buffer == null) {
            throw Errors.valueError(detached ? "underlying buffer has been detached"
                    : "I/O operation on uninitialized object");
        }
        return buffer;
    }

    private void check(final ThreadState ts) {
        if (buffer instanceof AbstractBuffered b && b.raw() instanceof PyFileIo f) {
            if (f.fd() < 0) {
                throw IoErrors.closed();
            }
        } else if (isClosed(ts, buffer())) {
            throw IoErrors.closed();
        }
    }

    // ---- writing ----

    @Override
    @PyMethod("write($self, text, /)")
    Object write(final ThreadState ts, final Object text) {
        if (!PyObjects.isText(text)) {
            throw Errors.typeError("write() argument must be str, not " + PyType.of(text).name());
        }
        final Object plain = PyObjects.textOf(text);
        lock.lock();
        try {
            check(ts);
            if (writes == null) {
                writes = is(ts, "writable");
            }
            if (!writes) {
                throw IoErrors.unsupported("not writable");
            }
            final byte[] b = codec.encode(ts, newline.encode(plain), atStart(ts));
            dropDecoded(ts);
            addPending(b);
            final boolean flush = lineBuffering && (Str.find(plain, "\n") >= 0 || Str.find(plain, "\r") >= 0);
            if (pendingSize >= CHUNK || flush || writeThrough) {
                writePending(ts);
                if (flush) {
                    Calls.method0(ts, buffer(), "flush");
                }
            }
            return (long) Str.length(plain);
        } finally {
            lock.unlock();
        }
    }

    private void addPending(final byte[] b) {
        if (b.length > pending.length - pendingSize) {
            pending = java.util.Arrays.copyOf(pending, Math.max(CHUNK + CHUNK / 4, pendingSize + b.length));
        }
        System.arraycopy(b, 0, pending, pendingSize, b.length);
        pendingSize += b.length;
    }

    private boolean atStart(final ThreadState ts) {
        if (started || codec.isSimple()) {
            return true;
        }
        started = true;
        if (PyObjects.isTrue(ts, Calls.method0(ts, buffer(), "seekable"))) {
            return PyNumber.asSsize(ts, Calls.method0(ts, buffer(), "tell")) == 0;
        }
        return true;
    }

    /** What was read ahead lies behind what is written now; only where both share a position is that so. */
    private void dropDecoded(final ThreadState ts) {
        if ((Str.length(decoded) > at || !source.isEmpty()) && seekable(ts)) {
            decoded = "";
            at = 0;
            source.clear();
            newline.setPendingCr(false);
            codec.resetDecoder(ts);
        }
    }

    private void writePending(final ThreadState ts) {
        if (pendingSize == 0) {
            return;
        }
        // A signal handler that writes here meanwhile begins anew.
        final byte[] b = pending;
        final int n = pendingSize;
        pending = NO_BYTES;
        pendingSize = 0;
        if (buffer instanceof PyBufferedWriter w && w.type() == PyBufferedWriter.TYPE) {
            w.lock.lock();
            try {
                w.checkOpen(ts, "write");
                w.write(ts, b, 0, n);
            } finally {
                w.lock.unlock();
            }
        } else {
            Calls.method1(ts, buffer(), "write", PyBytes.of(java.util.Arrays.copyOf(b, n)));
        }
        if (pending == NO_BYTES && b.length <= 2 * CHUNK) {
            pending = b;
        }
    }

    @Override
    @PyMethod("flush($self, /)")
    void flush(final ThreadState ts) {
        lock.lock();
        try {
            check(ts);
            writePending(ts);
            Calls.method0(ts, buffer(), "flush");
        } finally {
            lock.unlock();
        }
    }

    // ---- reading ----

    /** Decodes one more chunk, appended to what is left; false at the end of the stream. */
    private boolean readChunk(final ThreadState ts) {
        final Object left = at < Str.length(decoded) ? Str.slice(decoded, at, Str.length(decoded)) : "";
        final boolean keepsPosition = Str.isEmpty(left);
        // While a loop reads the lines nobody can ask for the position.
        final TextSource.State before = telling && keepsPosition ? TextSource.stateOf(ts, codec, newline)
                : TextSource.State.INITIAL;
        final byte[] b;
        if (buffer instanceof AbstractBuffered r && !r.type().isHeapType()) {
            b = ((PyBytes) r.read1Bytes(ts, (long) FAST_CHUNK)).bytes();
        } else {
            final boolean hasRead1 = PyObjects.lookupAttr(ts, buffer(), "read1") != null;
            final Object data = Calls.method1(ts, buffer(), hasRead1 ? "read1" : "read", (long) CHUNK);
            if (data == PyNone.NONE || !Buffers.isBuffer(data)) {
                throw Errors.typeError("underlying " + (hasRead1 ? "read1" : "read")
                        + "() should have returned a bytes-like object, not '" + PyType.of(data).name() + "'");
            }
            b = Buffers.toArray(ts, data);
        }
        final boolean last = b.length == 0;
        final Object text = newline.decode(codec.decode(ts, b, b.length, last), last);
        if (keepsPosition || !telling) {
            source.begin(before, b);
        } else {
            source.append(ts, codec, newline, at, Str.length(decoded), b);
        }
        decoded = keepsPosition ? text : Str.concat(left, text);
        at = 0;
        return !last || !Str.isEmpty(text);
    }

    @Override
    @PyMethod("read($self, size=-1, /)")
    Object read(final ThreadState ts, final Object size) {
        final long n = size == PyNone.NONE ? -1 : PyNumber.asSsize(ts, size);
        lock.lock();
        try {
            checkReads(ts);
            writePending(ts);
            if (n < 0) {
                final Object left = Str.slice(decoded, at, Str.length(decoded));
                final Object data = Calls.method0(ts, buffer(), "read");
                if (data == PyNone.NONE) {
                    throw dev.adder.runtime.exceptions.OsErrors.of(11, "Read returned None.", null);
                }
                final byte[] b = bytes(ts, data);
                final Object text = newline.decode(codec.decode(ts, b, b.length, true), true);
                decoded = "";
                at = 0;
                source.clear();
                return Str.isEmpty(left) ? text : Str.concat(left, text);
            }
            while (Str.length(decoded) - at < n) {
                if (!readChunk(ts)) {
                    break;
                }
            }
            final int to = (int) Math.min(Str.length(decoded), at + n);
            final Object result = Str.slice(decoded, at, to);
            at = to;
            return result;
        } finally {
            lock.unlock();
        }
    }

    private boolean is(final ThreadState ts, final String able) {
        return PyObjects.isTrue(ts, Calls.method0(ts, buffer(), able));
    }

    private void checkReads(final ThreadState ts) {
        check(ts);
        if (reads == null) {
            reads = is(ts, "readable");
        }
        if (!reads) {
            throw IoErrors.unsupported("not readable");
        }
    }

    @Override
    @PyMethod("readline($self, size=-1, /)")
    Object readline(final ThreadState ts, final Object size) {
        final long limit = size == PyNone.NONE ? -1 : PyNumber.asSsize(ts, size);
        lock.lock();
        try {
            checkReads(ts);
            if (pendingSize > 0) {
                writePending(ts);
            }
            return line(ts, limit);
        } finally {
            lock.unlock();
        }
    }

    private Object line(final ThreadState ts, final long limit) {
        int scanned = 0;
        while (true) {
            final int length = Str.length(decoded);
            final int stop = limit < 0 ? length : (int) Math.min(length, at + limit);
            int from = at + scanned;
            if (from > at && from < length) {
                from--;
            }
            final int end = newline.lineEndOrMinus(decoded, Math.min(from, stop), stop);
            if (end >= 0 || limit >= 0 && stop - at >= limit) {
                final int to = end >= 0 ? end : stop;
                final Object result = at == 0 && to == length ? decoded : Str.slice(decoded, at, to);
                at = to;
                return result;
            }
            scanned = length - at;
            if (!readChunk(ts)) {
                final Object result = Str.slice(decoded, at, Str.length(decoded));
                at = Str.length(decoded);
                return result;
            }
        }
    }

    @Override
    @PyMethod("__next__($self, /)")
    Object nextLine(final ThreadState ts) {
        final Object line;
        telling = false;
        if (type() == TYPE) {
            line = readline(ts, PyNone.NONE);
        } else {
            line = Calls.method0(ts, this, "readline");
        }
        if (Str.isEmpty(PyObjects.textOf(line))) {
            telling = true;
            return null;
        }
        return line;
    }

    // ---- position ----

    @Override
    @PyMethod("tell($self, /)")
    Object tell(final ThreadState ts) {
        lock.lock();
        try {
            check(ts);
            if (!seekable(ts)) {
                throw IoErrors.unsupported("underlying stream is not seekable");
            }
            if (!telling) {
                throw Errors.of(ExceptionTypes.OS_ERROR, "telling position disabled by next() call");
            }
            flush(ts);
            final long position = PyNumber.asSsize(ts, Calls.method0(ts, buffer(), "tell"));
            if (source.isEmpty()) {
                return position;
            }
            if (at >= Str.length(decoded) && source.length() > 0) {
                final TextSource.State state = TextSource.stateOf(ts, codec, newline);
                return new TextSource.Place(-state.held().length, state.flags(), 0, 0, false).toCookie(position);
            }
            final long base = position - source.length();
            final TextSource.Place place = source.place(ts, codec, newline, at, Str.length(decoded));
            source.moveTo(place, at);
            return place.toCookie(base);
        } finally {
            lock.unlock();
        }
    }

    @Override
    @PyMethod("seek($self, cookie, whence=0, /)")
    Object seek(final ThreadState ts, final Object cookie, final Object whence) {
        lock.lock();
        try {
            check(ts);
            if (!seekable(ts)) {
                throw IoErrors.unsupported("underlying stream is not seekable");
            }
            final int w = PyNumber.asInt(ts, whence);
            Object target = cookie;
            if (w == 1) {
                if (PyNumber.asSsize(ts, cookie) != 0) {
                    throw IoErrors.unsupported("can't do nonzero cur-relative seeks");
                }
                target = tell(ts);
            } else if (w == 2) {
                if (PyNumber.asSsize(ts, cookie) != 0) {
                    throw IoErrors.unsupported("can't do nonzero end-relative seeks");
                }
                flush(ts);
                forget(ts);
                final Object end = Calls.method2(ts, buffer(), "seek", 0L, 2L);
                codec.moveEncoder(ts, PyNumber.asSsize(ts, end) == 0);
                return end;
            } else if (w != 0) {
                throw Errors.valueError("invalid whence (" + w + ", should be 0, 1 or 2)");
            }
            if (IntMath.sign(PyNumber.index(ts, target)) < 0) {
                throw Errors.valueError("negative seek position " + PyObjects.reprJava(ts, target));
            }
            final TextSource.Place place = TextSource.Place.ofCookie(ts, target);
            flush(ts);
            Calls.method1(ts, buffer(), "seek", place.offset());
            forget(ts);
            restore(ts, place);
            codec.moveEncoder(ts, place.offset() == 0 && place.flags() == 0);
            return target;
        } finally {
            lock.unlock();
        }
    }

    /** Brings the decoder to a place; the stream is at its offset. */
    private void restore(final ThreadState ts, final TextSource.Place place) {
        if (place.flags() == 0 && place.skip() == 0 && (place.offset() == 0 || codec.isSimple())) {
            return;
        }
        TextSource.setFlags(ts, codec, newline, place.flags());
        byte[] fed = NO_BYTES;
        if (place.skip() > 0) {
            fed = bytes(ts, Calls.method1(ts, buffer(), "read", place.feed()));
            decoded = newline.decode(codec.decode(ts, fed, fed.length, place.ends()), place.ends());
            if (Str.length(decoded) < place.skip()) {
                throw Errors.of(ExceptionTypes.OS_ERROR, "can't restore logical file position");
            }
            at = (int) place.skip();
        }
        source.begin(new TextSource.State(NO_BYTES, place.flags()), fed);
    }

    private void forget(final ThreadState ts) {
        decoded = "";
        at = 0;
        source.clear();
        newline.setPendingCr(false);
        codec.resetDecoder(ts);
        telling = true;
    }

    @Override
    @PyMethod("truncate($self, pos=None, /)")
    Object truncate(final ThreadState ts, final Object size) {
        flush(ts);
        final Object to = size == PyNone.NONE ? tell(ts) : size;
        return Calls.method1(ts, buffer(), "truncate", to);
    }

    // ---- the rest ----

    @PyMethod("reconfigure($self, /, *, encoding=None, errors=None, newline=<unrepresentable>, line_buffering=None, "
            + "write_through=None)")
    void reconfigure(final ThreadState ts, final Object newEncoding, final Object newErrors, final Object newNewline,
            final Object lines, final Object through) {
        lock.lock();
        try {
            if (Str.length(decoded) > 0 && (newEncoding != PyNone.NONE || newErrors != PyNone.NONE
                    || newNewline != null)) {
                throw IoErrors.unsupported(
                        "It is not possible to set the encoding or newline of stream after the first read");
            }
            flush(ts);
            if (newNewline != null) {
                newline = NewlineTranslator.of(newNewline, false);
            }
            if (newEncoding != PyNone.NONE || newErrors != PyNone.NONE) {
                final String e = newEncoding == PyNone.NONE ? encoding : textArgument(ts, "encoding", newEncoding);
                errors = newErrors != PyNone.NONE ? textArgument(ts, "errors", newErrors)
                        : newEncoding == PyNone.NONE ? errors : "strict";
                encoding = namedEncoding(ts, e);
                codec = new TextCodec(ts, encoding, errors);
            }
            if (lines != PyNone.NONE) {
                lineBuffering = PyObjects.isTrue(ts, lines);
            }
            if (through != PyNone.NONE) {
                writeThrough = PyObjects.isTrue(ts, through);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    @PyMethod("detach($self, /)")
    Object detach(final ThreadState ts) {
        Calls.method0(ts, this, "flush");
        final Object b = buffer();
        buffer = null;
        detached = true;
        if (b instanceof AbstractBuffered a && a.rawOrNull() instanceof PyFileIo f) {
            f.belongsTo(a);
        }
        return b;
    }

    @Override
    @PyMethod("close($self, /)")
    void close(final ThreadState ts) {
        // To ask may detach it.
        if (buffer == null || isClosed(ts, buffer) || buffer == null) {
            return;
        }
        callBoth(ts, this, "flush", buffer, "close");
    }

    @Override
    @PyGetter("closed")
    boolean closed(final ThreadState ts) {
        return isClosed(ts, buffer());
    }

    @PyGetter("buffer")
    Object getBuffer() {
        return buffer();
    }

    @Override
    @PyGetter("encoding")
    Object encoding() {
        return Str.ofUtf16(encoding);
    }

    @Override
    @PyGetter("errors")
    Object errors() {
        return Str.ofUtf16(errors);
    }

    @Override
    @PyGetter("newlines")
    Object newlines() {
        return newline.isUniversal() ? newline.seen() : PyNone.NONE;
    }

    @PyGetter("line_buffering")
    boolean lineBuffering() {
        return lineBuffering;
    }

    @PyGetter("write_through")
    boolean writeThrough() {
        return writeThrough;
    }

    @PyGetter("name")
    Object name(final ThreadState ts) {
        return PyObjects.getAttr(ts, buffer(), "name");
    }

    @PyGetter("_CHUNK_SIZE")
    long chunkSize() {
        return CHUNK;
    }

    @PySetter("_CHUNK_SIZE")
    void setChunkSize(final ThreadState ts, final Object value) {
        if (PyNumber.asSsize(ts, value) <= 0) {
            throw Errors.valueError("a strictly positive integer is required");
        }
    }

    @Override
    @PyMethod("seekable($self, /)")
    boolean seekable(final ThreadState ts) {
        return PyObjects.isTrue(ts, Calls.method0(ts, buffer(), "seekable"));
    }

    @Override
    @PyMethod("readable($self, /)")
    boolean readable(final ThreadState ts) {
        return PyObjects.isTrue(ts, Calls.method0(ts, buffer(), "readable"));
    }

    @Override
    @PyMethod("writable($self, /)")
    boolean writable(final ThreadState ts) {
        return PyObjects.isTrue(ts, Calls.method0(ts, buffer(), "writable"));
    }

    @Override
    @PyMethod("fileno($self, /)")
    Object fileno(final ThreadState ts) {
        return Calls.method0(ts, buffer(), "fileno");
    }

    @Override
    @PyMethod("isatty($self, /)")
    boolean isatty(final ThreadState ts) {
        return PyObjects.isTrue(ts, Calls.method0(ts, buffer(), "isatty"));
    }

    @PyMethod("__getstate__($self, /)")
    Object getstate() {
        throw Errors.typeError("cannot pickle '" + type().name() + "' instances");
    }

    private Object nameOrNull(final ThreadState ts) {
        try {
            return buffer == null ? null : PyObjects.lookupAttr(ts, buffer, "name");
        } catch (final PyRaise e) {
            // The stream below was detached.
            if (Errors.matches(e, ExceptionTypes.VALUE_ERROR)) {
                return null;
            }
            throw e;
        }
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        final StrBuilder b = new StrBuilder();
        b.append("<").append(type().fullName());
        final Object name = nameOrNull(ts);
        if (name != null) {
            b.append(" name=");
            b.append(PyObjects.repr(ts, name));
        }
        final Object mode = PyObjects.lookupAttr(ts, this, "mode");
        if (mode != null) {
            b.append(" mode=");
            b.append(PyObjects.repr(ts, mode));
        }
        b.append(" encoding=");
        b.append(PyObjects.repr(ts, encoding()));
        return b.append(">").build();
    }
}
