package dev.adder.runtime.modules;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.objects.PyModule;

/** The module {@code marshal}: code objects in the IR's own binary form. Other values are not supported yet. */
@PyModuleSpec("marshal")
final class MarshalModule extends NativeModule {
    /** First four bytes of a cache file as a little-endian number: "ADR" and the version of the IR. */
    static final long MAGIC_TOKEN = 0x0a0d0000L | 3700;
    private static final long VERSION = 5;

    @Override
    public BuiltinTable table() {
        return new MarshalModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("version", VERSION);
    }

    @PyFunction("dumps(value, version=5, /, *, allow_code=True)")
    Object dumps(final Object value, final int version, final boolean allowCode) {
        throw Errors.notImplemented("marshal.dumps of " + PyType.of(value).name() + " is not implemented yet"
                + (value instanceof PyCode ? " (code)" : ""));
    }

    @PyFunction("loads(bytes, /, *, allow_code=True)")
    Object loads(final Object bytes, final boolean allowCode) {
        throw Errors.notImplemented("marshal.loads is not implemented yet");
    }
}
