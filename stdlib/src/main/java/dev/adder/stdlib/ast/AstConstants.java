package dev.adder.stdlib.ast;

import dev.adder.language.ast.Const;
import dev.adder.language.ast.Singleton;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyEllipsis;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyFrozenSet;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Python objects as the compiler's constants. */
final class AstConstants {
    private AstConstants() {
    }

    /** Only values of exactly the types that literals have. */
    static Object read(final ThreadState ts, final Object value) {
        if (value == PyNone.NONE) {
            return Singleton.NONE;
        }
        if (value == PyEllipsis.ELLIPSIS) {
            return Singleton.ELLIPSIS;
        }
        if (value instanceof Boolean || value instanceof Long || value instanceof BigInteger || value instanceof Double
                || value instanceof String || value instanceof dev.adder.language.text.WideStr) {
            return value;
        }
        if (value instanceof PyComplex z && z.type() == PyComplex.TYPE) {
            return new Const.ComplexConst(z.re, z.im);
        }
        if (value instanceof PyBytes b && b.type() == PyBytes.TYPE) {
            return new Const.BytesConst(b.bytes());
        }
        if (value instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            return new Const.TupleConst(all(ts, t));
        }
        if (value instanceof PyFrozenSet s && s.type() == PyFrozenSet.TYPE) {
            return new Const.FrozenSetConst(all(ts, s));
        }
        throw Errors.typeError("got an invalid type in Constant: " + PyType.of(value).name());
    }

    private static List<Object> all(final ThreadState ts, final Object items) {
        final List<Object> out = new ArrayList<>();
        ts.enterCall(" during compilation");
        try {
            for (final Object item : PyIter.toArray(ts, items)) {
                out.add(read(ts, item));
            }
        } finally {
            ts.leaveCall();
        }
        return List.copyOf(out);
    }

}
