package dev.adder.stdlib.compiler;

import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyModule;

/** The module {@code _tokenize}. */
@PyModuleSpec("_tokenize")
public final class TokenizeModule extends NativeModule {
    @Override
    public BuiltinTable table() {
        return new TokenizeModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("TokenizerIter", TokenizerIter.TYPE);
    }
}
