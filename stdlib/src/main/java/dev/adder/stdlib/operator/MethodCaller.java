package dev.adder.stdlib.operator;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.Imports;

/** {@code operator.methodcaller}. */
@PyTypeSpec(name = "methodcaller", module = "operator")
final class MethodCaller extends PyObject {
    static final PyType TYPE = PyType.builtinFinal("methodcaller", "operator", null, new MethodCallerTable());

    private final Object name;
    private final String key;
    private final Object[] args;
    private final String[] kwNames;

    MethodCaller(final Object name, final Object[] args, final String[] kwNames) {
        super(TYPE);
        this.name = name;
        this.key = Str.nameKey(PyObjects.textOf(name));
        this.args = args;
        this.kwNames = kwNames;
    }

    @PyNew(value = "(name, /, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        if (ArgumentParser.positional(args, kwNames) < 1) {
            throw Errors.typeError("methodcaller needs at least one argument, the method name");
        }
        if (!PyObjects.isText(args[0])) {
            throw Errors.typeError("method name must be a string");
        }
        return new MethodCaller(args[0], ArgumentParser.rest(args, args.length, 1), kwNames);
    }

    @Override
    public Object call1(final ThreadState ts, final Object object) {
        return args.length == 0 ? Calls.method0(ts, object, key) : Calls.method(ts, object, key, args, kwNames);
    }

    @Override
    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    public Object call(final ThreadState ts, final Object[] given, final String[] names) {
        ArgumentParser.noKeywords("methodcaller", names);
        ArgumentParser.checkCount("methodcaller", given.length, 1, 1);
        return call1(ts, given[0]);
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        final int positional = ArgumentParser.positional(args, kwNames);
        final StrBuilder out = ItemGetter.repr(ts, "operator.methodcaller",
                Calls.prepend(name, ArgumentParser.rest(args, positional, 0)));
        for (int i = positional; i < args.length; i++) {
            out.append(", ").append(kwNames[i - positional]).append("=").append(PyObjects.repr(ts, args[i]));
        }
        return out.append(")").build();
    }

    /** How an instance is called. */
    @PyGetter("__text_signature__")
    Object textSignature() {
        return "(obj, /)";
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final int positional = ArgumentParser.positional(args, kwNames);
        final Object[] plain = ArgumentParser.rest(args, positional, 0);
        if (positional == args.length) {
            return PyTuple.of(TYPE, PyTuple.of(Calls.prepend(name, plain)));
        }
        final Object[] keywords = ArgumentParser.rest(args, args.length, positional);
        final Object partial = Calls.call(ts, Imports.attribute(ts, "functools", "partial"),
                Calls.prepend(TYPE, Calls.prepend(name, keywords)), kwNames);
        return PyTuple.of(partial, PyTuple.of(plain));
    }
}
