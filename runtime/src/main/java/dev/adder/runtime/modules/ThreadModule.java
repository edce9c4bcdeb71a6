package dev.adder.runtime.modules;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyModule;

/** The module {@code _thread}. */
@PyModuleSpec("_thread")
final class ThreadModule extends NativeModule {
    private final InterpreterState interp;

    ThreadModule(final InterpreterState interp) {
        this.interp = interp;
    }

    @Override
    public BuiltinTable table() {
        return new ThreadModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("error", ExceptionTypes.RUNTIME_ERROR);
        module.dict().putStr("lock", PyLock.TYPE);
        module.dict().putStr("LockType", PyLock.TYPE);
        module.dict().putStr("RLock", PyRLock.TYPE);
        module.dict().putStr("TIMEOUT_MAX", 9223372036.0);
    }

    @PyFunction("allocate_lock()")
    Object allocateLock() {
        return new PyLock(PyLock.TYPE);
    }

    @PyFunction("get_ident()")
    long getIdent(final ThreadState ts) {
        return ts.ident();
    }

    @PyFunction("_get_main_thread_ident()")
    long getMainThreadIdent() {
        return interp.mainThread().ident();
    }

    @PyFunction("_is_main_interpreter()")
    boolean isMainInterpreter() {
        return true;
    }
}
