package dev.adder;

import dev.adder.language.text.Str;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Java values on their way to Python; the border at which everything is normalised. */
final class Conversion {
    private Conversion() {
    }

    static Object[] allToPython(final ThreadState ts, final Object[] values) {
        final Object[] converted = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            converted[i] = toPython(ts, values[i]);
        }
        return converted;
    }

    static Object toPython(final ThreadState ts, final Object value) {
        return switch (value) {
            case null -> PyNone.NONE;
            case Value v -> v.object();
            case Boolean b -> b;
            case Long n -> n;
            case Integer n -> n.longValue();
            case Short n -> n.longValue();
            case Byte n -> n.longValue();
            case BigInteger n -> n.bitLength() < 64 ? (Object) n.longValue() : n;
            case Double d -> d;
            case Float f -> f.doubleValue();
            case String s -> Str.ofUtf16(s);
            case Character c -> Str.ofUtf16(c.toString());
            case byte[] bytes -> PyBytes.of(bytes.clone());
            case List<?> list -> PyList.of(allToPython(ts, list.toArray()));
            case Map<?, ?> map -> {
                final PyDict dict = new PyDict();
                map.forEach((k, v) -> dict.put(ts, toPython(ts, k), toPython(ts, v)));
                yield dict;
            }
            case Object[] array -> PyTuple.of(allToPython(ts, array));
            default -> value;
        };
    }
}
