package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyObjects;
import java.util.Set;

/** {@code list[int]}: types.GenericAlias. Most attributes are those of the origin. */
@PyTypeSpec(name = "GenericAlias", module = "types")
public final class PyGenericAlias extends PySlotted {
    public static final PyType TYPE =
            PyType.builtin("GenericAlias", "types", null, new PyGenericAliasTable()).withWeakref();
    /** Attributes that are not the origin's. */
    private static final Set<String> OWN = Set.of("__class__", "__origin__", "__args__", "__unpacked__",
            "__parameters__", "__typing_unpacked_tuple_args__", "__mro_entries__", "__reduce_ex__", "__reduce__",
            "__bases__", "__copy__", "__deepcopy__");

    public final Object origin;
    public final PyTuple args;
    private final boolean starred;
    private PyTuple parameters;

    PyGenericAlias(final PyType type, final Object origin, final PyTuple args, final boolean starred) {
        super(type);
        this.origin = origin;
        this.args = args;
        this.starred = starred;
    }

    /** {@code origin[item]}. */
    public static PyGenericAlias of(final Object origin, final Object item) {
        return new PyGenericAlias(TYPE, origin, item instanceof PyTuple t ? t : PyTuple.of(item), false);
    }

    @PyNew(value = "($type, *args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        ArgumentParser.noKeywords("GenericAlias", kwNames);
        ArgumentParser.checkCount("GenericAlias", args.length, 2, 2);
        return new PyGenericAlias(cls, args[0], args[1] instanceof PyTuple t ? t : PyTuple.of(args[1]), false);
    }

    @Override
    public boolean overridesGetAttribute() {
        return true;
    }

    @Override
    public Object getAttribute(final ThreadState ts, final String name) {
        return OWN.contains(name) ? Attributes.genericGet(ts, this, name) : PyObjects.getAttr(ts, origin, name);
    }

    @Override
    public PyRaise missingAttribute(final String name) {
        return Errors.attributeError("'types.GenericAlias' object has no attribute '" + name + "'", this, name);
    }

    @Override
    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    public Object call(final ThreadState ts, final Object[] given, final String[] kwNames) {
        return marked(ts, Calls.call(ts, origin, given, kwNames));
    }

    private Object marked(final ThreadState ts, final Object made) {
        try {
            PyObjects.setAttr(ts, made, "__orig_class__", this);
        } catch (final PyRaise e) {
            if (!Errors.matches(e, ExceptionTypes.ATTRIBUTE_ERROR) && !Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
                throw e;
            }
        }
        return made;
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
        return new PyGenericAlias(TYPE, origin, TypeArguments.substitute(ts, this, args, params(ts), item), starred);
    }

    @PyMethod("__mro_entries__($self, bases, /)")
    Object mroEntries(final Object bases) {
        return PyTuple.of(origin);
    }

    @PyMethod("__instancecheck__($self, instance, /)")
    Object instanceCheck(final Object instance) {
        throw Errors.typeError("isinstance() argument 2 cannot be a parameterized generic");
    }

    @PyMethod("__subclasscheck__($self, cls, /)")
    Object subclassCheck(final Object cls) {
        throw Errors.typeError("issubclass() argument 2 cannot be a parameterized generic");
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        if (starred) {
            final Object iterator = new Once(new PyGenericAlias(TYPE, origin, args, false));
            return PyTuple.of(Builtins.get(ts, "next"), PyTuple.of(iterator));
        }
        return PyTuple.of(type(), PyTuple.of(origin, args));
    }

    @PyMethod("__dir__($self, /)")
    Object dir(final ThreadState ts) {
        final PyList names = new PyList();
        final Object of = Calls.call1(ts, Builtins.get(ts, "dir"), origin);
        names.extend(ts, of);
        for (final String own : OWN) {
            if (!own.equals("__bases__") && !own.equals("__copy__") && !own.equals("__deepcopy__")
                    && !names.contains(ts, own)) {
                names.append(ts, own);
            }
        }
        return names;
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return new Once(this);
    }

    @PyMethod("__or__($self, value, /)")
    Object or(final ThreadState ts, final Object other) {
        return PyUnion.or(ts, this, other);
    }

    @PyMethod("__ror__($self, value, /)")
    Object ror(final ThreadState ts, final Object other) {
        return PyUnion.or(ts, other, this);
    }

    @PyMethod("__hash__($self, /)")
    long hash(final ThreadState ts) {
        final long h = PyObjects.hash(ts, origin) ^ PyObjects.hash(ts, args);
        return h == -1 ? -2 : h;
    }

    @PyMethod("__eq__($self, value, /)")
    Object eq(final ThreadState ts, final Object other) {
        if (!(other instanceof PyGenericAlias g)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        return starred == g.starred && PyObjects.equal(ts, origin, g.origin) && PyObjects.equal(ts, args, g.args);
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        final StrBuilder out = new StrBuilder();
        if (starred) {
            out.append("*");
        }
        out.append(TypeArguments.repr(ts, origin)).append("[");
        if (args.size() == 0) {
            out.append("()");
        }
        for (int i = 0; i < args.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            if (args.get(i) instanceof PyList list) {
                appendList(ts, out, list);
            } else {
                out.append(TypeArguments.repr(ts, args.get(i)));
            }
        }
        return out.append("]").build();
    }

    private static void appendList(final ThreadState ts, final StrBuilder out, final PyList list) {
        out.append("[");
        final int n = list.size();
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                out.append(", ");
            }
            out.append(TypeArguments.repr(ts, list.item(i)));
        }
        out.append("]");
    }

    @PyGetter(value = "__origin__", member = true)
    Object origin() {
        return origin;
    }

    @PyGetter(value = "__args__", member = true)
    Object args() {
        return args;
    }

    @PyGetter(value = "__unpacked__", member = true)
    boolean unpacked() {
        return starred;
    }

    @PyGetter("__parameters__")
    Object parameters(final ThreadState ts) {
        return params(ts);
    }

    @PyGetter("__typing_unpacked_tuple_args__")
    Object unpackedTupleArgs() {
        return starred && origin == PyTuple.TYPE ? args : PyNone.NONE;
    }

    /** Iterates over an alias: gives its starred form, once. */
    @PyTypeSpec(name = "generic_alias_iterator")
    static final class Once extends PyIterator {
        static final PyType TYPE = PyType
                .builtinFinal("generic_alias_iterator", "builtins", null, new PyGenericAlias_OnceTable()).withoutNew();

        private PyGenericAlias alias;

        Once(final PyGenericAlias alias) {
            super(TYPE);
            this.alias = alias;
        }

        @Override
        public synchronized Object next(final ThreadState ts) {
            final PyGenericAlias a = alias;
            alias = null;
            return a == null ? null : new PyGenericAlias(PyGenericAlias.TYPE, a.origin, a.args, true);
        }

        @PyMethod("__reduce__($self, /)")
        Object reduce(final ThreadState ts) {
            final PyGenericAlias a = alias;
            return PyTuple.of(Builtins.get(ts, "iter"), PyTuple.of(a == null ? PyTuple.EMPTY : a));
        }
    }
}
