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
import dev.adder.stdlib.posix.OpenDescriptors;
import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashSet;
import java.util.Set;

/**
 * The module {@code _posixsubprocess}. A JVM cannot be forked, so {@code fork_exec} is {@code posix_spawn}: what can only
 * be done between fork and exec (preexec_fn, other users and groups, umask) raises NotImplementedError.
 */
@PyModuleSpec("_posixsubprocess")
public final class PosixSubprocessModule extends NativeModule {
    private static final int SPAWN_SETPGROUP = 0x02;
    private static final int SPAWN_SETSIGDEF = 0x04;
    private static final int SPAWN_SETSID = 0x80;
    private static final int ENOENT = 2;
    private static final int ENOTDIR = 20;
    private static final int SIGPIPE = 13;
    private static final int SIGXFSZ = 25;

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
        for (final int i : new int[] {17, 18, 19}) {
            if (a[i] != PyNone.NONE) {
                throw Errors.notImplemented("subprocess: user, group and extra_groups are not implemented yet");
            }
        }
        if (PyNumber.asInt(ts, a[20]) >= 0) {
            throw Errors.notImplemented("subprocess: umask is not implemented yet");
        }
        OpenFiles.flushAll(ts);
        try (Arena arena = Arena.ofConfined()) {
            return spawn(ts, arena, a);
        }
    }

    private static Object spawn(final ThreadState ts, final Arena arena, final Object[] a) {
        final MemorySegment actions = arena.allocate(256, 8);
        final MemorySegment attributes = arena.allocate(512, 8);
        final MemorySegment pid = arena.allocate(8);
        final MemorySegment argv = strings(ts, arena, a[0]);
        final MemorySegment env = a[5] == PyNone.NONE ? null : strings(ts, arena, a[5]);
        must(Libc.call("posix_spawn_file_actions_init", actions.address()));
        must(Libc.call("posix_spawnattr_init", attributes.address()));
        try {
            if (a[4] != PyNone.NONE) {
                must(Libc.call("posix_spawn_file_actions_addchdir_np", actions.address(),
                        Libc.cString(arena, FsText.pathBytes(ts, a[4])).address()));
            }
            final Set<Integer> keep = new HashSet<>();
            final int[] from = {PyNumber.asInt(ts, a[6]), PyNumber.asInt(ts, a[9]), PyNumber.asInt(ts, a[11])};
            for (int i = 0; i < 3; i++) {
                keep.add(i);
                if (from[i] >= 0) {
                    must(Libc.call("posix_spawn_file_actions_adddup2", actions.address(), from[i], i));
                }
            }
            for (final Object fd : PyIter.toArray(ts, a[3])) {
                final int number = PyNumber.asInt(ts, fd);
                if (keep.add(number) && number != PyNumber.asInt(ts, a[13])) {
                    // Onto itself: not closed on exec any more.
                    must(Libc.call("posix_spawn_file_actions_adddup2", actions.address(), number, number));
                }
            }
            if (PyObjects.isTrue(ts, a[2])) {
                closeOthers(actions, keep);
            }
            int flags = 0;
            if (PyObjects.isTrue(ts, a[14])) {
                final MemorySegment signals = arena.allocate(128, 8);
                signals.set(ValueLayout.JAVA_LONG, 0, 1L << SIGPIPE - 1 | 1L << SIGXFSZ - 1);
                must(Libc.call("posix_spawnattr_setsigdefault", attributes.address(), signals.address()));
                flags |= SPAWN_SETSIGDEF;
            }
            if (PyObjects.isTrue(ts, a[15])) {
                flags |= SPAWN_SETSID;
            }
            final int group = PyNumber.asInt(ts, a[16]);
            if (group >= 0) {
                flags |= SPAWN_SETPGROUP;
                must(Libc.call("posix_spawnattr_setpgroup", attributes.address(), group));
            }
            must(Libc.call("posix_spawnattr_setflags", attributes.address(), flags));
            int error = ENOENT;
            for (final Object candidate : PyIter.toArray(ts, a[1])) {
                final long path = Libc.cString(arena, FsText.pathBytes(ts, candidate)).address();
                final long environment = env != null ? env.address() : Environment.address();
                error = (int) Libc.call("posix_spawn", pid.address(), path, actions.address(), attributes.address(),
                        argv.address(), environment);
                if (error == 0) {
                    return (long) pid.get(ValueLayout.JAVA_INT, 0);
                }
                if (error != ENOENT && error != ENOTDIR) {
                    break;
                }
            }
            throw failed(ts, a, error);
        } finally {
            Libc.call("posix_spawn_file_actions_destroy", actions.address());
            Libc.call("posix_spawnattr_destroy", attributes.address());
        }
    }

    /** The error names the folder if that is what is missing, else the program. */
    private static PyRaise failed(final ThreadState ts, final Object[] a, final int error) {
        if (a[4] != PyNone.NONE && error == ENOENT
                && !new File(dev.adder.language.text.Str.toJava(FsText.decode(FsText.pathBytes(ts, a[4]))))
                        .isDirectory()) {
            return OsErrors.of(error, Libc.strerror(error), a[4]);
        }
        return OsErrors.of(error, Libc.strerror(error), FsText.decode(FsText.pathBytes(ts, PyIter.toArray(ts, a[0])[0])));
    }

    private static void closeOthers(final MemorySegment actions, final Set<Integer> keep) {
        for (final int fd : OpenDescriptors.all()) {
            if (!keep.contains(fd)) {
                must(Libc.call("posix_spawn_file_actions_addclose", actions.address(), fd));
            }
        }
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
