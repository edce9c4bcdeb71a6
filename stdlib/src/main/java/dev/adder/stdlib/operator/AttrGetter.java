package dev.adder.stdlib.operator;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;

/** {@code operator.attrgetter}: each name may be a dotted path. */
@PyTypeSpec(name = "attrgetter", module = "operator")
final class AttrGetter extends PyObject {
    static final PyType TYPE = PyType.builtinFinal("attrgetter", "operator", null, new AttrGetterTable());

    private final Object[] names;
    private final String[][] paths;

    AttrGetter(final Object[] names, final String[][] paths) {
        super(TYPE);
        this.names = names;
        this.paths = paths;
    }

    @PyNew(value = "(attr, /, *attrs)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        ArgumentParser.noKeywords("attrgetter", kwNames);
        if (args.length == 0) {
            ArgumentParser.checkCount("attrgetter", 0, 1, 1);
        }
        final String[][] paths = new String[args.length][];
        for (int i = 0; i < args.length; i++) {
            if (!PyObjects.isText(args[i])) {
                throw Errors.typeError("attribute name must be a string");
            }
            paths[i] = split(Str.nameKey(PyObjects.textOf(args[i])));
        }
        return new AttrGetter(args, paths);
    }

    private static String[] split(final String name) {
        final ArrayList<String> parts = new ArrayList<>(1);
        int start = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
            parts.add(name.substring(start, dot).intern());
            start = dot + 1;
        }
        parts.add(name.substring(start).intern());
        return parts.toArray(new String[0]);
    }

    private static Object follow(final ThreadState ts, final Object object, final String[] path) {
        Object value = object;
        for (final String name : path) {
            value = PyObjects.getAttr(ts, value, name);
        }
        return value;
    }

    @Override
    public Object call1(final ThreadState ts, final Object object) {
        if (paths.length == 1) {
            return follow(ts, object, paths[0]);
        }
        final Object[] items = new Object[paths.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = follow(ts, object, paths[i]);
        }
        return PyTuple.of(items);
    }

    @Override
    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        ArgumentParser.noKeywords("attrgetter", kwNames);
        ArgumentParser.checkCount("attrgetter", args.length, 1, 1);
        return call1(ts, args[0]);
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        return ItemGetter.repr(ts, "operator.attrgetter", names).append(")").build();
    }

    /** How an instance is called. */
    @PyGetter("__text_signature__")
    Object textSignature() {
        return "(obj, /)";
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce() {
        return PyTuple.of(TYPE, PyTuple.of(names));
    }
}
