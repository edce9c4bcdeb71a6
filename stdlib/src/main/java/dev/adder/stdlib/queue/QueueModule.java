package dev.adder.stdlib.queue;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyModule;

/** The module {@code _queue}. */
@PyModuleSpec("_queue")
public final class QueueModule extends NativeModule {
    static final PyType EMPTY = PyType.builtin("Empty", "_queue", ExceptionTypes.EXCEPTION, null).sameLayout();
    @PyConstant("Empty")
    static final Object EMPTY_CLASS = EMPTY;

    @Override
    public BuiltinTable table() {
        return new QueueModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("SimpleQueue", PySimpleQueue.TYPE);
    }
}
