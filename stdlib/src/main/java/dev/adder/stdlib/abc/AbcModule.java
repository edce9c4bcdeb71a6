package dev.adder.stdlib.abc;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyFrozenSet;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.util.concurrent.atomic.AtomicLong;

/** The module {@code _abc}: what {@code abc.ABCMeta} rests on (CPython's Modules/_abc.c). */
@PyModuleSpec("_abc")
public final class AbcModule extends NativeModule {
    /** Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING. */
    private static final int COLLECTION_FLAGS = 32 | 64;

    /** Counts registrations: negative answers hold until the next one. */
    private final AtomicLong version = new AtomicLong();

    @Override
    public BuiltinTable table() {
        return new AbcModuleTable();
    }

    private static AbcData data(final ThreadState ts, final Object cls) {
        final Object data = cls instanceof PyType t ? t.lookup("_abc_impl") : PyObjects.getAttr(ts, cls, "_abc_impl");
        if (data instanceof AbcData d) {
            return d;
        }
        if (data == null) {
            throw Errors.attributeError("type object '" + ((PyType) cls).name() + "' has no attribute '_abc_impl'");
        }
        throw Errors.typeError("_abc_impl is set to a wrong type");
    }

    @PyFunction("get_cache_token($module, /)")
    long getCacheToken() {
        return version.get();
    }

    @PyFunction("_abc_init($module, self, /)")
    void init(final ThreadState ts, final Object self) {
        computeAbstractMethods(ts, self);
        PyObjects.setAttr(ts, self, "_abc_impl", new AbcData(version.get()));
        if (self instanceof PyType cls) {
            final Object flags = cls.getOwn("__abc_tpflags__");
            if (flags != null) {
                final int bits = (int) PyNumber.asSsize(ts, flags);
                if ((bits & COLLECTION_FLAGS) == COLLECTION_FLAGS) {
                    throw Errors.typeError(
                            "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
                }
                cls.setPatternFlags(cls.patternFlags() | bits & COLLECTION_FLAGS);
                cls.deleteOwn("__abc_tpflags__");
            }
        }
    }

    private static boolean isAbstract(final ThreadState ts, final Object value) {
        final Object mark = PyObjects.lookupAttr(ts, value, "__isabstractmethod__");
        return mark != null && PyObjects.isTrue(ts, mark);
    }

    private static void computeAbstractMethods(final ThreadState ts, final Object self) {
        final PySet names = new PySet();
        if (self instanceof PyType cls) {
            final PyDict dict = cls.dict();
            dict.forEach((key, value) -> {
                if (isAbstract(ts, value)) {
                    names.add(ts, key);
                }
            });
        }
        if (!(PyObjects.getAttr(ts, self, "__bases__") instanceof PyTuple bases)) {
            throw Errors.typeError("__bases__ is not tuple");
        }
        for (final Object base : bases.items()) {
            final Object inherited = PyObjects.lookupAttr(ts, base, "__abstractmethods__");
            if (inherited != null) {
                PyIter.forEach(ts, inherited, name -> {
                    final Object value = PyObjects.lookupAttr(ts, self, Str.nameKey(PyObjects.textOf(name)).intern());
                    if (value != null && isAbstract(ts, value)) {
                        names.add(ts, name);
                    }
                });
            }
        }
        PyObjects.setAttr(ts, self, "__abstractmethods__", PyFrozenSet.of(ts, names));
    }

    @PyFunction("_abc_register($module, self, subclass, /)")
    Object register(final ThreadState ts, final Object self, final Object subclass) {
        if (!(subclass instanceof PyType type)) {
            throw Errors.typeError("Can only register classes");
        }
        if (PyObjects.isSubclass(ts, subclass, self)) {
            return subclass;
        }
        if (PyObjects.isSubclass(ts, self, subclass)) {
            throw Errors.runtimeError("Refusing to create an inheritance cycle");
        }
        data(ts, self).register(type);
        version.incrementAndGet();
        if (self instanceof PyType cls && (cls.patternFlags() & COLLECTION_FLAGS) != 0) {
            setFlags(ts, type, cls.patternFlags() & COLLECTION_FLAGS);
        }
        return subclass;
    }

    private static void setFlags(final ThreadState ts, final PyType type, final int flags) {
        if (!type.isHeapType() || (type.patternFlags() & COLLECTION_FLAGS) == flags) {
            return;
        }
        type.setPatternFlags(type.patternFlags() & ~COLLECTION_FLAGS | flags);
        for (final PyType sub : type.liveSubclasses()) {
            setFlags(ts, sub, flags);
        }
    }

    @PyFunction("_abc_instancecheck($module, self, instance, /)")
    Object instanceCheck(final ThreadState ts, final Object self, final Object instance) {
        final AbcData data = data(ts, self);
        final Object cls = PyObjects.getAttr(ts, instance, "__class__");
        if (cls instanceof PyType t && data.isCached(t)) {
            return true;
        }
        final PyType type = PyType.of(instance);
        if (type == cls) {
            return data.isNegativeNow(type, version.get()) ? (Object) false
                    : Calls.method1(ts, self, "__subclasscheck__", cls);
        }
        final Object first = Calls.method1(ts, self, "__subclasscheck__", cls);
        return PyObjects.isTrue(ts, first) ? first : Calls.method1(ts, self, "__subclasscheck__", type);
    }

    @PyFunction("_abc_subclasscheck($module, self, subclass, /)")
    boolean subclassCheck(final ThreadState ts, final Object self, final Object subclass) {
        if (!(subclass instanceof PyType type)) {
            throw Errors.typeError("issubclass() arg 1 must be a class");
        }
        final AbcData data = data(ts, self);
        if (data.isCached(type)) {
            return true;
        }
        final long before = version.get();
        if (data.isNegative(type, before)) {
            return false;
        }
        final Object hook = Calls.method1(ts, self, "__subclasshook__", subclass);
        if (hook == Boolean.TRUE) {
            data.add(type);
            return true;
        }
        if (hook == Boolean.FALSE) {
            data.addNegative(type, before);
            return false;
        }
        if (hook != PyNotImplemented.NOT_IMPLEMENTED) {
            throw Errors.of(ExceptionTypes.ASSERTION_ERROR,
                    "__subclasshook__ must return either False, True, or NotImplemented");
        }
        final boolean result = self instanceof PyType cls && type.isSubtypeOf(cls) || anyAccepts(ts, self, data, type);
        if (result) {
            data.add(type);
        } else {
            data.addNegative(type, before);
        }
        return result;
    }

    /** Whether the type is a subclass of a registered class or of a subclass. */
    private static boolean anyAccepts(final ThreadState ts, final Object self, final AbcData data, final PyType type) {
        for (final PyType registered : data.registered()) {
            if (PyObjects.isSubclass(ts, type, registered)) {
                return true;
            }
        }
        final Object[] subclasses = PyIter.toArray(ts, Calls.method0(ts, self, "__subclasses__"));
        for (final Object sub : subclasses) {
            if (PyObjects.isSubclass(ts, type, sub)) {
                return true;
            }
        }
        return false;
    }

    @PyFunction("_reset_registry($module, self, /)")
    void resetRegistry(final ThreadState ts, final Object self) {
        data(ts, self).clearRegistry();
    }

    @PyFunction("_reset_caches($module, self, /)")
    void resetCaches(final ThreadState ts, final Object self) {
        data(ts, self).clearCaches();
    }

    @PyFunction("_get_dump($module, self, /)")
    Object getDump(final ThreadState ts, final Object self) {
        final AbcData data = data(ts, self);
        return PyTuple.of(weak(ts, data.registered()), weak(ts, data.cached()), weak(ts, data.negativeCached()),
                data.negativeVersion());
    }

    private static PySet weak(final ThreadState ts, final PyType[] types) {
        final PySet result = new PySet();
        final Object ref = dev.adder.runtime.objects.PyWeakRef.TYPE;
        for (final PyType type : types) {
            result.add(ts, Calls.call1(ts, ref, type));
        }
        return result;
    }
}
