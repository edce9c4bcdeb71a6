package dev.adder.stdlib.posix;

import static dev.adder.stdlib.posix.SystemCalls.check;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.Text;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The functions of {@code posix} that are about users and groups. The set functions of glibc reach all threads. */
@PyModuleSpec("posix")
final class Identities {
    private static final long UNSIGNED = 0xffffffffL;
    private static final int MAX_GROUPS = 65536;

    private Identities() {
    }

    // ---- conversions ----

    /** {@code _Py_Uid_Converter}: -1 means none. */
    static long uid(final ThreadState ts, final Object o) {
        return convert(ts, "uid", o);
    }

    /** {@code _Py_Gid_Converter}. */
    static long gid(final ThreadState ts, final Object o) {
        return convert(ts, "gid", o);
    }

    private static long convert(final ThreadState ts, final String kind, final Object o) {
        final Object n;
        try {
            n = PyNumber.index(ts, o);
        } catch (final PyRaise e) {
            throw Errors.matches(e, ExceptionTypes.TYPE_ERROR)
                    ? Errors.typeError(kind + " should be integer, not " + PyType.of(o).name()) : e;
        }
        if (n instanceof Long id && id >= -1 && id <= UNSIGNED) {
            return id & UNSIGNED;
        }
        // In CPython what fits into a long is never too great.
        final boolean less = n instanceof Long || ((java.math.BigInteger) n).signum() < 0;
        throw Errors.overflowError(kind + (less ? " is less than minimum" : " is greater than maximum"));
    }

    /** {@code _PyLong_FromUid}. */
    static long fromId(final long id) {
        return (int) id == -1 ? -1 : id & UNSIGNED;
    }

    // ---- asking ----

    @PyFunction("getuid($module, /)")
    static long getuid() {
        return fromId(Libc.call("getuid"));
    }

    @PyFunction("geteuid($module, /)")
    static long geteuid() {
        return fromId(Libc.call("geteuid"));
    }

    @PyFunction("getgid($module, /)")
    static long getgid() {
        return fromId(Libc.call("getgid"));
    }

    @PyFunction("getegid($module, /)")
    static long getegid() {
        return fromId(Libc.call("getegid"));
    }

    @PyFunction("getresuid($module, /)")
    static Object getresuid() {
        return three("getresuid");
    }

    @PyFunction("getresgid($module, /)")
    static Object getresgid() {
        return three("getresgid");
    }

    private static Object three(final String function) {
        final MemorySegment b = Libc.scratch().buffer;
        check(Libc.call(function, b.address(), b.address() + 4, b.address() + 8));
        return PyTuple.of(fromId(b.get(ValueLayout.JAVA_INT, 0)), fromId(b.get(ValueLayout.JAVA_INT, 4)),
                fromId(b.get(ValueLayout.JAVA_INT, 8)));
    }

    @PyFunction("getlogin($module, /)")
    static Object getlogin() {
        final MemorySegment b = Libc.scratch().buffer;
        SystemCalls.checkError(Libc.call("getlogin_r", b.address(), 4096));
        return FsText.decode(Libc.bytesAt(b.address()));
    }

    @PyFunction("getgroups($module, /)")
    static Object getgroups(final ThreadState ts) {
        final MemorySegment b = Libc.scratch().buffer;
        return list(ts, b, check(Libc.call("getgroups", b.byteSize() / 4, b.address())));
    }

    private static PyList list(final ThreadState ts, final MemorySegment ids, final int n) {
        final PyList all = new PyList();
        for (int i = 0; i < n; i++) {
            all.append(ts, fromId(ids.get(ValueLayout.JAVA_INT, i * 4L)));
        }
        return all;
    }

    @PyFunction("getgrouplist($module, user, group, /)")
    static Object getgrouplist(final ThreadState ts, @Text final Object user, final Object group) {
        final long base = gid(ts, group);
        try (Arena arena = Arena.ofConfined()) {
            final long name = Libc.cString(arena, name(user)).address();
            final MemorySegment count = arena.allocate(4, 4);
            int room = 17;
            while (true) {
                final MemorySegment groups = arena.allocate(room * 4L, 4);
                count.set(ValueLayout.JAVA_INT, 0, room);
                if ((int) Libc.call("getgrouplist", name, base, groups.address(), count.address()) >= 0) {
                    return list(ts, groups, count.get(ValueLayout.JAVA_INT, 0));
                }
                room = Math.max(count.get(ValueLayout.JAVA_INT, 0), 2 * room);
            }
        }
    }

    /** A user's name, which C takes to a NUL. */
    private static byte[] name(final Object user) {
        final byte[] bytes = FsText.encode(PyObjects.textOf(user));
        for (final byte b : bytes) {
            if (b == 0) {
                throw Errors.valueError("embedded null character");
            }
        }
        return bytes;
    }

    // ---- changing ----

    @PyFunction("setuid($module, uid, /)")
    static void setuid(final ThreadState ts, final Object uid) {
        check(Libc.call("setuid", uid(ts, uid)));
    }

    @PyFunction("seteuid($module, euid, /)")
    static void seteuid(final ThreadState ts, final Object euid) {
        check(Libc.call("seteuid", uid(ts, euid)));
    }

    @PyFunction("setreuid($module, ruid, euid, /)")
    static void setreuid(final ThreadState ts, final Object ruid, final Object euid) {
        check(Libc.call("setreuid", uid(ts, ruid), uid(ts, euid)));
    }

    @PyFunction("setresuid($module, ruid, euid, suid, /)")
    static void setresuid(final ThreadState ts, final Object ruid, final Object euid, final Object suid) {
        check(Libc.call("setresuid", uid(ts, ruid), uid(ts, euid), uid(ts, suid)));
    }

    @PyFunction("setgid($module, gid, /)")
    static void setgid(final ThreadState ts, final Object gid) {
        check(Libc.call("setgid", gid(ts, gid)));
    }

    @PyFunction("setegid($module, egid, /)")
    static void setegid(final ThreadState ts, final Object egid) {
        check(Libc.call("setegid", gid(ts, egid)));
    }

    @PyFunction("setregid($module, rgid, egid, /)")
    static void setregid(final ThreadState ts, final Object rgid, final Object egid) {
        check(Libc.call("setregid", gid(ts, rgid), gid(ts, egid)));
    }

    @PyFunction("setresgid($module, rgid, egid, sgid, /)")
    static void setresgid(final ThreadState ts, final Object rgid, final Object egid, final Object sgid) {
        check(Libc.call("setresgid", gid(ts, rgid), gid(ts, egid), gid(ts, sgid)));
    }

    @PyFunction("setgroups($module, groups, /)")
    static void setgroups(final ThreadState ts, final Object groups) {
        if (!Arguments.isSequence(groups)) {
            throw Errors.typeError("setgroups argument must be a sequence");
        }
        final Object[] ids = PyIter.toArray(ts, groups);
        if (ids.length > MAX_GROUPS) {
            throw Errors.valueError("too many groups");
        }
        try (Arena arena = Arena.ofConfined()) {
            check(Libc.call("setgroups", ids.length, gids(ts, arena, ids)));
        }
    }

    /** The address of an array of group numbers. */
    static long gids(final ThreadState ts, final Arena arena, final Object[] ids) {
        final MemorySegment all = arena.allocate(Math.max(1, ids.length) * 4L, 4);
        for (int i = 0; i < ids.length; i++) {
            if (!PyNumber.isIndex(ids[i])) {
                throw Errors.typeError("groups must be integers");
            }
            all.set(ValueLayout.JAVA_INT, i * 4L, (int) gid(ts, ids[i]));
        }
        return all.address();
    }

    @PyFunction("initgroups($module, username, gid, /)")
    static void initgroups(final ThreadState ts, final Object username, final Object gid) {
        final byte[] name = FsText.pathBytes(ts, username);
        try (Arena arena = Arena.ofConfined()) {
            check(Libc.call("initgroups", Libc.cString(arena, name).address(), gid(ts, gid)));
        }
    }
}
