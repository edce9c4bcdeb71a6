package dev.adder.stdlib.hash;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.modules.NativeModule;

/** The module {@code _blake2}. */
@PyModuleSpec("_blake2")
public final class Blake2Module extends NativeModule {

    @PyConstant("_GIL_MINSIZE")
    static final Object GIL_MINSIZE = 2048L;
    @PyConstant("blake2b")
    static final Object BLAKE2B = PyBlake2.BLAKE2B;

    @PyConstant("BLAKE2B_MAX_DIGEST_SIZE")
    static final Object BLAKE2B_MAX_DIGEST_SIZE = 64L;

    @PyConstant("BLAKE2B_MAX_KEY_SIZE")
    static final Object BLAKE2B_MAX_KEY_SIZE = 64L;

    @PyConstant("BLAKE2B_SALT_SIZE")
    static final Object BLAKE2B_SALT_SIZE = 16L;

    @PyConstant("BLAKE2B_PERSON_SIZE")
    static final Object BLAKE2B_PERSON_SIZE = 16L;

    @PyConstant("blake2s")
    static final Object BLAKE2S = PyBlake2.BLAKE2S;

    @PyConstant("BLAKE2S_MAX_DIGEST_SIZE")
    static final Object BLAKE2S_MAX_DIGEST_SIZE = 32L;

    @PyConstant("BLAKE2S_MAX_KEY_SIZE")
    static final Object BLAKE2S_MAX_KEY_SIZE = 32L;

    @PyConstant("BLAKE2S_SALT_SIZE")
    static final Object BLAKE2S_SALT_SIZE = 8L;

    @PyConstant("BLAKE2S_PERSON_SIZE")
    static final Object BLAKE2S_PERSON_SIZE = 8L;

    @Override
    public BuiltinTable table() {
        return new Blake2ModuleTable();
    }
}
