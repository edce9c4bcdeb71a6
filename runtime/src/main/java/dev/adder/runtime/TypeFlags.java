package dev.adder.runtime;

/** {@code type.__flags__}: the bits of CPython's Include/object.h that Python code looks at. */
public final class TypeFlags {
    private static final long IMMUTABLE = 1L << 8;
    private static final long HEAPTYPE = 1L << 9;
    private static final long BASETYPE = 1L << 10;
    private static final long READY = 1L << 12;
    private static final long HAVE_GC = 1L << 14;
    private static final long IS_ABSTRACT = 1L << 20;
    private static final String[] SUBCLASS_NAMES = {"int", "list", "tuple", "bytes", "str", "dict", "BaseException",
        "type"};

    private TypeFlags() {
    }

    /** In CPython the types of extension modules are heap types, which pickling looks at; these two are not. */
    private static boolean isHeapTypeOfModule(final PyType t) {
        final String name = t.fullName();
        return name.indexOf('.') > 0 && !name.startsWith("types.") && !name.equals("typing.Union")
                && !name.equals("collections.OrderedDict");
    }

    public static long of(final PyType t) {
        long flags = READY | HAVE_GC | t.patternFlags();
        flags |= t.isHeapType() ? HEAPTYPE : isHeapTypeOfModule(t) ? HEAPTYPE | IMMUTABLE : IMMUTABLE;
        if (t.isBasetype()) {
            flags |= BASETYPE;
        }
        if (t.hasAbstractMethods()) {
            flags |= IS_ABSTRACT;
        }
        for (int i = 0; i < SUBCLASS_NAMES.length; i++) {
            for (final PyType b : t.mro()) {
                if (!b.isHeapType() && b.name().equals(SUBCLASS_NAMES[i])) {
                    flags |= 1L << 24 + i;
                }
            }
        }
        return flags;
    }
}
