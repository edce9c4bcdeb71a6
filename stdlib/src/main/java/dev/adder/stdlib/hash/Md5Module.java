package dev.adder.stdlib.hash;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;

/** The module {@code _md5}. */
@PyModuleSpec("_md5")
public final class Md5Module extends NativeModule {

    @PyConstant("_GIL_MINSIZE")
    static final Object GIL_MINSIZE = 2048L;

    @PyConstant("MD5Type")
    static final Object MD5_TYPE = PyHash.Algorithm.MD5.type;

    @Override
    public BuiltinTable table() {
        return new Md5ModuleTable();
    }

    @PyFunction("md5($module, /, data=<unrepresentable>, *, usedforsecurity=True, string=<unrepresentable>)")
    static Object md5(ThreadState ts, Object data, boolean usedForSecurity, Object string) {
        return PyHash.make(ts, PyHash.Algorithm.MD5, data, string);
    }
}
