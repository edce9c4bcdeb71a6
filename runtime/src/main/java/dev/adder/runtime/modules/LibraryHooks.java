package dev.adder.runtime.modules;

import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyModule;
import java.util.concurrent.ConcurrentHashMap;

/** What is done to modules of the library once their code has run, by the parts of an interpreter that complete them. */
public final class LibraryHooks {
    private final ConcurrentHashMap<Object, Hook> hooks = new ConcurrentHashMap<>();

    /** Completes a module. */
    public interface Hook {
        void loaded(ThreadState ts, PyModule module);
    }

    public void set(final String module, final Hook hook) {
        hooks.put(module, hook);
    }

    void loaded(final ThreadState ts, final Object name, final PyModule module) {
        final Hook hook = hooks.get(name);
        if (hook != null) {
            hook.loaded(ts, module);
        }
    }
}
