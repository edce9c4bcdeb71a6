package dev.adder.stdlib.asyncio;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.PyBaseException;

/** What the loop calls for a task's next step. */
@PyTypeSpec(name = "TaskStepMethWrapper", module = "_asyncio")
final class TaskStep extends PyObject {
    private static final PyType TYPE =
            PyType.builtinFinal("TaskStepMethWrapper", "_asyncio", null, new TaskStepTable()).withoutNew();

    private final PyTask task;
    /** What to throw into the coroutine; null to send None. */
    private final PyBaseException thrown;

    TaskStep(final PyTask task, final PyBaseException thrown) {
        super(TYPE);
        this.task = task;
        this.thrown = thrown;
    }

    @Override
    public Object call0(final ThreadState ts) {
        task.step(ts, thrown);
        return PyNone.NONE;
    }

    @Override
    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        if (kwNames != null && kwNames.length > 0) {
            throw Errors.typeError("function takes no keyword arguments");
        }
        if (args.length > 0) {
            throw Errors.typeError("function takes no positional arguments");
        }
        return call0(ts);
    }

    @PyGetter("__self__")
    Object getSelf() {
        return task;
    }
}
