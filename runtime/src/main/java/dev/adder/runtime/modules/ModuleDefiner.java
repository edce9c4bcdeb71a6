package dev.adder.runtime.modules;

import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.BuiltinSink;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyModule;

/** Fills the namespace of a native module. */
final class ModuleDefiner implements BuiltinSink {
    private final PyModule module;
    private final BuiltinTable table;
    private final Object state;
    private final String name;

    private ModuleDefiner(final PyModule module, final BuiltinTable table, final Object state, final String name) {
        this.module = module;
        this.table = table;
        this.state = state;
        this.name = name;
    }

    /** Defines the functions, then lets the module add the rest. */
    static void define(final ThreadState ts, final PyModule module, final NativeModule state, final String name) {
        module.state = state;
        functions(module, state.table(), state, name);
        state.init(ts, module);
    }

    static void functions(final PyModule module, final BuiltinTable table, final Object state, final String name) {
        table.define(new ModuleDefiner(module, table, state, name));
    }

    @Override
    public void function(final int id, final String functionName, final String textSignature) {
        module.dict().putStr(functionName.intern(),
                new BuiltinFunction(table, id, functionName, textSignature, state, name, null));
    }

    @Override
    public void constant(final String constantName, final Object value) {
        module.dict().putStr(constantName.intern(), value);
    }

    private static IllegalStateException notInModule(final String what) {
        return new IllegalStateException("not possible in a module: " + what);
    }

    @Override
    public void method(final int id, final String methodName, final String textSignature, final int flags) {
        throw notInModule(methodName);
    }

    @Override
    public void classMethod(final int id, final String methodName, final String textSignature, final int flags) {
        throw notInModule(methodName);
    }

    @Override
    public void staticMethod(final int id, final String methodName, final String textSignature, final int flags) {
        throw notInModule(methodName);
    }

    @Override
    public void newMethod(final int id, final String textSignature) {
        throw notInModule("__new__");
    }

    @Override
    public void getSet(final String attribute, final int getId, final int setId, final int deleteId) {
        throw notInModule(attribute);
    }

    @Override
    public void member(final String attribute, final int getId, final int setId, final int deleteId) {
        throw notInModule(attribute);
    }
}
