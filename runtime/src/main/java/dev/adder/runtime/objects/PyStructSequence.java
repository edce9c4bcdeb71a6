package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.BuiltinSink;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A tuple with named fields, some of them perhaps only reachable by name: {@code time.struct_time}, {@code
 * os.stat_result}, {@code sys.version_info} (CPython's Objects/structseq.c). The tuple's items are the visible fields.
 *
 * <p>Each such type is made once by {@link #define}, as a constant of the module's class, and its instances by
 * {@link #make}.
 */
@PyTypeSpec(name = "structseq")
public final class PyStructSequence extends PyTuple {
    /** Ids of field getters lie above those of the generated table. */
    private static final int FIELDS = 1 << 16;
    /** Setter and deleter of every field: refused as a read-only member is. */
    private static final int READONLY = FIELDS - 1;
    private static final BuiltinTable METHODS = new PyStructSequenceTable();
    /** What {@link #define} was told; never changes for a type. */
    private static final ConcurrentHashMap<PyType, Layout> LAYOUTS = new ConcurrentHashMap<>();

    private final Layout layout;
    private final Object[] hidden;

    /**
     * The fields of one type.
     *
     * @param fullName with the module, as shown by {@code repr}
     * @param visible how many fields are items of the tuple
     * @param names of all fields, null for one without a name
     */
    private record Layout(String fullName, int visible, String[] names) {
        int unnamed() {
            int n = 0;
            for (final String name : names) {
                if (name == null) {
                    n++;
                }
            }
            return n;
        }

        /** The name of the n-th named field: what {@code repr} puts before the n-th item, as in CPython. */
        String named(final int n) {
            int left = n;
            for (final String name : names) {
                if (name != null && left-- == 0) {
                    return name;
                }
            }
            throw new IllegalStateException(fullName);
        }

        PyTuple matchArgs() {
            final Object[] named = new Object[names.length];
            int n = 0;
            for (int i = 0; i < visible; i++) {
                if (names[i] != null) {
                    named[n++] = names[i];
                }
            }
            return PyTuple.of(Arrays.copyOf(named, n));
        }
    }

    private PyStructSequence(final PyType type, final Layout layout, final Object[] items, final Object[] hidden) {
        super(type, items);
        this.layout = layout;
        this.hidden = hidden;
    }

    /**
     * Makes a type.
     *
     * @param visible how many of the fields are items of the tuple
     * @param names of all fields in order, null for an unnamed one
     */
    public static PyType define(final String name, final String module, final int visible, final String... names) {
        final Layout layout = new Layout(module + "." + name, visible, names);
        final PyType type = PyType.builtinFinal(name, module, PyTuple.TYPE, new Table(layout)).asSequence();
        LAYOUTS.put(type, layout);
        return type;
    }

    /** Makes a type of one field, whose instances are made of and pickled as its value ({@code os.sched_param}). */
    public static PyType defineOfOne(final String name, final String module, final String field) {
        final Layout layout = new Layout(module + "." + name, 1, new String[] {field});
        final PyType type = PyType.builtinFinal(name, module, PyTuple.TYPE, new OneFieldTable(layout)).asSequence();
        LAYOUTS.put(type, layout);
        return type;
    }

    /** An instance; the values in the order of the names, trailing hidden ones may be left out (None). */
    public static PyStructSequence make(final PyType type, final Object... values) {
        final Layout layout = LAYOUTS.get(type);
        final Object[] hidden = new Object[layout.names.length - layout.visible];
        Arrays.fill(hidden, PyNone.NONE);
        System.arraycopy(values, layout.visible, hidden, 0, values.length - layout.visible);
        return new PyStructSequence(type, layout, Arrays.copyOf(values, layout.visible), hidden);
    }

    private Object field(final int index) {
        return index < layout.visible ? items()[index] : hidden[index - layout.visible];
    }

    @PyNew(value = "(sequence, dict=<unrepresentable>)", hidden = true)
    static Object create(final ThreadState ts, final PyType cls, final Object sequence, final Object dict) {
        final Layout layout = LAYOUTS.get(cls);
        final Object[] given;
        if (!PyIter.isIterable(sequence)) {
            throw Errors.typeError("constructor requires a sequence");
        }
        given = PyIter.toArray(ts, sequence);
        if (dict != null && dict != PyNone.NONE && !(dict instanceof PyDict)) {
            throw Errors.typeError(layout.fullName + "() takes a dict as second arg, if any");
        }
        final int least = layout.visible;
        final int most = layout.names.length;
        if (given.length < least || given.length > most) {
            final String wanted = least == most ? "a " + least
                    : given.length < least ? "an at least " + least : "an at most " + most;
            throw Errors.typeError(layout.fullName + "() takes " + wanted + "-sequence (" + given.length
                    + "-sequence given)");
        }
        final Object[] values = Arrays.copyOf(given, most);
        int used = 0;
        for (int i = 0; i < most; i++) {
            final Object named = i < given.length || !(dict instanceof PyDict d) || layout.names[i] == null ? null
                    : d.getStr(layout.names[i]);
            if (named != null) {
                used++;
            }
            if (i >= given.length) {
                values[i] = named == null ? PyNone.NONE : named;
            }
        }
        if (dict instanceof PyDict d && d.size() > used) {
            throw Errors.typeError(layout.fullName + "() got duplicate or unexpected field name(s)");
        }
        return make(cls, values);
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        final StringBuilder names = new StringBuilder();
        Object text = layout.fullName + "(";
        for (int i = 0; i < layout.visible; i++) {
            names.setLength(0);
            names.append(i == 0 ? "" : ", ").append(layout.named(i)).append('=');
            text = Str.concat(text, names.toString());
            text = Str.concat(text, PyObjects.textOf(PyObjects.repr(ts, items()[i])));
        }
        return Str.concat(text, ")");
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        final PyDict rest = new PyDict();
        for (int i = layout.visible; i < layout.names.length; i++) {
            if (layout.names[i] != null) {
                rest.putStr(layout.names[i], field(i));
            }
        }
        return PyTuple.of(type(), PyTuple.of(PyTuple.of(items()), rest));
    }

    @PyMethod("__replace__($self, /, **changes)")
    Object replace(final ThreadState ts, final PyDict changes) {
        if (layout.unnamed() > 0) {
            throw Errors.typeError("__replace__() is not supported for " + type().name()
                    + " because it has unnamed field(s)");
        }
        final Object[] values = new Object[layout.names.length];
        int used = 0;
        for (int i = 0; i < values.length; i++) {
            final Object changed = changes == null ? null : changes.getStr(layout.names[i]);
            if (changed != null) {
                used++;
            }
            values[i] = changed == null ? field(i) : changed;
        }
        if (changes != null && changes.size() > used) {
            throw Errors.typeError("Got unexpected field name(s): " + unexpected(ts, changes));
        }
        return make(type(), values);
    }

    private String unexpected(final ThreadState ts, final PyDict changes) {
        final PyList names = new PyList();
        changes.forEach((key, value) -> {
            if (!Arrays.asList(layout.names).contains(key)) {
                names.append(ts, key);
            }
        });
        return Str.toJava(PyObjects.textOf(PyObjects.repr(ts, names)));
    }

    /** The generated table and a getter for each named field. */
    private static class Table extends BuiltinTable {
        final Layout layout;

        Table(final Layout layout) {
            this.layout = layout;
        }

        @Override
        public void define(final BuiltinSink sink) {
            METHODS.define(sink);
            for (int i = 0; i < layout.names.length; i++) {
                if (layout.names[i] != null) {
                    sink.getSet(layout.names[i], FIELDS + i, READONLY, READONLY);
                }
            }
            sink.constant("n_fields", (long) layout.names.length);
            sink.constant("n_sequence_fields", (long) layout.visible);
            sink.constant("n_unnamed_fields", (long) layout.unnamed());
            sink.constant("__match_args__", layout.matchArgs());
        }

        @Override
        public Object call0(final int id, final ThreadState ts, final Object self) {
            if (id == READONLY) {
                throw Errors.attributeError("readonly attribute");
            }
            return id >= FIELDS ? ((PyStructSequence) self).field(id - FIELDS) : METHODS.call0(id, ts, self);
        }

        @Override
        public Object call1(final int id, final ThreadState ts, final Object self, final Object a) {
            if (id == READONLY) {
                throw Errors.attributeError("readonly attribute");
            }
            return METHODS.call1(id, ts, self, a);
        }

        @Override
        public Object call2(final int id, final ThreadState ts, final Object self, final Object a, final Object b) {
            return METHODS.call2(id, ts, self, a, b);
        }

        @Override
        public Object call3(final int id, final ThreadState ts, final Object self, final Object a, final Object b,
                final Object c) {
            return METHODS.call3(id, ts, self, a, b, c);
        }

        @Override
        public Object call(final int id, final ThreadState ts, final Object self, final Object[] args,
                final String[] kwNames) {
            return METHODS.call(id, ts, self, args, kwNames);
        }
    }

    /** The table of a type whose {@code __new__} takes the value of its only field. */
    private static final class OneFieldTable extends Table {
        private static final int NEW = FIELDS - 2;
        private static final int REDUCE = FIELDS - 3;

        OneFieldTable(final Layout layout) {
            super(layout);
        }

        @Override
        public void define(final BuiltinSink sink) {
            super.define(sink);
            sink.newMethod(NEW, "(" + layout.names[0] + ")");
            sink.method(REDUCE, "__reduce__", "($self, /)", 0);
        }

        @Override
        public Object call0(final int id, final ThreadState ts, final Object self) {
            return id == REDUCE ? PyTuple.of(((PyStructSequence) self).type(), PyTuple.of(((PyTuple) self).items()))
                    : id == NEW ? call(id, ts, self, new Object[0], null) : super.call0(id, ts, self);
        }

        @Override
        public Object call1(final int id, final ThreadState ts, final Object self, final Object a) {
            return id == NEW ? call(id, ts, self, new Object[] {a}, null) : super.call1(id, ts, self, a);
        }

        @Override
        public Object call2(final int id, final ThreadState ts, final Object self, final Object a, final Object b) {
            return id == NEW ? call(id, ts, self, new Object[] {a, b}, null) : super.call2(id, ts, self, a, b);
        }

        @Override
        public Object call3(final int id, final ThreadState ts, final Object self, final Object a, final Object b,
                final Object c) {
            return id == NEW ? call(id, ts, self, new Object[] {a, b, c}, null) : super.call3(id, ts, self, a, b, c);
        }

        @Override
        public Object call(final int id, final ThreadState ts, final Object self, final Object[] args,
                final String[] kwNames) {
            if (id != NEW) {
                return super.call(id, ts, self, args, kwNames);
            }
            final PyType type = (PyType) self;
            return make(type, ArgumentParser.unpack(type.name(), layout.names, 0, 1, 1, 0, false, false, args, kwNames));
        }
    }
}
