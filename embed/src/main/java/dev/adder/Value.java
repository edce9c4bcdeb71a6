package dev.adder;

import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Python object in Java's hands.
 *
 * <p>On the way to Python: {@code null} becomes None; Boolean bool; all integer types and BigInteger int; Float and Double
 * float; String and Character str; byte[] bytes; List list; Map dict; Object[] tuple; a Value what it holds; any other object
 * stays itself, of a Python type made from its class.
 */
public final class Value {
    private final Interpreter interpreter;
    private final Object object;

    Value(final Interpreter interpreter, final Object object) {
        this.interpreter = interpreter;
        this.object = object;
    }

    /** The runtime's own representation. */
    Object object() {
        return object;
    }

    Interpreter interpreter() {
        return interpreter;
    }

    public boolean isNone() {
        return object == PyNone.NONE;
    }

    /** The name of its type. */
    public String typeName() {
        return PyType.of(object).name();
    }

    /** An int that fits; OverflowError otherwise. */
    public long asLong() {
        return interpreter.inPython(ts -> PyNumber.asSsize(ts, object));
    }

    /** Any int. */
    public BigInteger asBigInteger() {
        return interpreter.inPython(ts -> {
            final Object n = PyNumber.index(ts, object);
            return n instanceof BigInteger b ? b : BigInteger.valueOf((Long) n);
        });
    }

    public double asDouble() {
        return interpreter.inPython(ts -> PyNumber.asDouble(ts, object));
    }

    /** {@code bool(value)}. */
    public boolean asBoolean() {
        return interpreter.inPython(ts -> PyObjects.isTrue(ts, object));
    }

    /** {@code str(value)}, as UTF-16. */
    public String asString() {
        return interpreter.inPython(ts -> PyObjects.strJava(ts, object));
    }

    /** {@code repr(value)}. */
    public String repr() {
        return interpreter.inPython(ts -> PyObjects.reprJava(ts, object));
    }

    /** The Java object that was given to Python, if it is one of that class. */
    public <T> T as(final Class<T> type) {
        return type.cast(object instanceof String || Str.isText(object) ? Str.toJava(object) : object);
    }

    /** The items of any iterable. */
    public List<Value> asList() {
        return interpreter.inPython(ts -> {
            final List<Value> items = new ArrayList<>();
            for (final Object item : PyIter.toArray(ts, object)) {
                items.add(new Value(interpreter, item));
            }
            return items;
        });
    }

    public Value call(final Object... arguments) {
        return interpreter.inPython(ts -> new Value(interpreter,
                Calls.call(ts, object, Conversion.allToPython(ts, arguments), null)));
    }

    /** With keyword arguments. */
    public Value call(final Map<String, ?> keywords, final Object... arguments) {
        return interpreter.inPython(ts -> {
            final Object[] all = new Object[arguments.length + keywords.size()];
            System.arraycopy(Conversion.allToPython(ts, arguments), 0, all, 0, arguments.length);
            final String[] names = new String[keywords.size()];
            int i = 0;
            for (final Map.Entry<String, ?> keyword : keywords.entrySet()) {
                names[i] = keyword.getKey().intern();
                all[arguments.length + i++] = Conversion.toPython(ts, keyword.getValue());
            }
            return new Value(interpreter, Calls.call(ts, object, all, names.length == 0 ? null : names));
        });
    }

    public Value getAttribute(final String name) {
        return interpreter.inPython(ts -> new Value(interpreter, PyObjects.getAttr(ts, object, name.intern())));
    }

    public void setAttribute(final String name, final Object value) {
        interpreter.inPython(ts -> {
            PyObjects.setAttr(ts, object, name.intern(), Conversion.toPython(ts, value));
            return null;
        });
    }

    /** {@code value[key]}. */
    public Value getItem(final Object key) {
        return interpreter.inPython(ts -> new Value(interpreter,
                PyObjects.getItem(ts, object, Conversion.toPython(ts, key))));
    }

    /**
     * The object and all that it refers to, in a form that {@link Interpreter#deserialize} understands elsewhere: data,
     * functions with their closure and the globals they use, classes; modules go by name.
     */
    public byte[] serialize() {
        return interpreter.inPython(ts -> new GraphWriter(ts).write(object));
    }

    @Override
    public String toString() {
        return asString();
    }
}
