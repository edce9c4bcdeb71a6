package dev.adder.runtime.modules;

import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyModule;

/**
 * A module written in Java. One instance belongs to one interpreter and is the receiver of the module's functions
 * ({@code @PyFunction} methods), so that what C keeps in static variables is fields here.
 */
public abstract class NativeModule {
    /** The generated table of the module's functions. */
    public abstract BuiltinTable table();

    /** Adds what is not a function: types, constants. Called once, when the module is made. */
    public void init(final ThreadState ts, final PyModule module) {
    }

    /** Where a set of native modules comes from. */
    public interface Provider {
        /** A new instance, or null if there is no such module. */
        NativeModule create(String name, dev.adder.runtime.InterpreterState interp);

        /** Java in the place of functions of a module of the library; null if there is none. */
        default dev.adder.runtime.interp.StandIns standIns(final String module) {
            return null;
        }

        /** All names, sorted. */
        String[] names();
    }
}
