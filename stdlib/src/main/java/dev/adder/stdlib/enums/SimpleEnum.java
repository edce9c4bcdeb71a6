package dev.adder.stdlib.enums;

import dev.adder.runtime.Attributes;
import dev.adder.runtime.BuiltinNew;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyDescriptor;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.TypeCreation;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyClassMethod;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyInt;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyStaticMethod;
import dev.adder.runtime.objects.PyStr;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.List;

/**
 * One enumeration that {@code _simple_enum} makes of a class's attributes: first {@link #isPlain}, which changes nothing,
 * then {@link #make}.
 */
final class SimpleEnum {
    private static final String[] SHOWN = {"__repr__", "__str__", "__format__", "__reduce_ex__"};
    private static final String[] OF_FLAG =
            {"__or__", "__xor__", "__and__", "__ror__", "__rxor__", "__rand__", "__invert__"};

    private final EnumClasses classes;
    private final PyType base;
    /** {@code Flag} if it is one, else null. */
    private final PyType flag;
    private final String className;
    private PyType memberType;
    private BuiltinNew newMember;
    private final List<String> names = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    /** What the class gets that is no member. */
    private final PyDict rest = new PyDict();

    private final PyDict added = new PyDict();
    private final PyList memberNames = new PyList();
    private final PyDict memberMap = new PyDict();
    private final PyDict valueMap = new PyDict();
    private final PyList hashable = new PyList();

    SimpleEnum(final EnumClasses classes, final PyType base, final Object flag, final String className) {
        this.classes = classes;
        this.base = base;
        this.flag = flag instanceof PyType t && base.isSubtypeOf(t) ? t : null;
        this.className = className;
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
            } else if (isPlainValue(value) && base.lookup(name) == null) {
                names.add(name);
                values.add(value);
            } else {
                return false;
            }
        }
        return rest.getStr("__module__") != null;
    }

    private boolean isPlainValue(final Object value) {
        return flag != null ? value instanceof Long n && n >= 0 && memberType != PyStr.TYPE
                : value instanceof Long && memberType != PyStr.TYPE
                        || value instanceof String && memberType != PyInt.TYPE;
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
        for (final String name : SHOWN) {
            final Object found = base.lookup(name);
            if (rest.getStr(name) == null
                    && (found == memberType.lookup(name) || found == PyType.OBJECT.lookup(name))) {
                added.putStr(name, found);
            }
        }
        addMembers(ts, made, useArgs);
        if (flag != null) {
            addMasks(ts, made);
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
        body.putStr("_member_names_", memberNames);
        body.putStr("_member_map_", memberMap);
        body.putStr("_value2member_map_", valueMap);
        body.putStr("_hashable_values_", hashable);
        body.putStr("_unhashable_values_", new PyList());
        body.putStr("_unhashable_values_map_", new PyDict());
        body.putStr("_member_type_", memberType);
        all &= take(ts, base, "_value_repr_", body);
        if (flag != null) {
            all &= take(ts, base, "_boundary_", body);
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

    private static boolean take(final ThreadState ts, final PyType from, final String name, final PyDict body) {
        final Object value = EnumClasses.plainAttribute(ts, from, name);
        if (value != null) {
            body.putStr(name, value);
        }
        return value != null;
    }

    private void addMembers(final ThreadState ts, final PyType made, final boolean useArgs) {
        for (int i = 0; i < names.size(); i++) {
            final String name = names.get(i);
            final Object value = values.get(i);
            Object member = valueMap.get(ts, value);
            if (member == null) {
                final PyObject fresh = (PyObject) (useArgs ? newMember.call2(ts, made, value) : newMember.call1(ts, made));
                Attributes.storeSlot(ts, fresh, "_value_", value);
                Attributes.storeSlot(ts, fresh, "_name_", name);
                Attributes.storeSlot(ts, fresh, "__objclass__", made);
                Attributes.storeSlot(ts, fresh, "_sort_order_", (long) memberNames.size());
                valueMap.put(ts, value, fresh);
                hashable.append(ts, value);
                if (flag == null || isSingleBit((Long) value)) {
                    memberNames.append(ts, name);
                }
                member = fresh;
            }
            added.putStr(name, member);
            memberMap.putStr(name, member);
        }
    }

    private void addMasks(final ThreadState ts, final PyType made) {
        long singleBits = 0;
        long multiBits = 0;
        long last = Long.MIN_VALUE;
        boolean sorted = true;
        for (int i = 0; i < hashable.size(); i++) {
            final long value = (Long) hashable.get(i);
            if (isSingleBit(value)) {
                singleBits |= value;
                sorted &= value >= last;
                last = value;
            } else {
                multiBits |= value;
            }
        }
        final long all = singleBits | multiBits;
        added.putStr("_flag_mask_", all);
        added.putStr("_singles_mask_", singleBits);
        added.putStr("_all_bits_", all == 0 ? 0L : -1L >>> Long.numberOfLeadingZeros(all));
        if (!sorted) {
            added.putStr("_iter_member_", PyObjects.getAttr(ts, made, "_iter_member_by_def_"));
        }
    }

    private static boolean isSingleBit(final long value) {
        return value > 0 && (value & value - 1) == 0;
    }
}
