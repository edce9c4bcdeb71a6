package dev.adder;

import dev.adder.language.ir.CodeFormat;
import dev.adder.language.ir.CodeFormatException;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyEllipsis;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Cell;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyFrozenSet;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link GraphWriter} wrote; ValueError for anything else. */
final class GraphReader {
    private final ThreadState ts;
    private final ByteBuffer in;
    private final List<Object> numbered = new ArrayList<>();

    GraphReader(final ThreadState ts, final byte[] bytes) {
        this.ts = ts;
        this.in = ByteBuffer.wrap(bytes);
    }

    Object read() {
        try {
            if (in.getInt() != GraphFormat.MAGIC) {
                throw Errors.valueError("not a serialized object");
            }
            final int version = in.getInt();
            if (version != GraphFormat.VERSION) {
                throw Errors.valueError("serialized in version " + version + ", not " + GraphFormat.VERSION);
            }
            final Object root = value();
            if (in.hasRemaining()) {
                throw Errors.valueError("more bytes than the serialized object has");
            }
            return root;
        } catch (final BufferUnderflowException e) {
            throw Errors.valueError("serialized object is cut short");
        } catch (final CodeFormatException | IndexOutOfBoundsException | ClassCastException e) {
            throw Errors.valueError("serialized object is damaged: " + e.getMessage());
        }
    }

    private int count() {
        final int n = in.getInt();
        if (n < 0 || n > in.remaining()) {
            throw Errors.valueError("serialized object is cut short");
        }
        return n;
    }

    private byte[] raw() {
        final byte[] content = new byte[count()];
        in.get(content);
        return content;
    }

    private Object text() {
        final int[] points = new int[count()];
        for (int i = 0; i < points.length; i++) {
            points[i] = in.getInt();
        }
        return Str.of(points, 0, points.length);
    }

    private <T> T keep(final T value) {
        numbered.add(value);
        return value;
    }

    private Object[] items() {
        final Object[] items = new Object[count()];
        for (int i = 0; i < items.length; i++) {
            items[i] = value();
        }
        return items;
    }

    private Object value() {
        final int tag = in.get();
        return switch (tag) {
            case GraphFormat.ABSENT -> null;
            case GraphFormat.NONE -> PyNone.NONE;
            case GraphFormat.ELLIPSIS -> PyEllipsis.ELLIPSIS;
            case GraphFormat.TRUE -> true;
            case GraphFormat.FALSE -> false;
            case GraphFormat.LONG -> in.getLong();
            case GraphFormat.BIG -> new BigInteger(raw());
            case GraphFormat.FLOAT -> Double.longBitsToDouble(in.getLong());
            case GraphFormat.TEXT -> text();
            case GraphFormat.REFERENCE -> numbered.get(in.getInt());
            case GraphFormat.MODULE -> module();
            case GraphFormat.NAMED -> named();
            default -> container(tag);
        };
    }

    private Object container(final int tag) {
        return switch (tag) {
            case GraphFormat.TUPLE -> keep(PyTuple.of(items()));
            case GraphFormat.FROZENSET -> keep(PyFrozenSet.ofConstants(items()));
            case GraphFormat.BYTES -> keep(PyBytes.of(raw()));
            case GraphFormat.COMPLEX -> keep(new PyComplex(in.getDouble(), in.getDouble()));
            case GraphFormat.LIST -> {
                final PyList list = keep(new PyList());
                for (final Object item : items()) {
                    list.append(ts, item);
                }
                yield list;
            }
            case GraphFormat.SET -> {
                final PySet set = keep(new PySet());
                for (final Object item : items()) {
                    set.add(ts, item);
                }
                yield set;
            }
            case GraphFormat.DICT -> {
                final PyDict dict = keep(new PyDict());
                final Object[] entries = items();
                for (int i = 0; i + 1 < entries.length; i += 2) {
                    dict.put(ts, entries[i], entries[i + 1]);
                }
                yield dict;
            }
            case GraphFormat.CODE -> keep(new PyCode(CodeFormat.read(raw())));
            case GraphFormat.FUNCTION -> function();
            case GraphFormat.CLASS -> heapType();
            case GraphFormat.INSTANCE -> instance();
            default -> throw Errors.valueError("serialized object is damaged: tag " + tag);
        };
    }

    private Object module() {
        final int number = numbered.size();
        numbered.add(null);
        final Object name = text();
        ts.interp.importModule(ts, Str.nameKey(name));
        final Object module = ts.interp.modules.get(ts, name);
        numbered.set(number, module);
        return module;
    }

    private Object named() {
        final int number = numbered.size();
        numbered.add(null);
        final Object name = text();
        ts.interp.importModule(ts, Str.nameKey(name));
        Object found = ts.interp.modules.get(ts, name);
        for (final String part : Str.toJava(text()).split("\\.")) {
            found = PyObjects.getAttr(ts, found, part.intern());
        }
        numbered.set(number, found);
        return found;
    }

    private Object function() {
        final int number = numbered.size();
        numbered.add(null);
        final PyCode code = (PyCode) value();
        final PyDict globals = namespace();
        final Cell[] cells = new Cell[count()];
        final List<Cell> fresh = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            final int known = in.getInt();
            if (known >= 0) {
                cells[i] = (Cell) numbered.get(known);
            } else {
                cells[i] = keep(new Cell(null));
                fresh.add(cells[i]);
            }
        }
        final PyFunction f = new PyFunction(CodeState.of(code, globals, ts.interp.builtins()),
                cells.length == 0 ? null : cells, null, null);
        numbered.set(number, f);
        for (final Cell cell : fresh) {
            cell.value = value();
        }
        f.setDefaults((PyTuple) value());
        f.setKwDefaults((PyDict) value());
        f.name = value();
        f.qualname = value();
        f.doc = value();
        f.module = value();
        final Object[] used = items();
        for (int i = 0; i + 1 < used.length; i += 2) {
            globals.put(ts, used[i], used[i + 1]);
        }
        return f;
    }

    private PyDict namespace() {
        final int known = in.getInt();
        if (known >= 0) {
            return (PyDict) numbered.get(known);
        }
        final PyDict globals = keep(new PyDict());
        final Object name = value();
        globals.putStr("__name__", name == null ? PyNone.NONE : name);
        globals.putStr("__builtins__", ts.interp.modules.getStr("builtins"));
        return globals;
    }

    private Object heapType() {
        final int number = numbered.size();
        numbered.add(null);
        final Object name = text();
        final Object[] bases = items();
        final Object slots = value();
        final PyDict start = new PyDict();
        if (slots != null) {
            start.putStr("__slots__", slots);
        }
        final Object type = Calls.call3(ts, PyType.TYPE, name, PyTuple.of(bases), start);
        numbered.set(number, type);
        final Object[] attributes = items();
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            PyObjects.setAttr(ts, type, Str.nameKey(attributes[i]), attributes[i + 1]);
        }
        return type;
    }

    private Object instance() {
        final Object maker = value();
        final PyTuple arguments = (PyTuple) value();
        final Object made = keep(Calls.call(ts, maker, arguments.items(), null));
        final Object state = value();
        for (final Object item : items()) {
            Calls.method1(ts, made, "append", item);
        }
        for (final Object pair : items()) {
            final Object[] entry = ((PyTuple) pair).items();
            PyObjects.setItem(ts, made, entry[0], entry[1]);
        }
        if (state != PyNone.NONE) {
            restore(made, state);
        }
        return made;
    }

    private void restore(final Object made, final Object state) {
        final Object setter = PyObjects.lookupAttr(ts, made, "__setstate__");
        if (setter != null) {
            Calls.call1(ts, setter, state);
            return;
        }
        final Object[] parts = state instanceof PyTuple pair && pair.size() == 2 ? pair.items() : new Object[] {state};
        for (final Object part : parts) {
            if (part instanceof PyDict attributes) {
                for (final Object key : PyIter.toArray(ts, attributes)) {
                    PyObjects.setAttr(ts, made, Str.nameKey(PyObjects.textOf(key)), attributes.get(ts, key));
                }
            }
        }
    }
}
