package dev.adder.runtime;

import java.util.concurrent.ConcurrentHashMap;

/**
 * What look-ups along a type's MRO have given, {@link #ABSENT} for nothing, since the type changed last: whoever changes
 * it takes a new one, so what a thread that is late still writes here is read by nobody.
 */
final class TypeLookups extends ConcurrentHashMap<String, Object> {
    private static final long serialVersionUID = 1;
    static final Object ABSENT = new Object();

    /** See {@link PyType#hooks}; -1 if not asked yet. */
    volatile int hooks = -1;
    /** {@code __getitem__}, asked for more than all others: null if not asked yet. */
    volatile Object itemGetter;
    /** The {@code __new__} of a built-in type that was found to be the one that may make instances. */
    BuiltinNew legalNew;
    /** What {@code super} found last; the place by the name's hash. Null if nothing was asked yet. */
    private AfterType[] afterTypes;

    /** What an attribute is found to be along the MRO behind a type, null if not at all. */
    private record AfterType(PyType start, String key, Object found) {
    }

    TypeLookups() {
        super(8);
    }

    /** The attribute along the MRO, or null; remembered in {@code known} unless that is null. */
    static Object find(final PyType type, final TypeLookups known, final String key) {
        Object found = null;
        for (final PyType t : type.mro()) {
            found = t.getOwn(key);
            if (found != null) {
                break;
            }
        }
        if (known != null) {
            known.put(key, found == null ? ABSENT : found);
        }
        return found;
    }

    /** As {@link #find}, behind {@code start} in the MRO. */
    static Object findAfter(final PyType type, final TypeLookups known, final PyType start, final String key) {
        final AfterType[] afterTypes = known == null ? null : known.afterTypes;
        final int at = key.hashCode() & 3;
        if (afterTypes != null) {
            final AfterType last = afterTypes[at];
            if (last != null && last.start == start && last.key.equals(key)) {
                return last.found;
            }
        }
        final Object found = lookAfter(type.mro(), start, key);
        if (known != null) {
            if (afterTypes == null) {
                known.afterTypes = new AfterType[4];
            } else {
                afterTypes[at] = new AfterType(start, key, found);
            }
        }
        return found;
    }

    private static Object lookAfter(final PyType[] mro, final PyType start, final String key) {
        int i = 0;
        while (i < mro.length && mro[i] != start) {
            i++;
        }
        for (i++; i < mro.length; i++) {
            final Object found = mro[i].getOwn(key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** {@link PyType#hooks}, remembered in {@code known} unless that is null. */
    static int findHooks(final PyType type, final TypeLookups known) {
        int h = 0;
        if (isUserDefined(type, "__getattribute__")) {
            h |= PyType.HOOK_GETATTRIBUTE;
        }
        if (isUserDefined(type, "__getattr__")) {
            h |= PyType.HOOK_GETATTR;
        }
        if (isUserDefined(type, "__setattr__")) {
            h |= PyType.HOOK_SETATTR;
        }
        if (isUserDefined(type, "__delattr__")) {
            h |= PyType.HOOK_DELATTR;
        }
        if (type.lookup("__get__") != null) {
            h |= PyType.HOOK_GET;
        }
        if (type.lookup("__set__") != null) {
            h |= PyType.HOOK_SET;
        }
        if (type.lookup("__delete__") != null) {
            h |= PyType.HOOK_DELETE;
        }
        if (type.isHeapType() && type.lookup("__del__") != null) {
            h |= PyType.HOOK_FINALIZE;
        }
        if (!isOfObject(type, "__eq__") || !isOfObject(type, "__ne__")) {
            h |= PyType.HOOK_EQUALITY;
        }
        if (known != null) {
            known.hooks = h;
        }
        return h;
    }

    private static boolean isOfObject(final PyType type, final String key) {
        return type.lookup(key) instanceof BuiltinDescriptor d && d.owner == PyType.OBJECT;
    }

    /** Whether the attribute is found and is not the wrapper of the built-in slot of that name. */
    private static boolean isUserDefined(final PyType type, final String key) {
        final Object found = type.lookup(key);
        return found != null && !(found instanceof BuiltinDescriptor d && d.name.equals(key));
    }
}
