package dev.adder.stdlib.dataclasses;

import dev.adder.language.text.Str;
import dev.adder.language.text.WideStr;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.GlobalCell;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import java.math.BigInteger;

/** {@code inspect.formatannotation}, and {@code repr} of defaults, for what needs no Python code; null for the rest. */
final class AnnotationText {
    private final GlobalCell factory;

    AnnotationText(final PyDict dataclasses) {
        factory = dataclasses.cell("_HAS_DEFAULT_FACTORY");
    }

    Object of(final ThreadState ts, final Object annotation) {
        if (annotation == PyNone.NONE || isText(annotation)) {
            return PyObjects.repr(ts, annotation);
        }
        if (annotation instanceof PyType type) {
            return ofType(ts, type);
        }
        return annotation instanceof PyGenericAlias alias && alias.type() == PyGenericAlias.TYPE
                && isPlain(ts, alias) ? PyObjects.str(ts, alias) : null;
    }

    /** Not of a subclass of str. */
    private static boolean isText(final Object value) {
        return value instanceof String || value instanceof WideStr;
    }

    private static Object ofType(final ThreadState ts, final PyType type) {
        final String module = moduleOf(ts, type);
        if (module == null || module.equals("typing")) {
            return null;
        }
        final Object name = type.qualname();
        return module.equals("builtins") ? name : Str.concat(module.concat("."), name);
    }

    /** {@code __module__}, if it is a text that is had without asking a metaclass. */
    private static String moduleOf(final ThreadState ts, final PyType type) {
        final PyType meta = type.type();
        if (meta != PyType.TYPE && (!(meta.lookup("__module__") instanceof String)
                || meta.lookup("__getattribute__") != PyType.TYPE.lookup("__getattribute__")
                || meta.lookup("__qualname__") != PyType.TYPE.lookup("__qualname__"))) {
            return null;
        }
        if (!type.isHeapType()) {
            return type.builtinModule();
        }
        return type.getOwn("__module__") instanceof String s ? s : null;
    }

    /** Of types alone, and so without Python code in its {@code repr}. */
    private static boolean isPlain(final ThreadState ts, final PyGenericAlias alias) {
        if (!(alias.origin instanceof PyType origin) || ofType(ts, origin) == null) {
            return false;
        }
        for (final Object arg : alias.args.items()) {
            if (!(arg instanceof PyType type) || ofType(ts, type) == null) {
                return false;
            }
        }
        return true;
    }

    Object ofDefault(final ThreadState ts, final Object value) {
        if (value == PyNone.NONE || value instanceof Boolean || value instanceof Long || value instanceof Double
                || value instanceof BigInteger || value == PyTuple.EMPTY || isText(value)) {
            return PyObjects.repr(ts, value);
        }
        return value == factory.peek() && StandIn.isOriginal(PyType.of(value).lookup("__repr__")) ? "<factory>" : null;
    }
}
