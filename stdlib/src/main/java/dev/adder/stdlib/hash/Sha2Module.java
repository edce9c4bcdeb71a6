package dev.adder.stdlib.hash;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;

/** The module {@code _sha2}. */
@PyModuleSpec("_sha2")
public final class Sha2Module extends NativeModule {

    @PyConstant("_GIL_MINSIZE")
    static final Object GIL_MINSIZE = 2048L;

    @PyConstant("SHA224Type")
    static final Object SHA224_TYPE = PyHash.Algorithm.SHA224.type;

    @Override
    public BuiltinTable table() {
        return new Sha2ModuleTable();
    }

    @PyFunction("sha224($module, /, data=<unrepresentable>, *, usedforsecurity=True, string=<unrepresentable>)")
    static Object sha224(ThreadState ts, Object data, boolean usedForSecurity, Object string) {
        return PyHash.make(ts, PyHash.Algorithm.SHA224, data, string);
    }

    @PyConstant("SHA256Type")
    static final Object SHA256_TYPE = PyHash.Algorithm.SHA256.type;

    @PyFunction("sha256($module, /, data=<unrepresentable>, *, usedforsecurity=True, string=<unrepresentable>)")
    static Object sha256(ThreadState ts, Object data, boolean usedForSecurity, Object string) {
        return PyHash.make(ts, PyHash.Algorithm.SHA256, data, string);
    }

    @PyConstant("SHA384Type")
    static final Object SHA384_TYPE = PyHash.Algorithm.SHA384.type;

    @PyFunction("sha384($module, /, data=<unrepresentable>, *, usedforsecurity=True, string=<unrepresentable>)")
    static Object sha384(ThreadState ts, Object data, boolean usedForSecurity, Object string) {
        return PyHash.make(ts, PyHash.Algorithm.SHA384, data, string);
    }

    @PyConstant("SHA512Type")
    static final Object SHA512_TYPE = PyHash.Algorithm.SHA512.type;

    @PyFunction("sha512($module, /, data=<unrepresentable>, *, usedforsecurity=True, string=<unrepresentable>)")
    static Object sha512(ThreadState ts, Object data, boolean usedForSecurity, Object string) {
        return PyHash.make(ts, PyHash.Algorithm.SHA512, data, string);
    }
}
