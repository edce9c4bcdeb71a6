package dev.adder.stdlib.asyncio;

import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.BuiltinSink;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;

/**
 * The done callback that wakes a task: a built-in function {@code task_wakeup} of the task, which its type does not
 * show. So its table is written here.
 */
final class TaskWakeup extends BuiltinTable {
    private static final TaskWakeup TABLE = new TaskWakeup();

    private TaskWakeup() {
    }

    static BuiltinFunction of(final PyTask task) {
        return new BuiltinFunction(TABLE, 0, "task_wakeup", null, task, null, null);
    }

    @Override
    public Object call1(final int id, final ThreadState ts, final Object self, final Object future) {
        ((PyTask) self).wakeup(ts, future);
        return PyNone.NONE;
    }

    @Override
    public Object call0(final int id, final ThreadState ts, final Object self) {
        throw wrongCount(0);
    }

    @Override
    public Object call2(final int id, final ThreadState ts, final Object self, final Object a, final Object b) {
        throw wrongCount(2);
    }

    @Override
    public Object call3(final int id, final ThreadState ts, final Object self, final Object a, final Object b,
            final Object c) {
        throw wrongCount(3);
    }

    @Override
    public Object call(final int id, final ThreadState ts, final Object self, final Object[] args,
            final String[] kwNames) {
        if (kwNames != null && kwNames.length > 0) {
            throw Errors.typeError("Task.task_wakeup() takes no keyword arguments");
        }
        if (args.length != 1) {
            throw wrongCount(args.length);
        }
        return call1(id, ts, self, args[0]);
    }

    private static RuntimeException wrongCount(final int given) {
        return Errors.typeError("Task.task_wakeup() takes exactly one argument (" + given + " given)");
    }

    @Override
    public void define(final BuiltinSink sink) {
    }
}
