package dev.adder.stdlib.abc;

import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import java.util.WeakHashMap;

/** What an abstract base class knows: who was registered, and the answers given so far. Types are held weakly. */
@PyTypeSpec(name = "_abc_data", module = "_abc")
final class AbcData extends PyObject {
    static final PyType TYPE = PyType.builtinFinal("_abc_data", "_abc", null, new AbcDataTable()).withoutNew();

    private final WeakHashMap<PyType, Boolean> registry = new WeakHashMap<>(2);
    private final WeakHashMap<PyType, Boolean> cache = new WeakHashMap<>(4);
    private WeakHashMap<PyType, Boolean> negativeCache;
    /** The count of registrations for which the negative answers hold. */
    private long negativeVersion;

    AbcData(final long version) {
        super(TYPE);
        this.negativeVersion = version;
    }

    synchronized void register(final PyType type) {
        registry.put(type, Boolean.TRUE);
    }

    synchronized PyType[] registered() {
        return registry.keySet().toArray(new PyType[0]);
    }

    synchronized PyType[] cached() {
        return cache.keySet().toArray(new PyType[0]);
    }

    synchronized PyType[] negativeCached() {
        return negativeCache == null ? new PyType[0] : negativeCache.keySet().toArray(new PyType[0]);
    }

    synchronized long negativeVersion() {
        return negativeVersion;
    }

    synchronized void add(final PyType type) {
        cache.put(type, Boolean.TRUE);
    }

    synchronized boolean isCached(final PyType type) {
        return cache.containsKey(type);
    }

    /** Remembers a no that was found out when there had been {@code version} registrations, unless others count now. */
    synchronized void addNegative(final PyType type, final long version) {
        if (negativeVersion != version) {
            return;
        }
        if (negativeCache == null) {
            negativeCache = new WeakHashMap<>(4);
        }
        negativeCache.put(type, Boolean.TRUE);
    }

    /** Whether the answer is known to be no; forgets the negative answers if registrations were made since. */
    synchronized boolean isNegative(final PyType type, final long version) {
        if (negativeVersion < version) {
            negativeCache = null;
            negativeVersion = version;
            return false;
        }
        return negativeCache != null && negativeCache.containsKey(type);
    }

    synchronized boolean isNegativeNow(final PyType type, final long version) {
        return negativeVersion == version && negativeCache != null && negativeCache.containsKey(type);
    }

    synchronized void clearRegistry() {
        registry.clear();
    }

    synchronized void clearCaches() {
        cache.clear();
        negativeCache = null;
    }
}
