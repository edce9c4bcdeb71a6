package dev.adder.stdlib.multiprocessing;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.Text;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;

/** The module {@code _posixshmem}: names for shared memory. */
@PyModuleSpec("_posixshmem")
public final class PosixShmemModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new PosixShmemModuleTable();
    }

    /** A call with a name; again after a signal. */
    private static int call(final ThreadState ts, final String function, final Object path, final long flags,
            final long mode) {
        final byte[] name = FsText.encode(PyObjects.textOf(path));
        for (final byte b : name) {
            if (b == 0) {
                throw Errors.valueError(function + ": embedded null character");
            }
        }
        try (Arena arena = Arena.ofConfined()) {
            final long address = Libc.cString(arena, name).address();
            while (true) {
                final int r = (int) Libc.call(function, address, flags, mode);
                if (r >= 0) {
                    return r;
                }
                if (Libc.errno() != Libc.EINTR) {
                    throw Libc.error(path);
                }
                ts.poll();
            }
        }
    }

    @PyFunction("shm_open($module, /, path, flags, mode=511)")
    static long shmOpen(final ThreadState ts, @Text final Object path, final int flags, final int mode) {
        return call(ts, "shm_open", path, flags, mode);
    }

    @PyFunction("shm_unlink($module, path, /)")
    static void shmUnlink(final ThreadState ts, @Text final Object path) {
        call(ts, "shm_unlink", path, 0, 0);
    }
}
