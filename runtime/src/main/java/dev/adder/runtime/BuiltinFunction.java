package dev.adder.runtime;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;

/**
 * A built-in function or bound built-in method: CPython's {@code builtin_function_or_method} and
 * {@code method-wrapper}.
 */
@PyTypeSpec(name = "builtin_function_or_method")
public final class BuiltinFunction extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("builtin_function_or_method", "builtins", null, new BuiltinFunctionTable())
                    .withoutNew().withWeakref();
    public static final PyType WRAPPER_TYPE =
            PyType.builtinFinal("method-wrapper", "builtins", null, new BuiltinFunctionTable()).withoutNew();

    private final BuiltinTable table;
    private final int id;
    public final String name;
    public final String textSignature;
    /** What the table gets as receiver: an object, a class, or a module's state. */
    public final Object self;
    /** Name of the module for a module function, else null. */
    public final String module;
    /** The descriptor it was bound from, null for module functions and {@code __new__}. */
    public final BuiltinDescriptor descriptor;

    public BuiltinFunction(final BuiltinTable table, final int id, final String name, final String textSignature,
            final Object self, final String module, final BuiltinDescriptor descriptor) {
        super(descriptor != null && descriptor.isWrapper() ? WRAPPER_TYPE : TYPE);
        this.table = table;
        this.id = id;
        this.name = name;
        this.textSignature = textSignature;
        this.self = self;
        this.module = module;
        this.descriptor = descriptor;
    }

    public BuiltinTable table() {
        return table;
    }

    public int id() {
        return id;
    }

    /** What a Java null result means at a Python-level call: {@code __next__} is exhausted. */
    public static Object nullResult(final String name) {
        if (name.equals("__next__")) {
            throw Errors.stopIteration();
        }
        throw new IllegalStateException("null result of " + name);
    }

    private Object result(final Object r) {
        return r == null ? nullResult(name) : r;
    }

    @Override
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        return result(table.call(id, ts, self, args, kwNames));
    }

    @Override
    public Object call0(final ThreadState ts) {
        return result(table.call0(id, ts, self));
    }

    @Override
    public Object call1(final ThreadState ts, final Object a) {
        return result(table.call1(id, ts, self, a));
    }

    @Override
    public Object call2(final ThreadState ts, final Object a, final Object b) {
        return result(table.call2(id, ts, self, a, b));
    }

    @Override
    public Object call3(final ThreadState ts, final Object a, final Object b, final Object c) {
        return result(table.call3(id, ts, self, a, b, c));
    }

    @PyGetter("__name__")
    static Object getName(final PyObject f) {
        return f instanceof BuiltinFunction b ? b.name : "__new__";
    }

    @PyGetter("__qualname__")
    static Object getQualname(final PyObject f) {
        if (f instanceof BuiltinNew n) {
            return dev.adder.language.text.Str.concat(n.owner.qualname(), ".__new__");
        }
        final BuiltinFunction b = (BuiltinFunction) f;
        if (b.module != null) {
            return b.name;
        }
        final PyType owner = b.descriptor != null ? b.descriptor.owner : b.self instanceof PyType t ? t
                : PyType.of(b.self);
        return dev.adder.language.text.Str.concat(owner.qualname(), ".".concat(b.name));
    }

    @PyGetter("__self__")
    static Object getSelf(final ThreadState ts, final PyObject f) {
        if (f instanceof BuiltinNew n) {
            return n.owner;
        }
        final BuiltinFunction b = (BuiltinFunction) f;
        if (b.module != null) {
            final Object m = ts.interp.modules.getStr(b.module);
            return m == null ? PyNone.NONE : m;
        }
        return b.self;
    }

    @PyGetter("__module__")
    static Object getModule(final PyObject f) {
        return f instanceof BuiltinFunction b && b.module != null ? b.module : PyNone.NONE;
    }

    @PyGetter("__objclass__")
    static Object getObjclass(final PyObject f) {
        if (f instanceof BuiltinFunction b && b.descriptor != null) {
            return b.descriptor.owner;
        }
        throw f.missingAttribute("__objclass__");
    }

    @PyGetter("__doc__")
    static Object getDoc(final PyObject f) {
        if (f instanceof BuiltinFunction b) {
            return b.module != null ? Docstrings.ofFunction(b.module, b.name)
                    : Docstrings.ofMethod(b.self instanceof PyType t ? t : PyType.of(b.self), b.name);
        }
        return "Create and return a new object.  See help(type) for accurate signature.";
    }

    @PyGetter("__text_signature__")
    static Object getTextSignature(final PyObject f) {
        final String s = f instanceof BuiltinFunction b ? b.textSignature : "($type, *args, **kwargs)";
        return s == null ? PyNone.NONE : s;
    }

    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    static Object callMethod(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        return ((PyObject) self).call(ts, args, kwNames);
    }

    private static boolean sameMethod(final PyObject a, final Object b) {
        return a == b || a instanceof BuiltinFunction f && b instanceof BuiltinFunction g && f.table == g.table
                && f.id == g.id && dev.adder.runtime.ops.PyObjects.is(f.self, g.self);
    }

    @PyMethod("__eq__($self, value, /)")
    static Object eq(final PyObject self, final Object value) {
        return value instanceof PyObject p && p.type() == self.type() ? (Object) sameMethod(self, value)
                : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__ne__($self, value, /)")
    static Object ne(final PyObject self, final Object value) {
        return value instanceof PyObject p && p.type() == self.type() ? (Object) !sameMethod(self, value)
                : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__hash__($self, /)")
    static long hash(final PyObject self) {
        return self instanceof BuiltinFunction f
                ? f.table.getClass().hashCode() * 31L + f.id + dev.adder.runtime.ops.PyObjects.identityHash(f.self)
                : dev.adder.runtime.ops.PyObjects.identityHash(self);
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final PyObject self) {
        if (!(self instanceof BuiltinFunction f)) {
            final PyType owner = ((BuiltinNew) self).owner;
            return "<built-in method __new__ of type object at 0x" + Long.toHexString(Ids.of(owner)) + ">";
        }
        if (f.module != null) {
            return "<built-in function " + f.name + ">";
        }
        final String at = " of " + PyType.of(f.self).name() + " object at 0x" + Long.toHexString(Ids.of(f.self)) + ">";
        return f.type() == WRAPPER_TYPE ? "<method-wrapper '" + f.name + "'" + at : "<built-in method " + f.name + at;
    }

    @PyMethod("__reduce__($self, /)")
    static Object reduce(final ThreadState ts, final PyObject self) {
        if (self instanceof BuiltinFunction f && f.module != null) {
            return f.name;
        }
        return dev.adder.runtime.objects.PyTuple.of(ts.interp.builtins().getStr("getattr"),
                dev.adder.runtime.objects.PyTuple.of(getSelf(ts, self), getName(self)));
    }
}
