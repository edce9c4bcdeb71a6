package dev.adder.runtime.modules;

import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyTuple;

/**
 * {@code sys.version}, and what the library's {@code platform} makes of it. That module knows the implementations of its
 * day by their version texts and takes all others for CPython, but looks into a cache first.
 */
final class PlatformNames implements LibraryHooks.Hook {
    private static final String BUILD = "Adder";
    private static final String COMPILER = "Java " + Runtime.version().feature();

    /** In the form that {@code platform} and setuptools parse. */
    static final String VERSION = "3.14.3 (" + BUILD + ") [" + COMPILER + "]";

    /** Fills the cache of {@code platform._sys_version}. */
    @Override
    public void loaded(final ThreadState ts, final PyModule platform) {
        if (platform.dict().getStr("_sys_version_cache") instanceof PyDict cache) {
            cache.putStr(VERSION, PyTuple.of("Adder", "3.14.3", "", "", BUILD, "", COMPILER));
        }
    }
}
