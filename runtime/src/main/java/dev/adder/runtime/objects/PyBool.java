package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.ops.PyObjects;

/** The type bool. Its values are Boolean. */
@PyTypeSpec(name = "bool")
public final class PyBool {
    public static final PyType TYPE =
            PyType.builtinFinal("bool", "builtins", PyInt.TYPE, new PyBoolTable()).sameLayout();

    private PyBool() {
    }

    @PyNew("(object=False, /)")
    static Object make(final ThreadState ts, final PyType cls, final Object object) {
        return PyObjects.isTrue(ts, object);
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final Object self) {
        return (Boolean) self ? "True" : "False";
    }

    @PyMethod("__invert__($self, /)")
    static Object invert(final ThreadState ts, final Object self) {
        Warnings.deprecated(ts, "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This "
                + "returns the bitwise inversion of the underlying int object and is usually not what you expect from "
                + "negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the "
                + "bitwise inversion of the underlying int.");
        return (Boolean) self ? -2L : -1L;
    }

    @PyMethod("__and__($self, value, /)")
    static Object and(final Object self, final Object value) {
        return value instanceof Boolean b ? (Object) ((Boolean) self & b) : IntMethods.and(self, value);
    }

    @PyMethod("__rand__($self, value, /)")
    static Object rand(final Object self, final Object value) {
        return and(self, value);
    }

    @PyMethod("__or__($self, value, /)")
    static Object or(final Object self, final Object value) {
        return value instanceof Boolean b ? (Object) ((Boolean) self | b) : IntMethods.or(self, value);
    }

    @PyMethod("__ror__($self, value, /)")
    static Object ror(final Object self, final Object value) {
        return or(self, value);
    }

    @PyMethod("__xor__($self, value, /)")
    static Object xor(final Object self, final Object value) {
        return value instanceof Boolean b ? (Object) ((Boolean) self ^ b) : IntMethods.xor(self, value);
    }

    @PyMethod("__rxor__($self, value, /)")
    static Object rxor(final Object self, final Object value) {
        return xor(self, value);
    }
}
