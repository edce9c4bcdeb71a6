package dev.adder.runtime.interp;

import dev.adder.runtime.Calls;
import dev.adder.runtime.PyDescriptor;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;

/** A Python function: code, globals, closure, defaults. */
public final class PyFunction extends PyDescriptor {
    public static final PyType TYPE =
            PyType.builtinFinal("function", "builtins", null, new FunctionMethodsTable()).withDict().withWeakref();

    public CodeState state;
    final Cell[] closure;
    private PyTuple defaults;
    private PyDict kwDefaults;
    public Object name;
    public Object qualname;
    public Object doc;
    public Object module;
    /** {@code __annotate__}, or null; {@code __annotations__} once computed, or null. */
    public Object annotate;
    public Object annotations;
    public PyTuple typeParams;
    private boolean simple;
    private int argCount;

    public PyFunction(final CodeState state, final Cell[] closure, final PyTuple defaults, final PyDict kwDefaults) {
        super(TYPE);
        this.state = state;
        this.closure = closure;
        this.defaults = defaults;
        this.kwDefaults = kwDefaults;
        this.name = dev.adder.language.text.Str.fromNameKey(state.code.name);
        this.qualname = dev.adder.language.text.Str.fromNameKey(state.code.qualname);
        final Object docstring = state.code.docstring();
        this.doc = docstring == null ? PyNone.NONE : docstring;
        this.module = state.globals.getStr("__name__");
        codeChanged();
    }

    private void codeChanged() {
        final PyCode code = state.code;
        simple = code.simpleParameters && !code.generatorLike;
        argCount = code.argCount;
    }

    public PyCode code() {
        return state.code;
    }

    public PyDict globals() {
        return state.globals;
    }

    public PyDict builtins() {
        return state.builtins;
    }

    public Cell[] closure() {
        return closure;
    }

    public PyTuple defaults() {
        return defaults;
    }

    public PyDict kwDefaults() {
        return kwDefaults;
    }

    public void setDefaults(final PyTuple newDefaults) {
        defaults = newDefaults;
    }

    public void setKwDefaults(final PyDict newDefaults) {
        kwDefaults = newDefaults;
    }

    /** {@code __code__} assignment. */
    public void setCode(final PyCode code) {
        state = CodeState.of(code, state.globals, state.builtins);
        codeChanged();
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        return obj == null ? this : new PyBoundMethod(this, obj);
    }

    @Override
    public Object call0(final ThreadState ts) {
        if (simple && argCount == 0) {
            final CompiledCode c = state.compiled;
            if (c != null) {
                return c.call0(ts, this);
            }
            return Interpreter.enter(ts, new Frame(state, this, null));
        }
        return call(ts, Calls.NO_ARGS, null);
    }

    @Override
    public Object call1(final ThreadState ts, final Object a) {
        if (simple && argCount == 1) {
            final CompiledCode c = state.compiled;
            if (c != null) {
                return c.call1(ts, this, a);
            }
            final Frame f = new Frame(state, this, null);
            f.regs[0] = a;
            return Interpreter.enter(ts, f);
        }
        return call(ts, new Object[] {a}, null);
    }

    @Override
    public Object call2(final ThreadState ts, final Object a, final Object b) {
        if (simple && argCount == 2) {
            final CompiledCode c = state.compiled;
            if (c != null) {
                return c.call2(ts, this, a, b);
            }
            final Frame f = new Frame(state, this, null);
            f.regs[0] = a;
            f.regs[1] = b;
            return Interpreter.enter(ts, f);
        }
        return call(ts, new Object[] {a, b}, null);
    }

    @Override
    public Object call3(final ThreadState ts, final Object a, final Object b, final Object c) {
        if (simple && argCount == 3) {
            final CompiledCode cc = state.compiled;
            if (cc != null) {
                return cc.call3(ts, this, a, b, c);
            }
            final Frame f = new Frame(state, this, null);
            f.regs[0] = a;
            f.regs[1] = b;
            f.regs[2] = c;
            return Interpreter.enter(ts, f);
        }
        return call(ts, new Object[] {a, b, c}, null);
    }

    @Override
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        final Frame f = new Frame(state, this, null);
        if (simple && kwNames == null && args.length == argCount) {
            System.arraycopy(args, 0, f.regs, 0, args.length);
        } else {
            Parameters.bind(ts, this, f.regs, args, kwNames);
        }
        if (state.code.generatorLike) {
            return PyGenerator.make(ts, f);
        }
        final CompiledCode c = state.compiled;
        if (c != null) {
            return c.callBound(ts, this, f.regs);
        }
        return Interpreter.enter(ts, f);
    }

    @Override
    public String toString() {
        return "function " + qualname;
    }
}
