package dev.adder;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.CodeFormat;
import dev.adder.language.ir.Op;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyEllipsis;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.interp.Cell;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyClassMethod;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyFrozenSet;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyProperty;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PyStaticMethod;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a graph of objects; {@link GraphFormat} says how. */
final class GraphWriter {
    /** What a class has without having been given it. */
    private static final Set<String> OWN = Set.of("__dict__", "__weakref__", "__slots__");

    private final ThreadState ts;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<Object, Integer> numbers = new IdentityHashMap<>();

    GraphWriter(final ThreadState ts) {
        this.ts = ts;
    }

    byte[] write(final Object root) {
        try {
            out.writeInt(GraphFormat.MAGIC);
            out.writeInt(GraphFormat.VERSION);
            value(root);
            return bytes.toByteArray();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void value(final Object o) throws IOException {
        switch (o) {
            case null -> out.writeByte(GraphFormat.ABSENT);
            case Boolean b -> out.writeByte(b ? GraphFormat.TRUE : GraphFormat.FALSE);
            case Long n -> {
                out.writeByte(GraphFormat.LONG);
                out.writeLong(n);
            }
            case BigInteger n -> {
                out.writeByte(GraphFormat.BIG);
                raw(n.toByteArray());
            }
            case Double d -> {
                out.writeByte(GraphFormat.FLOAT);
                out.writeLong(Double.doubleToRawLongBits(d));
            }
            case PyObject p -> object(p);
            default -> {
                if (!Str.isText(o)) {
                    throw cannot(o);
                }
                out.writeByte(GraphFormat.TEXT);
                text(o);
            }
        }
    }

    private PyRaise cannot(final Object o) {
        return Errors.typeError("cannot serialize '" + PyType.of(o).name() + "' object");
    }

    private void raw(final byte[] content) throws IOException {
        out.writeInt(content.length);
        out.write(content);
    }

    /** By code points, so that lone surrogates stay what they are. */
    private void text(final Object text) throws IOException {
        final int n = Str.length(text);
        out.writeInt(n);
        for (int i = 0; i < n; i++) {
            out.writeInt(Str.codePointAt(text, i));
        }
    }

    private void object(final PyObject o) throws IOException {
        if (o == PyNone.NONE) {
            out.writeByte(GraphFormat.NONE);
            return;
        }
        if (o == PyEllipsis.ELLIPSIS) {
            out.writeByte(GraphFormat.ELLIPSIS);
            return;
        }
        final Integer known = numbers.get(o);
        if (known != null) {
            out.writeByte(GraphFormat.REFERENCE);
            out.writeInt(known);
            return;
        }
        if (o instanceof PyModule m) {
            number(o);
            out.writeByte(GraphFormat.MODULE);
            text(PyObjects.textOf(m.dict().getStr("__name__")));
        } else if (!named(o)) {
            content(o);
        }
    }

    private void number(final Object o) {
        numbers.put(o, numbers.size());
    }

    /** What an importable module has under the object's own name travels by that name. */
    private boolean named(final PyObject o) throws IOException {
        if (!(o instanceof PyType) && !PyObjects.isCallable(o) || o instanceof PyFunction f && f.module == null) {
            return false;
        }
        final Object module = PyObjects.lookupAttr(ts, o, "__module__");
        final Object qualname = PyObjects.lookupAttr(ts, o, "__qualname__");
        if (module == null || !PyObjects.isText(module) || qualname == null || !PyObjects.isText(qualname)
                || PyObjects.strJava(ts, module).equals("__main__")) {
            return false;
        }
        Object found = ts.interp.modules.get(ts, module);
        for (final String part : Str.toJava(PyObjects.textOf(qualname)).split("\\.")) {
            found = found == null ? null : PyObjects.lookupAttr(ts, found, part.intern());
        }
        if (found != o) {
            return false;
        }
        number(o);
        out.writeByte(GraphFormat.NAMED);
        text(PyObjects.textOf(module));
        text(PyObjects.textOf(qualname));
        return true;
    }

    private void content(final PyObject o) throws IOException {
        final PyType type = o.type();
        if (type == PyTuple.TYPE) {
            // A tuple in a cycle is reached through something mutable first.
            out.writeByte(GraphFormat.TUPLE);
            items(((PyTuple) o).items());
            number(o);
        } else if (type == PyFrozenSet.TYPE) {
            out.writeByte(GraphFormat.FROZENSET);
            items(PyIter.toArray(ts, o));
            number(o);
        } else if (type == PyBytes.TYPE) {
            number(o);
            out.writeByte(GraphFormat.BYTES);
            raw(((PyBytes) o).bytes());
        } else if (type == PyComplex.TYPE) {
            number(o);
            out.writeByte(GraphFormat.COMPLEX);
            out.writeDouble(((PyComplex) o).re);
            out.writeDouble(((PyComplex) o).im);
        } else if (type == PyList.TYPE) {
            number(o);
            out.writeByte(GraphFormat.LIST);
            items(((PyList) o).toArray());
        } else if (type == PySet.TYPE) {
            number(o);
            out.writeByte(GraphFormat.SET);
            items(PyIter.toArray(ts, o));
        } else if (type == PyDict.TYPE) {
            number(o);
            out.writeByte(GraphFormat.DICT);
            dict((PyDict) o);
        } else {
            special(o);
        }
    }

    private void special(final PyObject o) throws IOException {
        switch (o) {
            case PyCode code -> {
                number(o);
                out.writeByte(GraphFormat.CODE);
                raw(CodeFormat.write(code.ir()));
            }
            case PyFunction f -> function(f);
            case PyType t -> heapType(t);
            case PyStaticMethod m -> made(o, PyObjects.getAttr(ts, m, "__func__"));
            case PyClassMethod m -> made(o, PyObjects.getAttr(ts, m, "__func__"));
            case PyProperty p -> made(o, PyObjects.getAttr(ts, p, "fget"), PyObjects.getAttr(ts, p, "fset"),
                    PyObjects.getAttr(ts, p, "fdel"));
            default -> instance(o);
        }
    }

    private void items(final Object[] items) throws IOException {
        out.writeInt(items.length);
        for (final Object item : items) {
            value(item);
        }
    }

    private void dict(final PyDict dict) throws IOException {
        final List<Object> entries = new ArrayList<>();
        dict.forEach((key, value) -> {
            entries.add(key);
            entries.add(value);
        });
        items(entries.toArray());
    }

    // ---- functions ----

    private void function(final PyFunction f) throws IOException {
        out.writeByte(GraphFormat.FUNCTION);
        number(f);
        value(f.code());
        namespace(f.globals());
        final Cell[] cells = f.closure() == null ? new Cell[0] : f.closure();
        out.writeInt(cells.length);
        final List<Cell> fresh = new ArrayList<>();
        for (final Cell cell : cells) {
            final Integer known = numbers.get(cell);
            if (known == null) {
                number(cell);
                fresh.add(cell);
            }
            out.writeInt(known == null ? -1 : known);
        }
        for (final Cell cell : fresh) {
            value(cell.value);
        }
        value(f.defaults());
        value(f.kwDefaults());
        value(f.name);
        value(f.qualname);
        value(f.doc);
        value(f.module);
        globals(f);
    }

    /** The number of a namespace; its entries come with the functions that use them. */
    private void namespace(final PyDict globals) throws IOException {
        final Integer known = numbers.get(globals);
        out.writeInt(known == null ? -1 : known);
        if (known == null) {
            number(globals);
            value(globals.getStr("__name__"));
        }
    }

    private void globals(final PyFunction f) throws IOException {
        final Set<String> names = new LinkedHashSet<>();
        collect(f.code().ir(), names);
        final List<Object> found = new ArrayList<>();
        for (final String name : names) {
            final Object value = f.globals().getStr(name);
            if (value != null) {
                found.add(Str.fromNameKey(name));
                found.add(value);
            }
        }
        items(found.toArray());
    }

    /** The global names that a code reads, nested codes included. */
    private static void collect(final Code code, final Set<String> names) {
        final int[] words = code.code;
        int pc = 0;
        while (pc < words.length) {
            final Op op = Op.of(words[pc]);
            switch (op) {
                case LOAD_GLOBAL, LOAD_NAME -> names.add(code.names[words[pc + 2]]);
                case LOAD_FROM_DICT_OR_GLOBALS -> names.add(code.names[words[pc + 3]]);
                default -> {
                    // Only these read the globals.
                }
            }
            pc += op.length(words, pc);
        }
        for (final Object constant : code.consts) {
            final Code nested = Code.nested(constant);
            if (nested != null) {
                collect(nested, names);
            }
        }
    }

    // ---- classes and instances ----

    private void heapType(final PyType type) throws IOException {
        if (!type.isHeapType() || type.type() != PyType.TYPE) {
            throw cannot(type);
        }
        out.writeByte(GraphFormat.CLASS);
        number(type);
        text(Str.fromNameKey(type.name()));
        items(type.bases());
        value(type.dict().getStr("__slots__"));
        final Object slots = type.dict().getStr("__slots__");
        final Set<Object> slotNames = new LinkedHashSet<>();
        if (slots != null) {
            if (PyObjects.isText(slots)) {
                slotNames.add(slots);
            } else {
                slotNames.addAll(List.of(PyIter.toArray(ts, slots)));
            }
        }
        final List<Object> attributes = new ArrayList<>();
        for (final String name : type.dict().stringKeys()) {
            if (!OWN.contains(name) && !slotNames.contains(name)) {
                attributes.add(Str.fromNameKey(name));
                attributes.add(type.dict().getStr(name));
            }
        }
        items(attributes.toArray());
    }

    /** By calling its type. */
    private void made(final PyObject o, final Object... arguments) throws IOException {
        out.writeByte(GraphFormat.INSTANCE);
        value(o.type());
        value(PyTuple.of(arguments));
        number(o);
        value(PyNone.NONE);
        items(new Object[0]);
        items(new Object[0]);
    }

    /** By the pickle protocol: what makes it, and its state. */
    private void instance(final PyObject o) throws IOException {
        final Object reduced;
        try {
            reduced = Calls.method1(ts, o, "__reduce_ex__", 4L);
        } catch (final PyRaise e) {
            throw Errors.matches(e, ExceptionTypes.TYPE_ERROR) ? cannot(o) : e;
        }
        if (!(reduced instanceof PyTuple t) || t.size() < 2) {
            throw cannot(o);
        }
        out.writeByte(GraphFormat.INSTANCE);
        value(t.items()[0]);
        value(t.items()[1]);
        number(o);
        value(t.size() > 2 ? t.items()[2] : PyNone.NONE);
        all(t.size() > 3 ? t.items()[3] : PyNone.NONE);
        all(t.size() > 4 ? t.items()[4] : PyNone.NONE);
    }

    private void all(final Object iterator) throws IOException {
        items(iterator == PyNone.NONE ? new Object[0] : PyIter.toArray(ts, iterator));
    }
}
