package dev.adder.stdlib.enums;

import dev.adder.runtime.Attributes;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.PyDescriptor;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyClassMethod;
import dev.adder.runtime.objects.PyProperty;
import dev.adder.runtime.objects.WrappedFunction;
import dev.adder.stdlib.Reliance;

/** {@code EnumType} as the library wrote it, and the classes among its instances that do nothing unusual. */
final class EnumClasses {
    /** What the making of an enumeration calls of its metaclass. */
    private static final String[] METHODS = {"__new__", "__setattr__", "__delattr__", "__iter__", "_add_member_",
        "_check_for_existing_members_", "_get_mixins_", "_find_data_type_", "_find_data_repr_", "_find_new_"};
    private static final String[] BUILTIN = {"__init__", "__getattribute__", "__instancecheck__", "__subclasscheck__"};
    /** Of a class whose instances' attributes are more than stored and looked up, or that ends in its own way. */
    static final int HOOKS = PyType.HOOK_GETATTRIBUTE | PyType.HOOK_GETATTR | PyType.HOOK_SETATTR
            | PyType.HOOK_GET | PyType.HOOK_SET | PyType.HOOK_DELETE | PyType.HOOK_FINALIZE;

    final PyType metatype;
    private final PyFunction[] methods = new PyFunction[METHODS.length];
    private final boolean isKnown;
    /** The metatype's, when it was looked at last and was usual. */
    private long usualVersion = -1;

    EnumClasses(final Object metatype) {
        this.metatype = metatype instanceof PyType t && t.isSubtypeOf(PyType.TYPE) ? t : null;
        boolean all = this.metatype != null;
        for (int i = 0; i < METHODS.length && all; i++) {
            final Object method = method(this.metatype, METHODS[i]);
            all = Reliance.isLibrary(method, "EnumType." + METHODS[i]);
            methods[i] = all ? (PyFunction) method : null;
        }
        isKnown = all;
    }

    private static Object method(final PyType type, final String name) {
        final Object found = type.lookup(name);
        return found instanceof WrappedFunction w ? w.function : found;
    }

    /** Whether the metaclass does what it did when the library was imported. */
    private boolean isMetatypeUsual() {
        if (!isKnown) {
            return false;
        }
        for (final PyFunction f : methods) {
            if (!StandIn.isOriginal(f)) {
                return false;
            }
        }
        return metatype.isVersion(usualVersion) || look();
    }

    private boolean look() {
        final long version = metatype.version();
        for (int i = 0; i < METHODS.length; i++) {
            if (method(metatype, METHODS[i]) != methods[i]) {
                return false;
            }
        }
        for (final String name : BUILTIN) {
            if (!(metatype.lookup(name) instanceof BuiltinDescriptor d) || d.owner != PyType.TYPE) {
                return false;
            }
        }
        if (metatype.bases().length != 1 || metatype.base() != PyType.TYPE || metatype.lookup("__getattr__") != null) {
            return false;
        }
        // Members are stored past descriptors of the metaclass: all it has are of names that no member has.
        for (final String name : metatype.dict().stringKeys()) {
            if (!Names.isDunder(name) && Attributes.isData(metatype.getOwn(name))) {
                return false;
            }
        }
        usualVersion = version;
        return true;
    }

    /** Whether members of a subclass of this enumeration come to be without a function of the program's. */
    boolean isUsual(final Object base) {
        return base instanceof PyType t && t.type() == metatype && isMetatypeUsual() && (t.hooks() & HOOKS) == 0
                && t.hasDict() && isObjects(t, "__init__") && isObjects(t, "__init_subclass__")
                && t.lookup("_value_") == null && t.lookup("_name_") == null && t.lookup("__objclass__") == null
                && t.lookup("_sort_order_") == null;
    }

    /** Whether these methods, which a class inherits, are the library's or Python's own. */
    static boolean hasPlainMethods(final ClassBases bases, final String[] names) {
        for (final String name : names) {
            if (!(bases.lookup(name) instanceof PyDescriptor d) || d.type().isHeapType()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isObjects(final PyType type, final String name) {
        return type.lookup(name) == PyType.OBJECT.lookup(name);
    }

    /** Whether no function of the program's is called when a class with this among its attributes is made. */
    static boolean isQuiet(final Object value) {
        return !(value instanceof PyObject p) || p instanceof PyFunction || p instanceof PyProperty
                || p.type().lookup("__set_name__") == null;
    }

    /** The attribute of an enumeration that is none of a member's, null if there is none that is plain. */
    static Object plainAttribute(final ThreadState ts, final PyType type, final String name) {
        final Object value = type.lookup(name);
        if (value == null || !Attributes.hasGet(value)) {
            return value;
        }
        return value instanceof PyDescriptor d && !d.type().isHeapType() && !(d instanceof PyClassMethod)
                ? d.get(ts, null, type) : null;
    }
}
