package dev.adder.runtime.modules;

import dev.adder.language.text.Str;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.StandIns;
import dev.adder.runtime.objects.PyModule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** The native modules that an interpreter can make: the runtime's own and the provider's. */
public final class BuiltinModules {
    private static final String[] OWN = {"_imp", "_thread", "_warnings", "_weakref", "builtins", "marshal", "sys"};

    private final NativeModule.Provider provider;
    private final Set<String> known;

    public BuiltinModules(final NativeModule.Provider provider) {
        this.provider = provider;
        this.known = new HashSet<>(Arrays.asList(OWN));
        if (provider != null) {
            known.addAll(Arrays.asList(provider.names()));
        }
    }

    private NativeModule create(final String name, final InterpreterState interp) {
        return switch (name) {
            case "_imp" -> new ImpModule();
            case "_thread" -> new ThreadModule(interp);
            case "_weakref" -> new WeakrefModule();
            case "_warnings" -> new WarningsModule();
            case "marshal" -> new MarshalModule();
            default -> provider == null ? null : provider.create(name, interp);
        };
    }

    /** Java in the place of functions of a module of the library; null if there is none. */
    StandIns standIns(final String module) {
        return provider == null ? null : provider.standIns(module);
    }

    /** All names: {@code sys.builtin_module_names}. */
    public String[] names() {
        return new TreeSet<>(known).toArray(new String[0]);
    }

    public boolean has(final String name) {
        return known.contains(name);
    }

    /** A new module object, entered nowhere; null if there is none of that name. */
    static PyModule make(final ThreadState ts, final String name, final Object spec) {
        final NativeModule state = ts.interp.part(BuiltinModules.class).create(name, ts.interp);
        if (state == null) {
            return null;
        }
        final PyModule m = ts.interp.newModule(name);
        ModuleDefiner.define(ts, m, state, name);
        ts.interp.modules.put(ts, Str.fromNameKey(name), m);
        return m;
    }
}
