package dev.adder.stdlib.io;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Finalizers;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.BlockingCall;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.select.Waiting;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** {@code _io.FileIO}: a file descriptor. CPython's Modules/_io/fileio.c. */
@PyTypeSpec(name = "FileIO", module = "_io")
final class PyFileIo extends PyRawIoBase {
    static final PyType TYPE = PyType.builtin("FileIO", "_io", PyRawIoBase.TYPE, new PyFileIoTable());

    private static final int O_WRONLY = 1;
    private static final int O_RDWR = 2;
    private static final int O_CREAT = 0x40;
    private static final int O_EXCL = 0x80;
    private static final int O_TRUNC = 0x200;
    private static final int O_APPEND = 0x400;
    private static final int O_CLOEXEC = 0x80000;
    private static final int EISDIR = 21;
    private static final int EBADF = 9;

    private int fd = -1;
    private boolean created;
    private boolean reads;
    private boolean writes;
    private boolean appends;
    private boolean closeFd = true;
    private Boolean canSeek;
    private long sizeHint = -1;
    private long device;
    private long inode;
    /** Reading and writing never blocks. */
    private boolean regular;
    /** Closes it when it, and what was built around it, is forgotten. */
    private Finalizers.Guard guard;

    PyFileIo(final PyType type) {
        super(type);
    }

    @PyNew(value = "(file, mode='r', closefd=True, opener=None)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyFileIo((PyType) cls);
    }

    @PyMethod("__init__($self, /, file, mode='r', closefd=True, opener=None)")
    void init(final ThreadState ts, final Object file, final Object mode, final boolean closefd,
            final Object opener) {
        if (file instanceof Boolean) {
            Warnings.warn(ts, ExceptionTypes.RUNTIME_WARNING, "bool is used as a file descriptor");
        }
        if (fd >= 0 && closeFd) {
            Libc.call("close", fd);
        }
        fd = -1;
        final int flags = parseMode(Str.toJava(PyObjects.textOf(mode)));
        closeFd = closefd;
        final Object number = file instanceof Double ? null : IntMath.intValueOrNull(file);
        if (number != null) {
            final int given = PyNumber.asInt(ts, number);
            if (given < 0) {
                throw Errors.valueError("negative file descriptor");
            }
            fd = given;
        } else {
            if (!closefd) {
                throw Errors.valueError("Cannot use closefd=False with file name");
            }
            if ((flags & O_TRUNC) != 0 && opener == PyNone.NONE) {
                flushForgotten(ts, file);
            }
            ts.interp.auditHooks().raise(ts, "open", file, mode, (long) flags);
            fd = open(ts, file, flags, opener);
        }
        try {
            checkFolder(ts, file);
        } catch (final RuntimeException e) {
            if (number == null) {
                Libc.call("close", fd);
            }
            fd = -1;
            throw e;
        }
        Attributes.storeSlot(ts, this, "name", file);
        if (closeFd && guard == null) {
            guard = Finalizers.watch(ts, this);
        }
        if (appends) {
            Libc.call("lseek64", fd, 0, 2);
        }
    }

    /** The file that a text or buffered file writes to; null if it does not write to a file of the system. */
    static PyFileIo under(final Object file) {
        final Object buffer = file instanceof PyTextIoWrapper t ? t.bufferOrNull() : file;
        return buffer instanceof AbstractBuffered b && !(b instanceof PyBufferedReader)
                && b.rawOrNull() instanceof PyFileIo f && f.fd >= 0 ? f : null;
    }

    /** What is built around it ends with it from now on: as a whole it is forgotten and closed. */
    void belongsTo(final PyIoBase outer) {
        if (guard != null) {
            Finalizers.handOver(guard, outer);
        }
    }

    /** {@code fileio_dealloc_warn}. */
    @Override
    void warnUnclosed(final ThreadState ts, final Object source) {
        if (fd >= 0 && closeFd) {
            try {
                Warnings.unclosed(ts, "unclosed file " + PyObjects.reprJava(ts, source), source);
            } catch (final PyRaise e) {
                if (Errors.matches(e, ExceptionTypes.WARNING)) {
                    ts.interp.unraisable(ts, e, "while finalizing file " + PyObjects.reprJava(ts, source), null);
                }
            }
        }
    }

    /** Whether it was opened as the file of that device and inode number. */
    boolean isFile(final long ofDevice, final long ofInode) {
        return device == ofDevice && inode == ofInode;
    }

    private int parseMode(final String mode) {
        int flags = 0;
        boolean plus = false;
        boolean main = false;
        reads = writes = appends = created = false;
        for (int i = 0; i < mode.length(); i++) {
            switch (mode.charAt(i)) {
                case 'x' -> {
                    main = once(main);
                    created = true;
                    writes = true;
                    flags |= O_EXCL | O_CREAT;
                }
                case 'r' -> {
                    main = once(main);
                    reads = true;
                }
                case 'w' -> {
                    main = once(main);
                    writes = true;
                    flags |= O_CREAT | O_TRUNC;
                }
                case 'a' -> {
                    main = once(main);
                    writes = true;
                    appends = true;
                    flags |= O_APPEND | O_CREAT;
                }
                case 'b' -> {
                }
                case '+' -> {
                    if (plus) {
                        throw badMode();
                    }
                    plus = true;
                    reads = true;
                    writes = true;
                }
                default -> throw Errors.valueError("invalid mode: " + mode);
            }
        }
        if (!main) {
            throw badMode();
        }
        return flags | (reads && writes ? O_RDWR : writes ? O_WRONLY : 0) | O_CLOEXEC;
    }

    private static boolean once(final boolean seen) {
        if (seen) {
            throw badMode();
        }
        return true;
    }

    private static RuntimeException badMode() {
        return Errors.valueError("Must have exactly one of create/read/write/append mode and at most one plus");
    }

    private static int open(final ThreadState ts, final Object file, final int flags, final Object opener) {
        if (opener != PyNone.NONE) {
            final Object result = Calls.call2(ts, opener, file, (long) flags);
            if (IntMath.intValueOrNull(result) == null) {
                throw Errors.typeError("expected integer from opener");
            }
            final int n = PyNumber.asInt(ts, result);
            if (n < 0) {
                throw Errors.valueError("opener returned " + n);
            }
            return n;
        }
        while (true) {
            final int n = BlockingCall.open(ts, Libc.AT_FDCWD, FsText.pathBytes(ts, file), flags, 0x1b6);
            if (n >= 0) {
                return n;
            }
            if (n != -Libc.EINTR) {
                throw dev.adder.runtime.exceptions.OsErrors.of(-n, Libc.strerror(-n), file);
            }
            ts.poll();
        }
    }

    /** Before a file is emptied, what another file object still holds back for it is written. */
    private static void flushForgotten(final ThreadState ts, final Object file) {
        if (OpenFiles.isEmpty(ts)) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(256, 8);
            if ((int) Libc.call("statx", Libc.AT_FDCWD, Libc.cString(arena, FsText.pathBytes(ts, file)).address(), 0,
                    0x7ff, s.address()) >= 0) {
                final ByteBuffer found = Libc.bytes(s);
                OpenFiles.flush(ts, found.getLong(136), found.getLong(32));
            }
        }
    }

    /** A folder cannot be opened as a file; notes the size for {@link #readall}. */
    private void checkFolder(final ThreadState ts, final Object file) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment s = arena.allocate(256, 8);
            final MemorySegment empty = arena.allocate(1);
            if ((int) Libc.call("statx", fd, empty.address(), 0x1000, 0x7ff, s.address()) < 0) {
                if (Libc.errno() == EBADF) {
                    throw Libc.error(IntMath.intValueOrNull(file) != null ? null : file);
                }
                return;
            }
            final ByteBuffer found = Libc.bytes(s);
            final int mode = found.getShort(28) & 0xffff;
            if ((mode & 0xf000) == 0x4000) {
                throw dev.adder.runtime.exceptions.OsErrors.of(EISDIR, "Is a directory", file);
            }
            device = found.getLong(136);
            inode = found.getLong(32);
            regular = (mode & 0xf000) == 0x8000;
            sizeHint = regular && !OpenFiles.flush(ts, device, inode) ? found.getLong(40) : -1;
        }
    }

    int fd() {
        return fd;
    }

    void check() {
        if (fd < 0) {
            throw Errors.valueError("I/O operation on closed file");
        }
    }

    void checkReads() {
        check();
        if (!reads) {
            throw IoErrors.unsupported("File not open for reading");
        }
    }

    void checkWrites() {
        check();
        if (!writes) {
            throw IoErrors.unsupported("File not open for writing");
        }
    }

    /** At most {@code n} bytes; 0 at the end of the file, -1 if it would block. */
    int readSome(final ThreadState ts, final byte[] target, final int offset, final int n) {
        checkReads();
        while (true) {
            if (!regular) {
                Waiting.untilReady(ts, fd, Waiting.POLLIN);
            }
            ts.leavePython();
            final int got;
            try {
                got = Libc.read(fd, target, offset, n);
            } finally {
                ts.enterPython();
            }
            if (got >= 0) {
                return got;
            }
            final int e = Libc.errno();
            if (e == Libc.EAGAIN) {
                return -1;
            }
            if (e != Libc.EINTR) {
                throw Libc.error(null);
            }
            ts.poll();
        }
    }

    /** Writes some of it; -1 if it would block. */
    int writeSome(final ThreadState ts, final byte[] source, final int offset, final int n) {
        checkWrites();
        while (true) {
            final int piece = regular ? n : Waiting.writable(fd, n);
            if (!regular) {
                Waiting.untilReady(ts, fd, Waiting.POLLOUT);
            }
            ts.leavePython();
            final int put;
            try {
                put = Libc.write(fd, source, offset, piece);
            } finally {
                ts.enterPython();
            }
            if (put >= 0) {
                return put;
            }
            final int e = Libc.errno();
            if (e == Libc.EAGAIN) {
                return -1;
            }
            if (e != Libc.EINTR) {
                throw Libc.error(null);
            }
            ts.poll();
        }
    }

    @Override
    @PyMethod("read($self, size=-1, /)")
    Object read(final ThreadState ts, final Object size) {
        checkReads();
        final long n = size == PyNone.NONE ? -1 : PyNumber.asSsize(ts, size);
        if (n < 0) {
            return readall(ts);
        }
        final byte[] b = new byte[(int) Math.min(n, 1 << 18)];
        final int got = readSome(ts, b, 0, b.length);
        return got < 0 ? PyNone.NONE : PyBytes.of(got == b.length ? b : java.util.Arrays.copyOf(b, got));
    }

    @Override
    @PyMethod("readall($self, /)")
    Object readall(final ThreadState ts) {
        checkReads();
        if (sizeHint > 0 && sizeHint < Integer.MAX_VALUE - 16) {
            final byte[] b = new byte[(int) sizeHint + 1];
            int n = 0;
            while (n < b.length) {
                final int got = readSome(ts, b, n, b.length - n);
                if (got <= 0) {
                    return n == 0 && got < 0 ? PyNone.NONE : PyBytes.of(java.util.Arrays.copyOf(b, n));
                }
                n += got;
            }
            final ByteArrayOutputStream out = new ByteArrayOutputStream(n * 2);
            out.write(b, 0, n);
            return rest(ts, out);
        }
        return rest(ts, new ByteArrayOutputStream());
    }

    private Object rest(final ThreadState ts, final ByteArrayOutputStream out) {
        final byte[] b = new byte[1 << 16];
        while (true) {
            final int got = readSome(ts, b, 0, b.length);
            if (got <= 0) {
                return got < 0 && out.size() == 0 ? PyNone.NONE : PyBytes.of(out.toByteArray());
            }
            out.write(b, 0, got);
        }
    }

    @Override
    @PyMethod("readinto($self, buffer, /)")
    Object readinto(final ThreadState ts, final Object buffer) {
        checkReads();
        try (PyBufferedIoBase.Target t = PyBufferedIoBase.Target.of(ts, "readinto() argument 1", buffer)) {
            final byte[] b = new byte[Math.min(t.size(), 1 << 18)];
            final int got = readSome(ts, b, 0, b.length);
            if (got < 0) {
                return PyNone.NONE;
            }
            t.put(b, 0, got);
            return (long) got;
        }
    }

    @Override
    @PyMethod("write($self, b, /)")
    Object write(final ThreadState ts, final Object data) {
        checkWrites();
        final byte[] b = bytes(ts, data);
        int done = 0;
        do {
            final int n = writeSome(ts, b, done, b.length - done);
            if (n < 0) {
                return done == 0 ? PyNone.NONE : (Object) (long) done;
            }
            done += n;
        } while (done < b.length);
        return (long) done;
    }

    long seekTo(final long offset, final int whence) {
        check();
        final long r = Libc.call("lseek64", fd, offset, whence);
        if (r < 0) {
            throw Libc.error(null);
        }
        return r;
    }

    @Override
    @PyMethod("seek($self, pos, whence=0, /)")
    Object seek(final ThreadState ts, final Object offset, final Object whence) {
        check();
        if (offset instanceof Double) {
            throw Errors.typeError("an integer is required");
        }
        return seekTo(PyNumber.asSsize(ts, offset), PyNumber.asInt(ts, whence));
    }

    @Override
    @PyMethod("tell($self, /)")
    Object tell(final ThreadState ts) {
        return seekTo(0, 1);
    }

    @Override
    @PyMethod("truncate($self, size=None, /)")
    Object truncate(final ThreadState ts, final Object size) {
        checkWrites();
        final long n = size == PyNone.NONE ? seekTo(0, 1) : PyNumber.asSsize(ts, size);
        if ((int) Libc.call("ftruncate64", fd, n) < 0) {
            throw Libc.error(null);
        }
        return n;
    }

    @Override
    @PyMethod("seekable($self, /)")
    boolean seekable(final ThreadState ts) {
        check();
        if (canSeek == null) {
            canSeek = Libc.call("lseek64", fd, 0, 1) >= 0;
        }
        return canSeek;
    }

    @Override
    @PyMethod("readable($self, /)")
    boolean readable(final ThreadState ts) {
        check();
        return reads;
    }

    @Override
    @PyMethod("writable($self, /)")
    boolean writable(final ThreadState ts) {
        check();
        return writes;
    }

    @Override
    @PyMethod("fileno($self, /)")
    Object fileno(final ThreadState ts) {
        check();
        return (long) fd;
    }

    @Override
    @PyMethod("isatty($self, /)")
    boolean isatty(final ThreadState ts) {
        check();
        return (int) Libc.call("isatty", fd) == 1;
    }

    @PyMethod("_isatty_open_only($self, /)")
    boolean isattyOpenOnly(final ThreadState ts) {
        return sizeHint < 0 && isatty(ts);
    }

    @Override
    @PyMethod("close($self, /)")
    void close(final ThreadState ts) {
        if (fd < 0) {
            setClosed();
            return;
        }
        try {
            super.close(ts);
        } finally {
            final int old = fd;
            fd = -1;
            if (guard != null) {
                final Finalizers.Guard g = guard;
                guard = null;
                Finalizers.release(ts, g);
            }
            if (closeFd && (int) Libc.call("close", old) < 0 && Libc.errno() != Libc.EINTR) {
                throw Libc.error(null);
            }
        }
    }

    @Override
    @PyGetter("closed")
    boolean closed(final ThreadState ts) {
        return fd < 0;
    }

    @PyGetter("closefd")
    boolean closefd() {
        return closeFd;
    }

    @PyGetter("mode")
    Object mode() {
        if (created) {
            return reads ? "xb+" : "xb";
        }
        if (appends) {
            return reads ? "ab+" : "ab";
        }
        return reads && writes ? "rb+" : reads ? "rb" : "wb";
    }

    @PyGetter("_blksize")
    long blksize() {
        return IoModule.BUFFER_SIZE;
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        if (fd < 0) {
            return "<_io.FileIO [closed]>";
        }
        final Object name = PyObjects.lookupAttr(ts, this, "name");
        return Str.ofUtf16("<_io.FileIO " + (name == null ? "fd=" + fd : "name=" + PyObjects.reprJava(ts, name))
                + " mode='" + mode() + "' closefd=" + (closeFd ? "True" : "False") + ">");
    }

    @PyMethod("__getstate__($self, /)")
    Object getstate() {
        throw Errors.typeError("cannot pickle '" + type().name() + "' instances");
    }
}
