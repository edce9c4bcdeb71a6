package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyDescriptor;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import java.util.concurrent.atomic.AtomicInteger;

/** A Python function: code, globals, closure, defaults. */
public final class PyFunction extends PyDescriptor {
    private static final AtomicInteger LIBRARY_CHANGES = new AtomicInteger();
    public static final PyType TYPE =
            PyType.builtinFinal("function", "builtins", null, new FunctionMethodsTable()).withDict().withWeakref();

    public CodeState state;
    final Cell[] closure;
    private PyTuple defaults;
    private PyDict kwDefaults;
    /** {@link #kwDefaults} in the order of the parameters; null if not looked up yet, or if others hold the dict. */
    private volatile Object[] keywordValues;
    private volatile boolean kwDefaultsShown;
    public Object name;
    public Object qualname;
    public Object doc;
    public Object module;
    /** {@code __annotate__}, or null; {@code __annotations__} once computed, or null. */
    public Object annotate;
    public Object annotations;
    public PyTuple typeParams;
    /** A call only binds arguments to parameters one by one, and runs; or makes a generator. */
    private boolean simple;
    private boolean simplySuspends;
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
        simplySuspends = code.simpleParameters && code.generatorLike;
        argCount = code.argCount;
        keywordValues = null;
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

    /** The value of a variable that the code has from around it, or null. */
    public Object freeVariable(final String variable) {
        final String[] names = state.code.ir().freeVars;
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(variable)) {
                return closure[i].value;
            }
        }
        return null;
    }

    public PyTuple defaults() {
        return defaults;
    }

    /** The dict of {@code __kwdefaults__}, or null. Who has it may change it, so that it is asked at each call from now on. */
    public PyDict kwDefaults() {
        kwDefaultsShown = true;
        keywordValues = null;
        return kwDefaults;
    }

    /** The defaults of the keyword-only parameters in their order, null for one that has none. */
    public Object[] keywordDefaults(final Code code) {
        final Object[] known = keywordValues;
        return known != null ? known : lookUpKeywordDefaults(code);
    }

    private Object[] lookUpKeywordDefaults(final Code code) {
        final Object[] values = new Object[code.kwOnlyArgCount];
        if (kwDefaults != null) {
            for (int i = 0; i < values.length; i++) {
                values[i] = kwDefaults.getStr(code.varNames[code.argCount + i]);
            }
        }
        if (code == state.code.ir()) {
            keywordValues = values;
            if (kwDefaultsShown) {
                keywordValues = null;
            }
        }
        return values;
    }

    public void setDefaults(final PyTuple newDefaults) {
        defaults = newDefaults;
    }

    public void setKwDefaults(final PyDict newDefaults) {
        kwDefaults = newDefaults;
        kwDefaultsShown = true;
        keywordValues = null;
    }

    /** How often a function of the library was given another code; who relies on such a function asks. */
    public static int libraryChanges() {
        return LIBRARY_CHANGES.get();
    }

    /** {@code __code__} assignment. */
    public void setCode(final PyCode code) {
        if (state.code.isOfLibrary()) {
            LIBRARY_CHANGES.incrementAndGet();
        }
        state = CodeState.of(code, state.globals, state.builtins);
        codeChanged();
    }

    /** Whether a call with so many arguments only puts them into the frame of a coroutine. */
    boolean makesCoroutineOf(final int arguments) {
        return simplySuspends && argCount == arguments && state.code.ir().is(Code.CO_COROUTINE);
    }

    /** The frame of a call of a coroutine function, which is not run yet; null if it is none. */
    Frame coroutineFrame(final ThreadState ts, final Object[] args) {
        if (!state.code.ir().is(Code.CO_COROUTINE)) {
            return null;
        }
        final Frame f = new Frame(state, this, null);
        if (isBound(args, null)) {
            System.arraycopy(args, 0, f.regs, 0, args.length);
        } else {
            Parameters.bind(ts, this, f.regs, args, null);
        }
        return f;
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
        if (simplySuspends && argCount == 0) {
            return PyGenerator.make(ts, new Frame(state, this, null));
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
        if (simplySuspends && argCount == 1) {
            final Frame f = new Frame(state, this, null);
            f.regs[0] = a;
            return PyGenerator.make(ts, f);
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
        if (simplySuspends && argCount == 2) {
            final Frame f = new Frame(state, this, null);
            f.regs[0] = a;
            f.regs[1] = b;
            return PyGenerator.make(ts, f);
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
        final CodeState s = state;
        final CompiledCode c = s.compiled;
        if (c != null && !s.code.generatorLike) {
            return c.callBound(ts, this, isBound(args, kwNames) ? args : bound(ts, s, args, kwNames));
        }
        final Frame f = new Frame(s, this, null);
        if (isBound(args, kwNames)) {
            System.arraycopy(args, 0, f.regs, 0, args.length);
        } else {
            Parameters.bind(ts, this, f.regs, args, kwNames);
        }
        return s.code.generatorLike ? PyGenerator.make(ts, f) : Interpreter.enter(ts, f);
    }

    /** Whether the arguments are the parameters' values as they are. */
    private boolean isBound(final Object[] args, final String[] kwNames) {
        return kwNames == null && args.length == argCount && (simple || simplySuspends);
    }

    private Object[] bound(final ThreadState ts, final CodeState s, final Object[] args, final String[] kwNames) {
        final Object[] parameters = new Object[s.code.ir().parameterCount()];
        Parameters.bind(ts, this, parameters, args, kwNames);
        return parameters;
    }

    @Override
    public String toString() {
        return "function " + qualname;
    }
}
