package dev.adder.stdlib.hash;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;

/** The module {@code _sha1}. */
@PyModuleSpec("_sha1")
public final class Sha1Module extends NativeModule {

    @PyConstant("_GIL_MINSIZE")
    static final Object GIL_MINSIZE = 2048L;

    @PyConstant("SHA1Type")
    static final Object SHA1_TYPE = PyHash.Algorithm.SHA1.type;

    @Override
    public BuiltinTable table() {
        return new Sha1ModuleTable();
    }

    @PyFunction("sha1($module, /, data=<unrepresentable>, *, usedforsecurity=True, string=<unrepresentable>)")
    static Object sha1(ThreadState ts, Object data, boolean usedForSecurity, Object string) {
        return PyHash.make(ts, PyHash.Algorithm.SHA1, data, string);
    }
}
