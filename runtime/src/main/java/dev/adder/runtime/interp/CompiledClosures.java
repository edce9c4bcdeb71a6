package dev.adder.runtime.interp;

import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PySuper;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;

/** Closures and calls with arguments by name as compiled code carries them out, with values in place of registers. */
public final class CompiledClosures {
    private CompiledClosures() {
    }

    /** What a {@code **} parameter gets. */
    public static Object keywords(final Object[] values, final String[] names) {
        final PyDict map = new PyDict();
        for (int i = 0; i < values.length; i++) {
            map.putStr(names[i], values[i]);
        }
        return map;
    }

    public static Object cell(final Object content) {
        return new Cell(content);
    }

    /** @param annotate null where there is none; so are defaults */
    public static Object function(final CodeState state, final Object code, final Object defaults,
            final Object kwDefaults, final Object annotate, final Object[] cells) {
        Cell[] closure = null;
        if (cells.length > 0) {
            closure = new Cell[cells.length];
            System.arraycopy(cells, 0, closure, 0, cells.length);
        }
        final PyFunction f = new PyFunction(CodeState.of((PyCode) code, state.globals, state.builtins), closure,
                (PyTuple) defaults, (PyDict) kwDefaults);
        if (annotate != null) {
            f.annotate = annotate;
        }
        return f;
    }

    public static Object callLoaded(final ThreadState ts, final Object m, final Object self, final Object[] args,
            final String[] names) {
        final Object result = self == null ? Calls.call(ts, m, args, names)
                : Special.invoke(ts, m, self, PyType.of(self), args, names);
        return result == null ? BuiltinFunction.nullResult("__next__") : result;
    }

    public static Object callMethod(final ThreadState ts, final Object o, final CodeState state, final int name,
            final int ic, final Object[] args, final String[] names) {
        return InlineCaches.callMethod(ts, o, state, name, ic, args, names);
    }

    /** {@code super().name}, or {@code super(type, self).name} where {@code arguments} is not 0. */
    public static Object superAttribute(final ThreadState ts, final Object superObject, final Object type,
            final Object self, final CodeState state, final int name, final int arguments) {
        final String key = state.code.ir().names[name];
        return superObject == PySuper.TYPE ? PySuper.lookup(ts, type, self, key)
                : PyObjects.getAttr(ts, arguments == 0 ? Calls.call0(ts, superObject)
                        : Calls.call2(ts, superObject, type, self), key);
    }
}
