package dev.adder.stdlib.enums;

import dev.adder.runtime.BuiltinNew;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyDescriptor;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.TypeCreation;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyClassMethod;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyInt;
import dev.adder.runtime.objects.PyStaticMethod;
import dev.adder.runtime.objects.PyStr;
import dev.adder.runtime.objects.PyTuple;

/**
 * One enumeration that {@code _simple_enum} makes of a class's attributes: first {@link #isPlain}, which changes nothing,
 * then {@link #make}.
 */
final class SimpleEnum {
    static final String[] SHOWN = {"__repr__", "__str__", "__format__", "__reduce_ex__"};
    private static final String[] OF_FLAG =
            {"__or__", "__xor__", "__and__", "__ror__", "__rxor__", "__rand__", "__invert__"};

    private final EnumClasses classes;
    private final PyType base;
    /** {@code Flag} if it is one, else null. */
    private final PyType flag;
    private final String className;
    private PyType memberType;
    private BuiltinNew newMember;
    private final Members members;
    /** What the class gets that is no member. */
    private final PyDict rest = new PyDict();

    SimpleEnum(final EnumClasses classes, final PyType base, final Object flag, final String className) {
        this.classes = classes;
        this.base = base;
        this.flag = flag instanceof PyType t && base.isSubtypeOf(t) ? t : null;
        this.className = className;
        this.members = new Members(this.flag != null);
    }

    // ---- whether it is plain

    /** Whether all that its making does is done by {@link #make}. */
    boolean isPlain(final PyDict attributes) {
        memberType = base.lookup("_member_type_") instanceof PyType t ? t : null;
        newMember = memberType != null && memberType.lookup("__new__") instanceof BuiltinNew n ? n : null;
        if (newMember == null || memberType != PyInt.TYPE && memberType != PyStr.TYPE && memberType != PyType.OBJECT) {
            return false;
        }
        for (final String name : SHOWN) {
            if (!(base.lookup(name) instanceof PyDescriptor d) || d.type().isHeapType()) {
                return false;
            }
        }
        return isShared(attributes);
    }

    /** Tells the members from the rest. */
    private boolean isShared(final PyDict attributes) {
        for (int e = attributes.next(0); e >= 0; e = attributes.next(e + 1)) {
            final Object value = attributes.valueAt(e);
            if (!(attributes.keyAt(e) instanceof String name)) {
                return false;
            }
            if (name.equals("__dict__") || name.equals("__weakref__")) {
                continue;
            }
            if (Names.isDunder(name) || Names.isPrivate(className, name) || Names.isSunder(name)) {
                if (!isPlainSpecial(name) || !EnumClasses.isQuiet(value)) {
                    return false;
                }
                rest.putStr(name, value);
            } else if (value instanceof PyFunction || value instanceof PyStaticMethod s && s.type() == PyStaticMethod.TYPE
                    || value instanceof PyClassMethod c && c.type() == PyClassMethod.TYPE) {
                rest.putStr(name, value);
            } else if (members.isPlain(value, memberType) && base.lookup(name) == null) {
                members.add(name, value);
            } else {
                return false;
            }
        }
        return rest.getStr("__module__") != null;
    }

    private static boolean isPlainSpecial(final String name) {
        return switch (name) {
            case "__module__", "__doc__", "__firstlineno__", "__static_attributes__", "__repr__", "__str__",
                    "__format__", "__reduce_ex__", "_numeric_repr_" -> true;
            default -> false;
        };
    }

    // ---- making it

    /**
     * {@code convert_class}; null if something of the base is not plain, and nothing has been done.
     *
     * @param boundary None if it was not given
     * @param useArgs {@code _use_args_}
     * @param generalNew {@code Enum.__new__}
     */
    PyType make(final ThreadState ts, final Object boundary, final boolean useArgs, final Object generalNew) {
        final PyDict body = body(ts, boundary, useArgs);
        if (body == null) {
            return null;
        }
        final PyType made = TypeCreation.create(ts, classes.metatype, className, PyTuple.of(base), body, Calls.NO_ARGS,
                null);
        final PyDict added = new PyDict();
        for (final String name : SHOWN) {
            final Object found = base.lookup(name);
            if (rest.getStr(name) == null
                    && (found == memberType.lookup(name) || found == PyType.OBJECT.lookup(name))) {
                added.putStr(name, found);
            }
        }
        members.make(ts, made, newMember, useArgs, added);
        if (flag != null) {
            members.addMasks(added);
            members.addOrder(ts, made, added);
        }
        added.putStr("__new__", generalNew);
        made.setAllOwn(added);
        return made;
    }

    private PyDict body(final ThreadState ts, final Object boundary, final boolean useArgs) {
        final PyDict body = new PyDict();
        body.putStr("_new_member_", newMember);
        body.putStr("_use_args_", useArgs);
        boolean all = take(ts, base, "_generate_next_value_", body);
        members.putHousekeeping(body);
        body.putStr("_member_type_", memberType);
        all &= take(ts, base, "_value_repr_", body);
        if (flag != null) {
            all &= base.lookup("_iter_member_by_def_") != null && take(ts, base, "_boundary_", body);
            if (boundary != PyNone.NONE) {
                body.putStr("_boundary_", boundary);
            }
            body.putStr("_flag_mask_", PyNone.NONE);
            body.putStr("_all_bits_", PyNone.NONE);
            body.putStr("_singles_mask_", PyNone.NONE);
            body.putStr("_inverted_", PyNone.NONE);
            for (final String name : OF_FLAG) {
                all &= take(ts, flag, name, body);
            }
        }
        body.update(ts, rest);
        final Object doc = rest.getStr("__doc__");
        if (doc == null || doc == PyNone.NONE) {
            body.putStr("__doc__", "An enumeration.");
        }
        return all ? body : null;
    }

    static boolean take(final ThreadState ts, final PyType from, final String name, final PyDict body) {
        final Object value = EnumClasses.plainAttribute(ts, from, name);
        if (value != null) {
            body.putStr(name, value);
        }
        return value != null;
    }
}
