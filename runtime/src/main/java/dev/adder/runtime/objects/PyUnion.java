package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.List;

/** {@code X | Y} of types: typing.Union (CPython's Objects/unionobject.c). */
@PyTypeSpec(name = "Union", module = "typing")
public final class PyUnion extends PySlotted {
    public static final PyType TYPE =
            PyType.builtinFinal("Union", "typing", null, new PyUnionTable()).withoutNew().withWeakref();

    public final PyTuple args;
    private PyTuple parameters;

    PyUnion(final PyTuple args) {
        super(TYPE);
        this.args = args;
    }

    /** {@code a | b}, or NotImplemented if one of them cannot be in a union. */
    public static Object or(final ThreadState ts, final Object a, final Object b) {
        if (!(a instanceof PyUnion || b instanceof PyUnion) && (!unionable(a) || !unionable(b))) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        return of(ts, a, b);
    }

    private static boolean unionable(final Object o) {
        return o == PyNone.NONE || o instanceof PyType || o instanceof PyGenericAlias || o instanceof PyUnion
                || o instanceof PyTypeAlias;
    }

    /** The union of anything: {@code Union[...]}. */
    public static Object of(final ThreadState ts, final Object... members) {
        final List<Object> all = new ArrayList<>();
        for (final Object member : members) {
            add(ts, all, member);
        }
        if (all.isEmpty()) {
            throw Errors.typeError("Cannot take a Union of no types.");
        }
        return all.size() == 1 ? all.getFirst() : new PyUnion(PyTuple.of(all.toArray()));
    }

    private static void add(final ThreadState ts, final List<Object> all, final Object o) {
        if (o instanceof PyUnion u) {
            for (final Object x : u.args.items()) {
                add(ts, all, x);
            }
            return;
        }
        final Object item = o == PyNone.NONE ? PyType.of(o)
                : PyObjects.isText(o) ? Calls.call1(ts, PyTypeVar.typing(ts, "ForwardRef"), o) : o;
        for (final Object known : all) {
            if (known == item || PyObjects.same(ts, known, item)) {
                return;
            }
        }
        all.add(item);
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final ThreadState ts, final PyType cls, final Object item) {
        return of(ts, item instanceof PyTuple t ? t.items() : new Object[] {item});
    }

    private PyTuple params(final ThreadState ts) {
        PyTuple p = parameters;
        if (p == null) {
            p = TypeArguments.parameters(ts, args);
            parameters = p;
        }
        return p;
    }

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(final ThreadState ts, final Object item) {
        final PyTuple substituted = TypeArguments.substitute(ts, this, args, params(ts), item);
        Object result = null;
        for (final Object arg : substituted.items()) {
            result = result == null ? arg : PyNumber.or(ts, result, arg);
        }
        return result;
    }

    @PyMethod("__mro_entries__($self, bases, /)")
    Object mroEntries(final ThreadState ts, final Object bases) {
        throw Errors.typeError("Cannot subclass " + PyObjects.reprJava(ts, this));
    }

    @PyMethod("__instancecheck__($self, instance, /)")
    boolean instanceCheck(final ThreadState ts, final Object instance) {
        for (final Object arg : args.items()) {
            if (PyObjects.isInstance(ts, instance, arg)) {
                return true;
            }
        }
        return false;
    }

    @PyMethod("__subclasscheck__($self, cls, /)")
    boolean subclassCheck(final ThreadState ts, final Object cls) {
        if (!(cls instanceof PyType)) {
            throw Errors.typeError("issubclass() arg 1 must be a class");
        }
        for (final Object arg : args.items()) {
            if (PyObjects.isSubclass(ts, cls, arg)) {
                return true;
            }
        }
        return false;
    }

    @PyMethod("__or__($self, value, /)")
    Object orMethod(final ThreadState ts, final Object other) {
        return or(ts, this, other);
    }

    @PyMethod("__ror__($self, value, /)")
    Object rorMethod(final ThreadState ts, final Object other) {
        return or(ts, other, this);
    }

    @PyMethod("__hash__($self, /)")
    long hash(final ThreadState ts) {
        return PyFrozenSet.of(ts, args).hash(ts);
    }

    @PyMethod("__eq__($self, value, /)")
    Object eq(final ThreadState ts, final Object other) {
        if (!(other instanceof PyUnion u)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        if (args.size() != u.args.size()) {
            return false;
        }
        for (final Object arg : args.items()) {
            if (!u.args.contains(ts, arg)) {
                return false;
            }
        }
        return true;
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        final StrBuilder out = new StrBuilder();
        for (int i = 0; i < args.size(); i++) {
            if (i > 0) {
                out.append(" | ");
            }
            out.append(TypeArguments.repr(ts, args.get(i)));
        }
        return out.build();
    }

    @PyGetter(value = "__args__", member = true)
    Object args() {
        return args;
    }

    @PyGetter("__parameters__")
    Object parameters(final ThreadState ts) {
        return params(ts);
    }

    @PyGetter("__origin__")
    Object origin() {
        return TYPE;
    }

    @PyGetter("__name__")
    Object name() {
        return "Union";
    }

    @PyGetter("__qualname__")
    Object qualname() {
        return "Union";
    }

    @PyGetter("__module__")
    Object module() {
        return "typing";
    }
}
