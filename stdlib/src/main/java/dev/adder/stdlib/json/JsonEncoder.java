package dev.adder.stdlib.json;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.expose.Text;
import dev.adder.language.text.FloatText;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyFloatSub;
import dev.adder.runtime.objects.PyIntSub;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.Latin1;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/** Writes a value as JSON: {@code _json.Encoder}. */
@PyTypeSpec(name = "Encoder", module = "_json")
public final class JsonEncoder extends ValueAndInt {

    static final PyType TYPE = PyType.builtinFinal("Encoder", "_json", null, new JsonEncoderTable());

    private static final String TOO_DEEP = " while encoding a JSON object";

    /** Null where cycles are not looked for; only shown, the encoder finds cycles by identity. */
    private final PyDict markers;
    private final Object defaultFunction;
    private final Object encoder;
    private final Object indent;
    private final Object keySeparator;
    private final Object itemSeparator;
    /** The separators' bytes if they are of Latin-1 characters, or null. */
    private final byte[] keyBytes;
    private final byte[] itemBytes;
    private final boolean sortKeys;
    private final boolean skipKeys;
    private final boolean allowNan;
    private final Quoting quoting;

    /** Who writes strings: one of our own functions, called directly, or a Python one. */
    private enum Quoting { ASCII, PLAIN, CALL }

    private JsonEncoder(PyDict markers, Object defaultFunction, Object encoder, Object indent, Object keySeparator,
            Object itemSeparator, boolean sortKeys, boolean skipKeys, boolean allowNan) {
        super(TYPE);
        this.markers = markers;
        this.defaultFunction = defaultFunction;
        this.encoder = encoder;
        this.indent = indent;
        this.keySeparator = keySeparator;
        this.itemSeparator = itemSeparator;
        this.keyBytes = bytesOrNull(keySeparator);
        this.itemBytes = bytesOrNull(itemSeparator);
        this.sortKeys = sortKeys;
        this.skipKeys = skipKeys;
        this.allowNan = allowNan;
        this.quoting = quoting(encoder);
    }

    private static byte[] bytesOrNull(Object separator) {
        return PyObjects.textOf(separator) instanceof String s ? Latin1.bytesOrNull(s) : null;
    }

    private static Quoting quoting(Object encoder) {
        if (encoder instanceof BuiltinFunction f && "_json".equals(f.module)) {
            return switch (f.name) {
                case "encode_basestring_ascii" -> Quoting.ASCII;
                case "encode_basestring" -> Quoting.PLAIN;
                default -> Quoting.CALL;
            };
        }
        return Quoting.CALL;
    }

    @PyNew(value = "(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)",
            hidden = true)
    static Object make(PyType cls, Object markers, Object defaultFunction, Object encoder, Object indent,
            @Text Object keySeparator, @Text Object itemSeparator, boolean sortKeys, boolean skipKeys,
            boolean allowNan) {
        if (markers != PyNone.NONE && !(markers instanceof PyDict)) {
            throw Errors.typeError("make_encoder() argument 1 must be dict or None, not " + PyType.of(markers).name());
        }
        return new JsonEncoder(markers instanceof PyDict d ? d : null, defaultFunction, encoder, indent, keySeparator,
                itemSeparator, sortKeys, skipKeys, allowNan);
    }

    @PyMethod(value = "__call__($self, /, obj, _current_indent_level)", hidden = true)
    @Override
    Object callWith(ThreadState ts, Object obj, long level) {
        JsonWriter out = new JsonWriter();
        write(ts, out, obj, (int) Math.max(level, 0));
        return PyTuple.of(out.build());
    }

    private void write(ThreadState ts, JsonWriter out, Object o, int level) {
        if (o instanceof String || PyObjects.isText(o)) {
            writeString(ts, out, o);
        } else if (o instanceof Long n) {
            out.appendLong(n);
        } else if (o instanceof Boolean b) {
            out.append(b ? "true" : "false");
        } else if (o == PyNone.NONE) {
            out.append("null");
        } else if (o instanceof Double || o instanceof PyFloatSub) {
            out.appendText(floatText(ts, o));
        } else if (o instanceof BigInteger || o instanceof PyIntSub) {
            out.appendText(intText(ts, o));
        } else if (o instanceof PyList || o instanceof PyTuple) {
            ts.enterCall(TOO_DEEP);
            try {
                writeList(ts, out, (PyObject) o, level);
            } finally {
                ts.leaveCall();
            }
        } else if (o instanceof PyDict d) {
            ts.enterCall(TOO_DEEP);
            try {
                writeDict(ts, out, d, level);
            } finally {
                ts.leaveCall();
            }
        } else {
            writeOther(ts, out, o, level);
        }
    }

    private void writeString(ThreadState ts, JsonWriter out, Object text) {
        switch (quoting) {
            case ASCII -> JsonText.quote(PyObjects.textOf(text), true, out);
            case PLAIN -> JsonText.quote(PyObjects.textOf(text), false, out);
            default -> {
                Object encoded = Calls.call1(ts, encoder, text);
                if (!PyObjects.isText(encoded)) {
                    throw Errors.typeError("encoder() must return a string, not " + PyType.of(encoded).name());
                }
                out.appendText(PyObjects.textOf(encoded));
            }
        }
    }

    private static Object intText(ThreadState ts, Object o) {
        return PyObjects.repr(ts, o instanceof PyIntSub sub ? sub.value : o);
    }

    private Object floatText(ThreadState ts, Object o) {
        double value = o instanceof PyFloatSub sub ? sub.value : (Double) o;
        if (Double.isFinite(value)) {
            return FloatText.repr(value);
        }
        if (!allowNan) {
            throw Errors.valueError("Out of range float values are not JSON compliant: " + PyObjects.reprJava(ts, o));
        }
        return value > 0 ? "Infinity" : value < 0 ? "-Infinity" : "NaN";
    }

    /** The objects being written, outermost first: what CPython keeps in {@code markers} by id. */
    static final class Path {

        private static final int SEARCHED = 32;

        private Object[] open = new Object[16];
        private int depth;
        /** All of them once the path is too long to be searched. */
        private IdentityHashMap<Object, Boolean> known;

        void enter(Object o) {
            if (known != null ? known.containsKey(o) : has(o)) {
                throw Errors.valueError("Circular reference detected");
            }
            if (depth == open.length) {
                open = Arrays.copyOf(open, 2 * depth);
            }
            open[depth++] = o;
            if (known != null) {
                known.put(o, true);
            } else if (depth == SEARCHED) {
                known = new IdentityHashMap<>();
                for (int i = 0; i < depth; i++) {
                    known.put(open[i], true);
                }
            }
        }

        private boolean has(Object o) {
            for (int i = 0; i < depth; i++) {
                if (open[i] == o) {
                    return true;
                }
            }
            return false;
        }

        void leave() {
            Object o = open[--depth];
            open[depth] = null;
            if (known != null) {
                known.remove(o);
            }
        }
    }

    private void enter(JsonWriter out, Object o) {
        if (markers != null) {
            out.path.enter(o);
        }
    }

    private void leave(JsonWriter out) {
        if (markers != null) {
            out.path.leave();
        }
    }

    private void newLine(JsonWriter out, int level) {
        out.append('\n');
        Object unit = PyObjects.textOf(indent);
        for (int i = 0; i < level; i++) {
            out.appendText(unit);
        }
    }

    private static void append(JsonWriter out, byte[] bytes, Object separator) {
        if (bytes == null || !out.appendLatin1(bytes)) {
            out.appendText(PyObjects.textOf(separator));
        }
    }

    private void separate(JsonWriter out, int level) {
        append(out, itemBytes, itemSeparator);
        if (indent != PyNone.NONE) {
            newLine(out, level);
        }
    }

    private void writeList(ThreadState ts, JsonWriter out, PyObject list, int level) {
        Object[] fast = list instanceof PyTuple t ? t.items() : null;
        int size = fast != null ? fast.length : ((PyList) list).size();
        if (size == 0) {
            out.append("[]");
            return;
        }
        enter(out, list);
        out.append('[');
        int inner = level;
        if (indent != PyNone.NONE) {
            inner++;
            newLine(out, inner);
        }
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                separate(out, inner);
            }
            try {
                write(ts, out, fast != null ? fast[i] : ((PyList) list).item(i), inner);
            } catch (PyRaise e) {
                PyObjects.addNote(ts, e.value, "when serializing " + fullName(list) + " item " + i);
                throw e;
            }
            if (fast == null) {
                size = ((PyList) list).size();
            }
            if ((i & 1023) == 1023) {
                ts.poll();
            }
        }
        leave(out);
        if (indent != PyNone.NONE) {
            newLine(out, level);
        }
        out.append(']');
    }

    private void writeDict(ThreadState ts, JsonWriter out, PyDict dict, int level) {
        if (dict.size() == 0) {
            out.append("{}");
            return;
        }
        enter(out, dict);
        out.append('{');
        Entries entries = new Entries(ts, out, dict, indent != PyNone.NONE ? level + 1 : level);
        if (sortKeys && dict.type() == PyDict.TYPE && entries.writeSorted()) {
            ts.poll();
        } else if (sortKeys || dict.type() != PyDict.TYPE) {
            entries.writeItems();
        } else {
            dict.forEach(entries);
        }
        leave(out);
        if (indent != PyNone.NONE && !entries.first) {
            newLine(out, level);
        }
        out.append('}');
    }

    /** Writes the entries of one dict. */
    private final class Entries implements PyDict.EntryConsumer {

        private final ThreadState ts;
        private final JsonWriter out;
        private final PyDict dict;
        private final int level;
        private boolean first = true;

        Entries(ThreadState ts, JsonWriter out, PyDict dict, int level) {
            this.ts = ts;
            this.out = out;
            this.dict = dict;
            this.level = level;
        }

        /** Writes the entries in the order of their keys if those are all Strings; gives up before the first if not. */
        boolean writeSorted() {
            List<String> keys = new ArrayList<>(dict.size());
            boolean[] others = new boolean[1];
            dict.forEach((key, value) -> {
                if (key instanceof String s) {
                    keys.add(s);
                } else {
                    others[0] = true;
                }
            });
            if (others[0]) {
                return false;
            }
            keys.sort(null);
            for (String key : keys) {
                Object value = dict.get(ts, key);
                if (value != null) {
                    accept(key, value);
                }
            }
            return true;
        }

        void writeItems() {
            Object items = Calls.method0(ts, dict, "items");
            if (!PyIter.isIterable(items)) {
                throw Errors.typeError(fullName(dict) + ".items() returned a non-iterable (type "
                        + PyType.of(items).name() + ")");
            }
            PyList list = PyList.of(PyIter.toArray(ts, items));
            if (sortKeys) {
                Calls.method0(ts, list, "sort");
            }
            for (int i = 0; i < list.size(); i++) {
                if (!(list.get(i) instanceof PyTuple item) || item.size() != 2) {
                    throw Errors.valueError("items must return 2-tuples");
                }
                accept(item.item(0), item.item(1));
            }
        }

        @Override
        public void accept(Object key, Object value) {
            Object text = keyText(ts, key);
            if (text == null) {
                return;
            }
            if (first) {
                first = false;
                if (indent != PyNone.NONE) {
                    newLine(out, level);
                }
            } else {
                separate(out, level);
            }
            writeString(ts, out, text);
            append(out, keyBytes, keySeparator);
            try {
                write(ts, out, value, level);
            } catch (PyRaise e) {
                PyObjects.addNote(ts, e.value,
                        "when serializing " + fullName(dict) + " item " + PyObjects.reprJava(ts, key));
                throw e;
            }
        }
    }

    /** A key as str, or null for one to skip. */
    private Object keyText(ThreadState ts, Object key) {
        if (PyObjects.isText(key)) {
            return key;
        }
        if (key instanceof Double || key instanceof PyFloatSub) {
            return floatText(ts, key);
        }
        if (key instanceof Boolean b) {
            return b ? "true" : "false";
        }
        if (key == PyNone.NONE) {
            return "null";
        }
        if (key instanceof Long || key instanceof BigInteger || key instanceof PyIntSub) {
            return intText(ts, key);
        }
        if (skipKeys) {
            return null;
        }
        throw Errors.typeError("keys must be str, int, float, bool or None, not " + PyType.of(key).name());
    }

    private void writeOther(ThreadState ts, JsonWriter out, Object o, int level) {
        enter(out, o);
        Object replacement = Calls.call1(ts, defaultFunction, o);
        ts.enterCall(TOO_DEEP);
        try {
            write(ts, out, replacement, level);
        } catch (PyRaise e) {
            PyObjects.addNote(ts, e.value, "when serializing " + fullName(o) + " object");
            throw e;
        } finally {
            ts.leaveCall();
        }
        leave(out);
    }

    /** The type's name with its module, as the format {@code %T} of CPython shows it. */
    private static String fullName(Object o) {
        PyType type = PyType.of(o);
        Object module = type.getOwn("__module__");
        String name = Str.toJava(type.qualname());
        if (!PyObjects.isText(module)) {
            module = type.builtinModule();
        }
        if (module == null || module.equals("builtins") || module.equals("__main__")) {
            return name;
        }
        return Str.toJava(PyObjects.textOf(module)) + "." + name;
    }

    @PyGetter("markers")
    Object markers() {
        return markers == null ? PyNone.NONE : markers;
    }

    @PyGetter("default")
    Object defaultFunction() {
        return defaultFunction;
    }

    @PyGetter("encoder")
    Object encoder() {
        return encoder;
    }

    @PyGetter("indent")
    Object indent() {
        return indent;
    }

    @PyGetter("key_separator")
    Object keySeparator() {
        return keySeparator;
    }

    @PyGetter("item_separator")
    Object itemSeparator() {
        return itemSeparator;
    }

    @PyGetter("sort_keys")
    boolean sortKeys() {
        return sortKeys;
    }

    @PyGetter("skipkeys")
    boolean skipKeys() {
        return skipKeys;
    }
}
