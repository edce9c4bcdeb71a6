package dev.adder.stdlib.hash;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.modules.NativeModule;

/** The module {@code _sha3}. */
@PyModuleSpec("_sha3")
public final class Sha3Module extends NativeModule {

    @PyConstant("_GIL_MINSIZE")
    static final Object GIL_MINSIZE = 2048L;
    @PyConstant("implementation")
    static final Object IMPLEMENTATION = "HACL";

    @PyConstant("sha3_224")
    static final Object SHA3_224 = PySha3.SHA3_224;

    @PyConstant("sha3_256")
    static final Object SHA3_256 = PySha3.SHA3_256;

    @PyConstant("sha3_384")
    static final Object SHA3_384 = PySha3.SHA3_384;

    @PyConstant("sha3_512")
    static final Object SHA3_512 = PySha3.SHA3_512;

    @PyConstant("shake_128")
    static final Object SHAKE_128 = PyShake.SHAKE_128;

    @PyConstant("shake_256")
    static final Object SHAKE_256 = PyShake.SHAKE_256;

    @Override
    public BuiltinTable table() {
        return new Sha3ModuleTable();
    }
}
