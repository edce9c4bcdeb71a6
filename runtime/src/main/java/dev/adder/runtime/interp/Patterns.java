package dev.adder.runtime.interp;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import java.util.Set;

/** The match statement's mapping and class patterns: match_keys and match_class of CPython's Python/ceval.c. */
final class Patterns {
    /** Built-in types that match a single positional pattern by themselves (Py_TPFLAGS_MATCH_SELF). */
    private static final Set<String> MATCH_SELF = Set.of("bool", "bytearray", "bytes", "dict", "float", "frozenset",
            "int", "list", "set", "str", "tuple");

    private Patterns() {
    }

    /** The values of the keys as a tuple, or None. */
    static Object keys(final ThreadState ts, final Object map, final PyTuple keys) {
        final Object[] wanted = keys.items();
        final Object[] values = new Object[wanted.length];
        if (wanted.length == 0) {
            return PyTuple.EMPTY;
        }
        final PySet seen = new PySet();
        final Object get = PyObjects.getAttr(ts, map, "get");
        final PyObject dummy = new Cell(null);
        for (int i = 0; i < wanted.length; i++) {
            if (seen.contains(ts, wanted[i])) {
                throw Errors.valueError("mapping pattern checks duplicate key (" + PyObjects.reprJava(ts, wanted[i])
                        + ")");
            }
            seen.add(ts, wanted[i]);
            final Object value = map instanceof PyDict d && d.type() == PyDict.TYPE ? d.get(ts, wanted[i])
                    : Calls.call2(ts, get, wanted[i], dummy);
            if (value == null || value == dummy) {
                return PyNone.NONE;
            }
            values[i] = value;
        }
        return PyTuple.of(values);
    }

    /** The attribute values of a class pattern as a tuple, or None. */
    static Object classPattern(final ThreadState ts, final Object subject, final Object cls, final int positional,
            final PyTuple names) {
        if (!(cls instanceof PyType type)) {
            throw Errors.typeError("called match pattern must be a class");
        }
        if (!PyObjects.isInstance(ts, subject, type)) {
            return PyNone.NONE;
        }
        final Attributes values = new Attributes(positional + names.items().length);
        if (positional > 0) {
            final Object args = PyObjects.lookupAttr(ts, type, "__match_args__");
            final boolean matchSelf;
            final Object[] matchArgs;
            if (args != null) {
                if (!(args instanceof PyTuple t)) {
                    throw Errors.typeError(type.name() + ".__match_args__ must be a tuple (got "
                            + PyType.of(args).name() + ")");
                }
                matchArgs = t.items();
                matchSelf = false;
            } else {
                matchArgs = Calls.NO_ARGS;
                matchSelf = isMatchSelf(type);
            }
            final int allowed = matchSelf ? 1 : matchArgs.length;
            if (positional > allowed) {
                throw Errors.typeError(type.name() + "() accepts " + allowed + " positional sub-pattern"
                        + (allowed == 1 ? "" : "s") + " (" + positional + " given)");
            }
            if (matchSelf) {
                values.values[values.count++] = subject;
            } else {
                for (int i = 0; i < positional; i++) {
                    if (!(PyObjects.isText(matchArgs[i]))) {
                        throw Errors.typeError("__match_args__ elements must be strings (got "
                                + PyType.of(matchArgs[i]).name() + ")");
                    }
                    if (!add(ts, type, subject, Str.nameKey(PyObjects.textOf(matchArgs[i])), values)) {
                        return PyNone.NONE;
                    }
                }
            }
        }
        for (final Object n : names.items()) {
            if (!add(ts, type, subject, Str.nameKey(n), values)) {
                return PyNone.NONE;
            }
        }
        return PyTuple.of(values.values);
    }

    /** The attributes that a class pattern has found, and their names. */
    private static final class Attributes {
        final Object[] values;
        final String[] names;
        int count;

        Attributes(final int most) {
            values = new Object[most];
            names = new String[most];
        }

        boolean has(final String name) {
            for (int i = 0; i < count; i++) {
                if (name.equals(names[i])) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean add(final ThreadState ts, final PyType type, final Object subject, final String name,
            final Attributes found) {
        if (found.has(name)) {
            throw Errors.typeError(type.name() + "() got multiple sub-patterns for attribute '" + name + "'");
        }
        final Object value = PyObjects.lookupAttr(ts, subject, name);
        if (value == null) {
            return false;
        }
        found.names[found.count] = name;
        found.values[found.count++] = value;
        return true;
    }

    private static boolean isMatchSelf(final PyType type) {
        for (final PyType t : type.mro()) {
            if (!t.isHeapType()) {
                return MATCH_SELF.contains(t.name()) && "builtins".equals(t.builtinModule());
            }
        }
        return false;
    }
}
