package dev.adder.stdlib.mmap;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyModule;

/** The module {@code mmap} (CPython's Modules/mmapmodule.c). */
@PyModuleSpec("mmap")
public final class MmapModule extends NativeModule {
    private static final String[] CONSTANTS = {"PROT_EXEC=4", "PROT_READ=1", "PROT_WRITE=2", "MAP_SHARED=1",
        "MAP_PRIVATE=2", "MAP_DENYWRITE=2048", "MAP_EXECUTABLE=4096", "MAP_ANON=32", "MAP_ANONYMOUS=32",
        "MAP_POPULATE=32768", "MAP_STACK=131072", "MAP_32BIT=64", "MAP_NORESERVE=16384", "PAGESIZE=4096",
        "ALLOCATIONGRANULARITY=4096", "ACCESS_DEFAULT=0", "ACCESS_READ=1", "ACCESS_WRITE=2", "ACCESS_COPY=3",
        "MADV_NORMAL=0", "MADV_RANDOM=1", "MADV_SEQUENTIAL=2", "MADV_WILLNEED=3", "MADV_DONTNEED=4", "MADV_FREE=8",
        "MADV_REMOVE=9", "MADV_DONTFORK=10", "MADV_DOFORK=11", "MADV_MERGEABLE=12", "MADV_UNMERGEABLE=13",
        "MADV_HUGEPAGE=14", "MADV_NOHUGEPAGE=15", "MADV_DONTDUMP=16", "MADV_DODUMP=17", "MADV_HWPOISON=100"};
    @PyConstant("mmap")
    static final Object MMAP = PyMmap.TYPE;

    @Override
    public BuiltinTable table() {
        return new MmapModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("error", ExceptionTypes.OS_ERROR);
        for (final String row : CONSTANTS) {
            final int eq = row.indexOf('=');
            module.dict().putStr(row.substring(0, eq), Long.valueOf(row.substring(eq + 1)));
        }
    }
}
