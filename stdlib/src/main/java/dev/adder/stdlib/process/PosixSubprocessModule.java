package dev.adder.stdlib.process;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.OsErrors;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import dev.adder.stdlib.io.OpenFiles;
import dev.adder.stdlib.posix.Environment;
import dev.adder.stdlib.posix.Inheritance;
import dev.adder.stdlib.posix.OpenDescriptors;
import dev.adder.stdlib.posix.SpawnThread;
import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The module {@code _posixsubprocess}. A JVM cannot be forked, so {@code fork_exec} is {@code posix_spawn}; what else is
 * to be set before the program starts (users, groups, umask) is set for a thread of its own, {@link SpawnThread}. A
 * preexec_fn raises NotImplementedError.
 */
@PyModuleSpec("_posixsubprocess")
public final class PosixSubprocessModule extends NativeModule {
    private static final int SPAWN_SETPGROUP = 0x02;
    private static final int SPAWN_SETSIGDEF = 0x04;
    private static final int SPAWN_SETSIGMASK = 0x08;
    private static final int SPAWN_SETSID = 0x80;
    private static final int ENOENT = 2;
    private static final int ENOTDIR = 20;
    private static final int SIGPIPE = 13;
    private static final int SIGXFSZ = 25;
    private static final int F_DUPFD_CLOEXEC = 1030;

    @Override
    public BuiltinTable table() {
        return new PosixSubprocessModuleTable();
    }

    @PyFunction(value = "fork_exec(*args)", raw = true, hidden = true)
    static Object forkExec(final ThreadState ts, final Object[] a, final String[] kwNames) {
        if (a.length != 22) {
            throw Errors.typeError("fork_exec expected 22 arguments, got " + a.length);
        }
        if (a[21] != PyNone.NONE) {
            throw Errors.notImplemented("subprocess: preexec_fn is not possible: a JVM cannot be forked");
        }
        OpenFiles.flushAll(ts);
        Inheritance.prepare(ts);
        try (Arena arena = Arena.ofShared()) {
            return spawn(ts, arena, a);
        }
    }

    private static Object spawn(final ThreadState ts, final Arena arena, final Object[] a) {
        final MemorySegment actions = arena.allocate(256, 8);
        final MemorySegment attributes = arena.allocate(512, 8);
        final MemorySegment argv = strings(ts, arena, a[0]);
        final long env = a[5] == PyNone.NONE ? Environment.address() : strings(ts, arena, a[5]).address();
        final SpawnThread thread = SpawnThread.of(ts, arena, a[17], a[18], a[19], PyNumber.asInt(ts, a[20]));
        must(Libc.call("posix_spawn_file_actions_init", actions.address()));
        must(Libc.call("posix_spawnattr_init", attributes.address()));
        final int[] from = {PyNumber.asInt(ts, a[6]), PyNumber.asInt(ts, a[9]), PyNumber.asInt(ts, a[11])};
        final boolean[] copied = new boolean[3];
        try {
            if (a[4] != PyNone.NONE) {
                must(Libc.call("posix_spawn_file_actions_addchdir_np", actions.address(),
                        Libc.cString(arena, FsText.pathBytes(ts, a[4])).address()));
            }
            setStreams(actions, from, copied);
            setDescriptors(ts, actions, a);
            setAttributes(ts, arena, attributes.address(), a);
            int error = ENOENT;
            for (final Object candidate : PyIter.toArray(ts, a[1])) {
                final byte[] program = FsText.pathBytes(ts, candidate);
                final long path = Libc.cString(arena, program).address();
                if (program.length > 0 && program[0] == '/' && (int) Libc.call("access", path, 0) < 0
                        && Libc.errno() == ENOENT) {
                    // Most folders of PATH do not have it, and starting a process to see that takes a millisecond.
                    continue;
                }
                final int r = thread.start(path, actions.address(), attributes.address(), argv.address(), env);
                if (r > 0) {
                    return (long) r;
                }
                // As in CPython the first error counts that is more than a file that is not there.
                if (error == ENOENT || error == ENOTDIR) {
                    error = -r;
                }
            }
            throw thread.failedBefore() ? OsErrors.of(error, Libc.strerror(error), null) : failed(ts, a, error);
        } finally {
            for (int i = 0; i < 3; i++) {
                if (copied[i]) {
                    Libc.call("close", from[i]);
                }
            }
            Libc.call("posix_spawn_file_actions_destroy", actions.address());
            Libc.call("posix_spawnattr_destroy", attributes.address());
        }
    }

    /** The three standard streams. One that comes from another's number is copied first, lest that be overwritten. */
    private static void setStreams(final MemorySegment actions, final int[] from, final boolean[] copied) {
        for (int i = 0; i < 3; i++) {
            if (from[i] >= 0 && from[i] < 3 && from[i] != i) {
                final int copy = (int) Libc.call("fcntl", from[i], F_DUPFD_CLOEXEC, 3);
                if (copy < 0) {
                    throw Libc.error(null);
                }
                from[i] = copy;
                copied[i] = true;
            }
        }
        for (int i = 0; i < 3; i++) {
            if (from[i] >= 0) {
                must(Libc.call("posix_spawn_file_actions_adddup2", actions.address(), from[i], i));
            }
        }
    }

    /** Which other descriptors the program gets. */
    private static void setDescriptors(final ThreadState ts, final MemorySegment actions, final Object[] a) {
        final Set<Integer> keep = new HashSet<>(List.of(0, 1, 2));
        for (final Object fd : PyIter.toArray(ts, a[3])) {
            final int number = PyNumber.asInt(ts, fd);
            if (keep.add(number) && number != PyNumber.asInt(ts, a[13])) {
                // Onto itself: not closed on exec any more.
                must(Libc.call("posix_spawn_file_actions_adddup2", actions.address(), number, number));
            }
        }
        if (!PyObjects.isTrue(ts, a[2])) {
            return;
        }
        for (final int fd : OpenDescriptors.all()) {
            if (!keep.contains(fd)) {
                must(Libc.call("posix_spawn_file_actions_addclose", actions.address(), fd));
            }
        }
    }

    private static void setAttributes(final ThreadState ts, final Arena arena, final long attributes,
            final Object[] a) {
        int flags = SPAWN_SETSIGMASK;
        must(Libc.call("posix_spawnattr_setsigmask", attributes, Inheritance.mask(ts, arena)));
        if (PyObjects.isTrue(ts, a[14])) {
            final MemorySegment signals = arena.allocate(128, 8);
            signals.set(ValueLayout.JAVA_LONG, 0, 1L << SIGPIPE - 1 | 1L << SIGXFSZ - 1);
            must(Libc.call("posix_spawnattr_setsigdefault", attributes, signals.address()));
            flags |= SPAWN_SETSIGDEF;
        }
        if (PyObjects.isTrue(ts, a[15])) {
            flags |= SPAWN_SETSID;
        }
        final int group = PyNumber.asInt(ts, a[16]);
        if (group >= 0) {
            flags |= SPAWN_SETPGROUP;
            must(Libc.call("posix_spawnattr_setpgroup", attributes, group));
        }
        must(Libc.call("posix_spawnattr_setflags", attributes, flags));
    }

    /** The error names the folder if that is what is missing, else the program. */
    private static PyRaise failed(final ThreadState ts, final Object[] a, final int error) {
        if (a[4] != PyNone.NONE && (error == ENOENT || error == ENOTDIR)
                && !new File(dev.adder.language.text.Str.toJava(FsText.decode(FsText.pathBytes(ts, a[4]))))
                        .isDirectory()) {
            return OsErrors.of(error, Libc.strerror(error), a[4]);
        }
        return OsErrors.of(error, Libc.strerror(error), FsText.decode(FsText.pathBytes(ts, PyIter.toArray(ts, a[0])[0])));
    }

    private static void must(final long error) {
        if ((int) error != 0) {
            throw Libc.errorOf((int) error);
        }
    }

    /** A NULL-terminated array of C strings. */
    private static MemorySegment strings(final ThreadState ts, final Arena arena, final Object sequence) {
        final Object[] items = PyIter.toArray(ts, sequence);
        final MemorySegment all = arena.allocate((items.length + 1) * 8L, 8);
        for (int i = 0; i < items.length; i++) {
            all.set(ValueLayout.JAVA_LONG, i * 8L, Libc.cString(arena, FsText.pathBytes(ts, items[i])).address());
        }
        return all;
    }
}
