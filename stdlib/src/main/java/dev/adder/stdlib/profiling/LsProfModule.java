package dev.adder.stdlib.profiling;

import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyStructSequence;

/** The module {@code _lsprof}, on which {@code cProfile} stands. */
@PyModuleSpec("_lsprof")
public final class LsProfModule extends NativeModule {
    static final PyType ENTRY = PyStructSequence.define("profiler_entry", "_lsprof", 6, "code", "callcount",
            "reccallcount", "totaltime", "inlinetime", "calls");
    static final PyType SUBENTRY = PyStructSequence.define("profiler_subentry", "_lsprof", 5, "code", "callcount",
            "reccallcount", "totaltime", "inlinetime");

    @Override
    public BuiltinTable table() {
        return new LsProfModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("Profiler", PyProfiler.TYPE);
        module.dict().putStr("profiler_entry", ENTRY);
        module.dict().putStr("profiler_subentry", SUBENTRY);
    }
}
