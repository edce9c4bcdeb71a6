package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.List;

/** {@code string.templatelib.Template} (PEP 750): strings and interpolations in turn, one string more. */
@PyTypeSpec(name = "Template", module = "string.templatelib")
public final class PyTemplate extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("Template", "string.templatelib", null, new PyTemplateTable()).sequenceLike();

    private final PyTuple strings;
    private final PyTuple interpolations;

    public PyTemplate(final PyTuple strings, final PyTuple interpolations) {
        super(TYPE);
        this.strings = strings;
        this.interpolations = interpolations;
    }

    @PyNew("(*args)")
    static Object make(final PyType cls, final Object[] args) {
        final List<Object> strings = new ArrayList<>();
        final List<Object> interpolations = new ArrayList<>();
        strings.add("");
        for (final Object a : args) {
            if (PyObjects.isText(a)) {
                strings.set(strings.size() - 1, Str.concat(strings.getLast(), PyObjects.textOf(a)));
            } else if (a instanceof PyInterpolation) {
                interpolations.add(a);
                strings.add("");
            } else {
                throw Errors.typeError("Template.__new__ *args need to be of type 'str' or 'Interpolation', got "
                        + PyType.of(a).name());
            }
        }
        return new PyTemplate(PyTuple.of(strings.toArray()), PyTuple.of(interpolations.toArray()));
    }

    @PyGetter(value = "strings", member = true)
    Object strings() {
        return strings;
    }

    @PyGetter(value = "interpolations", member = true)
    Object interpolations() {
        return interpolations;
    }

    @PyGetter("values")
    Object values() {
        final Object[] all = new Object[interpolations.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = ((PyInterpolation) interpolations.items()[i]).value();
        }
        return PyTuple.of(all);
    }

    @PyMethod("__iter__($self, /)")
    Object iter(final ThreadState ts) {
        final List<Object> parts = new ArrayList<>();
        for (int i = 0; i < strings.size(); i++) {
            if (!Str.isEmpty(strings.items()[i])) {
                parts.add(strings.items()[i]);
            }
            if (i < interpolations.size()) {
                parts.add(interpolations.items()[i]);
            }
        }
        return PyIter.get(ts, PyTuple.of(parts.toArray()));
    }

    @PyMethod("__add__($self, value, /)")
    Object add(final Object value) {
        if (!(value instanceof PyTemplate t)) {
            throw Errors.typeError("can only concatenate string.templatelib.Template (not \"" + PyType.of(value).name()
                    + "\") to string.templatelib.Template");
        }
        final Object[] a = strings.items();
        final Object[] b = t.strings.items();
        final Object[] all = new Object[a.length + b.length - 1];
        System.arraycopy(a, 0, all, 0, a.length);
        all[a.length - 1] = Str.concat(a[a.length - 1], b[0]);
        System.arraycopy(b, 1, all, a.length, b.length - 1);
        final Object[] x = interpolations.items();
        final Object[] y = t.interpolations.items();
        final Object[] both = java.util.Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, both, x.length, y.length);
        return new PyTemplate(PyTuple.of(all), PyTuple.of(both));
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final Object helper = PyObjects.getAttr(ts, ts.interp.importModule(ts, "string.templatelib"),
                "_template_unpickle");
        return PyTuple.of(helper, PyTuple.of(strings, interpolations));
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        final StrBuilder b = new StrBuilder();
        b.append("Template(strings=");
        b.append(PyObjects.repr(ts, strings));
        b.append(", interpolations=");
        b.append(PyObjects.repr(ts, interpolations));
        return b.append(")").build();
    }
}
