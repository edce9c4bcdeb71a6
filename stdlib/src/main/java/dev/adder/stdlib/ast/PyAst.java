package dev.adder.stdlib.ast;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.objects.PyUnion;
import dev.adder.runtime.objects.ReprGuard;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.List;

/** {@code ast.AST}: what all nodes have (CPython's {@code Parser/asdl_c.py}, the part that writes Python-ast.c). */
@PyTypeSpec(name = "AST", module = "ast")
final class PyAst extends PySlotted {
    static final PyType TYPE = PyType.builtin("AST", "ast", null, new PyAstTable()).withDict();
    private static final int REPR_DEPTH = 3;

    PyAst(final PyType type) {
        super(type);
    }

    @PyNew(value = "(*args, **kwargs)", raw = true, hidden = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyAst((PyType) cls);
    }

    private static Object[] tuple(final ThreadState ts, final Object o, final String name) {
        final Object value = PyObjects.lookupAttr(ts, o, name);
        return value == null ? new Object[0] : PyIter.toArray(ts, value);
    }

    private static int indexOf(final Object[] names, final String name) {
        for (int i = 0; i < names.length; i++) {
            if (PyObjects.isText(names[i]) && Str.nameKey(PyObjects.textOf(names[i])).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static void deprecated(final ThreadState ts, final String message) {
        final Object warnings = ts.interp.importModule(ts, "warnings");
        Calls.call(ts, PyObjects.getAttr(ts, warnings, "warn"),
                new Object[] {Str.ofUtf16(message), ExceptionTypes.DEPRECATION_WARNING}, null);
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        final PyType type = PyType.of(self);
        final Object[] fields = tuple(ts, type, "_fields");
        final int keywords = kwNames == null ? 0 : kwNames.length;
        final int positional = args.length - keywords;
        if (positional > fields.length) {
            throw Errors.typeError(type.name() + " constructor takes at most " + fields.length + " positional argument"
                    + (fields.length == 1 ? "" : "s"));
        }
        final boolean[] given = new boolean[fields.length];
        for (int i = 0; i < positional; i++) {
            given[i] = true;
            PyObjects.setAttr(ts, self, Str.nameKey(PyObjects.textOf(fields[i])), args[i]);
        }
        for (int k = 0; k < keywords; k++) {
            final String name = kwNames[k];
            final int at = indexOf(fields, name);
            if (at >= 0) {
                if (given[at]) {
                    throw Errors.typeError(type.name() + " got multiple values for argument '" + name + "'");
                }
                given[at] = true;
            } else if (indexOf(tuple(ts, type, "_attributes"), name) < 0) {
                deprecated(ts, type.name() + ".__init__ got an unexpected keyword argument '" + name
                        + "'. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.");
            }
            PyObjects.setAttr(ts, self, name, args[positional + k]);
        }
        for (int i = 0; i < fields.length; i++) {
            if (!given[i]) {
                fillMissing(ts, self, type, fields[i]);
            }
        }
        return PyNone.NONE;
    }

    /** An absent field gets what its type suggests: nothing if optional, an empty list, Load. */
    private static void fillMissing(final ThreadState ts, final Object self, final PyType type, final Object field) {
        final Object types = PyObjects.lookupAttr(ts, type, "_field_types");
        final String name = Str.nameKey(PyObjects.textOf(field));
        final Object fieldType = types instanceof PyDict d ? d.get(ts, field) : null;
        if (types == null) {
            return;
        }
        if (fieldType == null) {
            deprecated(ts, "Field '" + name + "' is missing from " + type.name()
                    + "._field_types. This will become an error in Python 3.15.");
        } else if (fieldType instanceof PyGenericAlias) {
            PyObjects.setAttr(ts, self, name, new PyList());
        } else if (fieldType instanceof PyType t && t.name().equals("expr_context")) {
            PyObjects.setAttr(ts, self, name, ts.interp.part(AstModule.class).singleton("Load"));
        } else if (!(fieldType instanceof PyUnion)) {
            deprecated(ts, type.name() + ".__init__ missing 1 required positional argument: '" + name
                    + "'. This will become an error in Python 3.15.");
        }
    }

    @PyMethod("__reduce__($self, /)")
    static Object reduce(final ThreadState ts, final Object self) {
        final PyDict d = Attributes.dictOf(ts, (PyAst) self);
        final List<Object> positional = new ArrayList<>();
        final PyDict rest = d.copy(ts);
        for (final Object field : tuple(ts, PyType.of(self), "_fields")) {
            final Object value = d.get(ts, field);
            if (value == null) {
                break;
            }
            positional.add(PyNone.NONE);
        }
        return PyTuple.of(PyType.of(self), PyTuple.of(positional.toArray()), rest);
    }

    @PyMethod(value = "__replace__($self, /, **fields)", raw = true, hidden = true)
    static Object replace(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        final int keywords = kwNames == null ? 0 : kwNames.length;
        if (args.length > keywords) {
            throw Errors.typeError("__replace__() takes exactly 1 positional argument (" + (args.length - keywords + 1)
                    + " given)");
        }
        final PyType type = PyType.of(self);
        final Object[] fields = tuple(ts, type, "_fields");
        final Object[] attributes = tuple(ts, type, "_attributes");
        for (int i = 0; i < keywords; i++) {
            if (indexOf(fields, kwNames[i]) < 0 && indexOf(attributes, kwNames[i]) < 0) {
                throw Errors.typeError(type.name() + ".__replace__ got an unexpected keyword argument '" + kwNames[i]
                        + "'.");
            }
        }
        final PyDict d = Attributes.dictOf(ts, (PyAst) self).copy(ts);
        for (int i = 0; i < keywords; i++) {
            d.putStr(kwNames[i].intern(), args[i]);
        }
        for (final Object field : fields) {
            final String name = Str.nameKey(PyObjects.textOf(field));
            if (d.getStr(name) == null && type.lookup(name) == null) {
                final Object types = PyObjects.lookupAttr(ts, type, "_field_types");
                if (!(types instanceof PyDict t && t.get(ts, field) instanceof PyUnion)) {
                    throw Errors.typeError(type.name() + ".__replace__ missing 1 keyword argument: '" + name + "'.");
                }
            }
        }
        final List<String> names = d.stringKeys();
        final Object[] values = new Object[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = d.getStr(names.get(i));
        }
        return Calls.call(ts, type, values, names.toArray(new String[0]));
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final ThreadState ts, final Object self) {
        final StrBuilder b = new StrBuilder();
        append(ts, b, self, REPR_DEPTH);
        return b.build();
    }

    private static void append(final ThreadState ts, final StrBuilder b, final Object self, final int depth) {
        final String name = PyType.of(self).name();
        if (depth <= 0 || !ReprGuard.enter(ts, self)) {
            b.append(name + "(...)");
            return;
        }
        try {
            b.append(name + "(");
            boolean first = true;
            for (final Object field : tuple(ts, PyType.of(self), "_fields")) {
                if (!first) {
                    b.append(", ");
                }
                first = false;
                b.append(PyObjects.textOf(field));
                b.append("=");
                appendValue(ts, b, PyObjects.getAttr(ts, self, Str.nameKey(PyObjects.textOf(field))), depth);
            }
            b.append(")");
        } finally {
            ReprGuard.leave(ts, self);
        }
    }

    private static void appendValue(final ThreadState ts, final StrBuilder b, final Object value, final int depth) {
        if (value instanceof PyAst) {
            append(ts, b, value, depth - 1);
        } else if (value instanceof PyList || value instanceof PyTuple) {
            final boolean list = value instanceof PyList;
            final Object[] items = PyIter.toArray(ts, value);
            b.append(list ? "[" : "(");
            for (int i = 0; i < items.length; i++) {
                if (i > 0) {
                    b.append(", ");
                }
                if (i == 1 && items.length > 2) {
                    b.append("..., ");
                    i = items.length - 1;
                }
                appendItem(ts, b, items[i], depth);
            }
            b.append(list ? "]" : ")");
        } else {
            b.append(PyObjects.repr(ts, value));
        }
    }

    private static void appendItem(final ThreadState ts, final StrBuilder b, final Object item, final int depth) {
        if (item instanceof PyAst) {
            append(ts, b, item, depth - 1);
        } else {
            b.append(PyObjects.repr(ts, item));
        }
    }
}
