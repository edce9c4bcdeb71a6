package dev.adder.runtime.objects;

import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyEllipsis;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.List;

/** The arguments of generic types: which type parameters they have, substitution, repr (genericaliasobject.c). */
final class TypeArguments {
    private TypeArguments() {
    }

    private static int indexOf(final List<Object> list, final Object o) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == o) {
                return i;
            }
        }
        return -1;
    }

    /** {@code _Py_make_parameters}: each type parameter once, in order. */
    static PyTuple parameters(final ThreadState ts, final PyTuple args) {
        final List<Object> found = new ArrayList<>();
        collect(ts, args.items(), found);
        return PyTuple.of(found.toArray());
    }

    private static void collect(final ThreadState ts, final Object[] args, final List<Object> found) {
        for (final Object arg : args) {
            if (arg instanceof PyType) {
                continue;
            }
            if (arg instanceof PyTuple || arg instanceof PyList) {
                collect(ts, PyIter.toArray(ts, arg), found);
            } else if (PyObjects.lookupAttr(ts, arg, "__typing_subst__") != null) {
                add(found, arg);
            } else if (PyObjects.lookupAttr(ts, arg, "__parameters__") instanceof PyTuple inner) {
                for (final Object p : inner.items()) {
                    add(found, p);
                }
            }
        }
    }

    private static void add(final List<Object> found, final Object parameter) {
        if (indexOf(found, parameter) < 0) {
            found.add(parameter);
        }
    }

    /** {@code _unpack_args}: starred tuples among the given items are spread. */
    private static Object unpacked(final ThreadState ts, final Object item) {
        final Object[] items = item instanceof PyTuple t ? t.items() : new Object[] {item};
        final List<Object> spread = new ArrayList<>();
        for (final Object i : items) {
            final Object inner = i instanceof PyType ? null
                    : PyObjects.lookupAttr(ts, i, "__typing_unpacked_tuple_args__");
            if (inner instanceof PyTuple t
                    && !(t.size() > 0 && t.get(t.size() - 1) == PyEllipsis.ELLIPSIS)) {
                spread.addAll(List.of(t.items()));
            } else {
                spread.add(i);
            }
        }
        return PyTuple.of(spread.toArray());
    }

    /** {@code _Py_subs_parameters}: the arguments with the given items in place of the parameters. */
    static PyTuple substitute(final ThreadState ts, final Object self, final PyTuple args, final PyTuple parameters,
            final Object given) {
        if (parameters.size() == 0) {
            throw Errors.typeError(PyObjects.reprJava(ts, self) + " is not a generic class");
        }
        Object item = unpacked(ts, given);
        for (final Object parameter : parameters.items()) {
            final Object prepare = PyObjects.lookupAttr(ts, parameter, "__typing_prepare_subst__");
            if (prepare != null && prepare != PyNone.NONE) {
                item = Calls.call2(ts, prepare, self, item instanceof PyTuple ? item : PyTuple.of(item));
            }
        }
        final Object[] items = item instanceof PyTuple t ? t.items() : new Object[] {item};
        if (items.length != parameters.size()) {
            throw Errors.typeError("Too " + (items.length > parameters.size() ? "many" : "few") + " arguments for "
                    + PyObjects.reprJava(ts, self) + "; actual " + items.length + ", expected " + parameters.size());
        }
        return substituteAll(ts, self, args.items(), List.of(parameters.items()), items);
    }

    private static PyTuple substituteAll(final ThreadState ts, final Object self, final Object[] args,
            final List<Object> parameters, final Object[] items) {
        final List<Object> result = new ArrayList<>();
        for (final Object arg : args) {
            if (arg instanceof PyType) {
                result.add(arg);
                continue;
            }
            if (arg instanceof PyTuple || arg instanceof PyList) {
                final PyTuple inner = substituteAll(ts, self, PyIter.toArray(ts, arg), parameters, items);
                result.add(arg instanceof PyList ? PyList.of(inner.items().clone()) : inner);
                continue;
            }
            final Object star = PyObjects.lookupAttr(ts, arg, "__typing_is_unpacked_typevartuple__");
            final Object subst = PyObjects.lookupAttr(ts, arg, "__typing_subst__");
            final Object value;
            if (subst != null) {
                value = Calls.call1(ts, subst, items[indexOf(parameters, arg)]);
            } else {
                value = inner(ts, arg, parameters, items);
            }
            if (star != null && PyObjects.isTrue(ts, star)) {
                if (!(value instanceof PyTuple t)) {
                    throw Errors.typeError("expected __typing_subst__ of " + PyType.of(arg).name()
                            + " objects to return a tuple, not " + PyType.of(value).name());
                }
                result.addAll(List.of(t.items()));
            } else {
                result.add(value);
            }
        }
        return PyTuple.of(result.toArray());
    }

    /** {@code subs_tvars}: substitution inside an argument that is generic itself. */
    private static Object inner(final ThreadState ts, final Object arg, final List<Object> parameters,
            final Object[] items) {
        if (!(PyObjects.lookupAttr(ts, arg, "__parameters__") instanceof PyTuple own) || own.size() == 0) {
            return arg;
        }
        final List<Object> given = new ArrayList<>();
        for (final Object parameter : own.items()) {
            final int i = indexOf(parameters, parameter);
            if (i < 0) {
                given.add(parameter);
            } else if (items[i] instanceof PyTuple t && PyType.of(parameter).lookup("__iter__") != null) {
                given.addAll(List.of(t.items()));
            } else {
                given.add(items[i]);
            }
        }
        return PyObjects.getItem(ts, arg, PyTuple.of(given.toArray()));
    }

    /** {@code _Py_typing_type_repr}. */
    static Object repr(final ThreadState ts, final Object o) {
        if (o == PyEllipsis.ELLIPSIS) {
            return "...";
        }
        if (o == PyType.of(PyNone.NONE) || o == PyNone.NONE) {
            return "None";
        }
        if (o instanceof PyGenericAlias || PyObjects.lookupAttr(ts, o, "__origin__") != null
                && PyObjects.lookupAttr(ts, o, "__args__") != null) {
            return PyObjects.repr(ts, o);
        }
        final Object qualname = PyObjects.lookupAttr(ts, o, "__qualname__");
        final Object module = qualname == null ? null : PyObjects.lookupAttr(ts, o, "__module__");
        if (module == null || module == PyNone.NONE) {
            return PyObjects.repr(ts, o);
        }
        final Object name = PyObjects.textOf(PyObjects.str(ts, qualname));
        if ("builtins".equals(module)) {
            return name;
        }
        return new StrBuilder().append(PyObjects.textOf(PyObjects.str(ts, module))).append(".").append(name).build();
    }
}
