package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** An evaluate function (PEP 649) whose result is known: {@code _ConstEvaluator}. */
@PyTypeSpec(name = "_ConstEvaluator", module = "_typing")
final class ConstEvaluator extends PyObject {
    static final PyType TYPE =
            PyType.builtinFinal("_ConstEvaluator", "_typing", null, new ConstEvaluatorTable()).withoutNew();
    /** {@code annotationlib.Format.STRING}. */
    private static final int STRING = 4;
    private static final String[] NAMES = {"format"};

    private final Object value;

    ConstEvaluator(final Object value) {
        super(TYPE);
        this.value = value;
    }

    @Override
    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        final Object[] values =
                ArgumentParser.unpack("_ConstEvaluator.__call__", NAMES, 0, 0, 1, 0, false, false, args, kwNames);
        final int format = values[0] == null ? 1 : PyNumber.asInt(ts, values[0]);
        if (format != STRING) {
            return value;
        }
        if (!(value instanceof PyTuple t)) {
            return TypeArguments.repr(ts, value);
        }
        final StrBuilder out = new StrBuilder().append("(");
        for (int i = 0; i < t.size(); i++) {
            out.append(i > 0 ? ", " : "").append(TypeArguments.repr(ts, t.get(i)));
        }
        return out.append(")").build();
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        return new StrBuilder().append("<constevaluator ").append(PyObjects.repr(ts, value)).append(">").build();
    }
}
