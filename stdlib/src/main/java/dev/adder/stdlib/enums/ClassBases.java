package dev.adder.stdlib.enums;

import dev.adder.runtime.PyType;
import dev.adder.runtime.objects.PyInt;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyStr;
import dev.adder.runtime.objects.PyTuple;

/**
 * The bases of an enumeration that derives from nothing but enumerations without members, and {@code int} or {@code str}:
 * what {@code _get_mixins_} and {@code _find_data_type_} find out.
 *
 * @param first the enumeration that is a base itself
 * @param data int or str where it is a base itself, else null
 * @param memberType int, str or object
 */
record ClassBases(PyTuple all, PyType first, PyType data, PyType memberType) {
    /** Null if they are not such. */
    static ClassBases of(final ClassBodies bodies, final Object metaclass, final PyTuple all) {
        final int n = all.size();
        if (n < 1 || n > 2 || !bodies.isUsual(metaclass) || !(all.get(n - 1) instanceof PyType first)
                || !bodies.classes.isUsual(first)) {
            return null;
        }
        PyType member = null;
        for (final PyType t : first.mro()) {
            if (t.type() == metaclass) {
                if (!(t.getOwn("_member_names_") instanceof PyList names) || names.size() != 0
                        || !(t.getOwn("_member_type_") instanceof PyType itsMember)) {
                    return null;
                }
                member = member == null || member == PyType.OBJECT ? itsMember : member;
            } else if (t != PyType.OBJECT && t != PyInt.TYPE && t != PyStr.TYPE) {
                return null;
            }
        }
        PyType data = null;
        if (n == 2) {
            data = all.get(0) == PyInt.TYPE ? PyInt.TYPE : all.get(0) == PyStr.TYPE ? PyStr.TYPE : null;
            if (data == null || member != PyType.OBJECT && member != data) {
                return null;
            }
            member = data;
        }
        return member == PyInt.TYPE || member == PyStr.TYPE || member == PyType.OBJECT
                ? new ClassBases(all, first, data, member) : null;
    }

    Object lookup(final String name) {
        final Object found = data == null ? null : data.lookup(name);
        return found != null ? found : first.lookup(name);
    }

    boolean has(final PyType enumeration) {
        return enumeration != null && first.isSubtypeOf(enumeration);
    }
}
