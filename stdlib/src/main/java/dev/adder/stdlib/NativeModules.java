package dev.adder.stdlib;

import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.stdlib.itertools.ItertoolsModule;
import dev.adder.stdlib.process.AtexitModule;
import dev.adder.stdlib.process.FaulthandlerModule;
import dev.adder.stdlib.process.GcModule;
import dev.adder.stdlib.process.SuggestionsModule;
import dev.adder.stdlib.sre.SreModule;
import dev.adder.stdlib.time.TimeModule;

/** The native modules of the standard library, one row each; a class is loaded when its module is imported. */
public final class NativeModules implements NativeModule.Provider {
    /** One name a line, sorted. */
    private static final String[] NAMES = {
        "_sre",
        "_suggestions",
        "atexit",
        "faulthandler",
        "gc",
        "itertools",
        "time",
    };

    @Override
    public NativeModule create(final String name, final InterpreterState interp) {
        return switch (name) {
            case "_sre" -> new SreModule();
            case "_suggestions" -> new SuggestionsModule();
            case "atexit" -> new AtexitModule();
            case "faulthandler" -> new FaulthandlerModule();
            case "gc" -> new GcModule();
            case "itertools" -> new ItertoolsModule();
            case "time" -> new TimeModule();
            default -> null;
        };
    }

    @Override
    public String[] names() {
        return NAMES.clone();
    }
}
