package dev.adder.stdlib.multiprocessing;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.Text;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;

/** The module {@code _multiprocessing}: semaphores that processes share. */
@PyModuleSpec("_multiprocessing")
public final class MultiprocessingModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new MultiprocessingModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        final PyDict flags = new PyDict();
        flags.putStr("HAVE_SEM_OPEN", 1L);
        flags.putStr("HAVE_SEM_TIMEDWAIT", 1L);
        module.dict().putStr("flags", flags);
        module.dict().putStr("SemLock", PySemLock.TYPE);
    }

    @PyFunction("sem_unlink($module, name, /)")
    static void semUnlink(final ThreadState ts, @Text final Object name) {
        try (Arena arena = Arena.ofConfined()) {
            if ((int) Libc.call("sem_unlink", Libc.cString(arena, FsText.pathBytes(ts, name)).address()) < 0) {
                throw Libc.error(null);
            }
        }
    }
}
