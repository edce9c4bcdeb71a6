package dev.adder.language.ir;

import dev.adder.language.ast.Const;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes two constants one (CPython {@code _PyCode_ConstantKey}): same kind and same value, floats by their bits,
 * in tuples too. Java's equals serves for all but tuples holding code, which are never shared.
 */
final class ConstKey {
    private record Identity(Object value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Identity that && value == that.value;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(value);
        }
    }

    private ConstKey() {
    }

    static Object of(Object value) {
        return switch (value) {
            case Code code -> new Identity(code);
            case Const.TupleConst tuple -> {
                List<Object> keys = new ArrayList<>(tuple.items().size());
                for (Object item : tuple.items()) {
                    keys.add(of(item));
                }
                yield new Const.TupleConst(keys);
            }
            default -> value;
        };
    }
}
