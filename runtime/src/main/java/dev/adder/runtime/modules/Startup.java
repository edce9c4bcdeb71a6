package dev.adder.runtime.modules;

import dev.adder.runtime.BuiltinTypes;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.TextHash;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.YieldByChance;
import dev.adder.runtime.interp.Jit;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.text.SipHash;

/** Brings an interpreter up to the point where it can import the library. */
public final class Startup {
    private Startup() {
    }

    /**
     * A new interpreter whose main thread is the calling one.
     *
     * @param jit null for none
     */
    public static InterpreterState create(final SysOptions options, final NativeModule.Provider provider,
            final Library library, final Jit jit, final SipHash hashKey) {
        final InterpreterState interp = new InterpreterState();
        interp.setPart(TextHash.class, new TextHash(hashKey));
        if (jit != null) {
            interp.setJit(jit);
        }
        if (options.xOptions().getStr("yield") instanceof String seed) {
            YieldByChance.switchOn(interp, seed.hashCode());
        }
        interp.setOptimize((int) options.flag("optimize"));
        interp.setDevelopment(options.flag("dev_mode") != 0);
        interp.setIntMaxStrDigits((int) options.flag("int_max_str_digits"));
        interp.setPart(LibraryHooks.class, new LibraryHooks());
        interp.setPart(BuiltinModules.class, new BuiltinModules(provider));
        final ThreadState ts = interp.threadState();
        interp.setMainThread(ts);
        final PyModule builtins = new PyModule("builtins", PyNone.NONE, interp.builtins());
        ModuleDefiner.define(ts, builtins, new BuiltinsModule(interp), "builtins");
        BuiltinTypes.define(builtins.dict());
        builtins.dict().putStr("__debug__", options.flag("optimize") == 0);
        interp.modules.putStr("builtins", builtins);
        final PyModule sys = new PyModule("sys", PyNone.NONE);
        interp.modules.putStr("sys", sys);
        ModuleDefiner.define(ts, sys, new SysModule(interp, options), "sys");
        if (options.flag("verbose") > 0) {
            final PreliminaryStderr stderr = new PreliminaryStderr();
            sys.dict().putStr("stderr", stderr);
            sys.dict().putStr("__stderr__", stderr);
        }
        if (options.flag("import_time") > 0) {
            interp.setPart(ImportTimes.class, new ImportTimes(options.flag("import_time")));
        }
        ImportlibBootstrap.install(ts, library);
        return interp;
    }
}
