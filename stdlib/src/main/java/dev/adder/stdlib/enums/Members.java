package dev.adder.stdlib.enums;

import dev.adder.runtime.Attributes;
import dev.adder.runtime.BuiltinNew;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyInt;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyStr;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.List;

/** The members of one enumeration, and the tables in which its class keeps them. */
final class Members {
    private final boolean isFlag;
    private final List<String> names = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final PyList memberNames = new PyList();
    private final PyDict memberMap = new PyDict();
    private final PyDict valueMap = new PyDict();
    private final PyList hashable = new PyList();

    Members(final boolean isFlag) {
        this.isFlag = isFlag;
    }

    /** Whether a member with the value is made without a function of the program's, and hashed and compared so. */
    boolean isPlain(final Object value, final PyType memberType) {
        return isFlag ? value instanceof Long n && n >= 0 && memberType != PyStr.TYPE
                : value instanceof Long && memberType != PyStr.TYPE
                        || value instanceof String && memberType != PyInt.TYPE;
    }

    /** One more, that {@link #make} makes. */
    void add(final String name, final Object value) {
        names.add(name);
        values.add(value);
    }

    void putHousekeeping(final PyDict body) {
        body.putStr("_member_names_", memberNames);
        body.putStr("_member_map_", memberMap);
        body.putStr("_value2member_map_", valueMap);
        body.putStr("_hashable_values_", hashable);
        body.putStr("_unhashable_values_", new PyList());
        body.putStr("_unhashable_values_map_", new PyDict());
    }

    /** @param added what the class gets now */
    void make(final ThreadState ts, final PyType made, final BuiltinNew newMember, final boolean useArgs,
            final PyDict added) {
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
                if (!isFlag || isSingleBit((Long) value)) {
                    memberNames.append(ts, name);
                }
                member = fresh;
            }
            added.putStr(name, member);
            memberMap.putStr(name, member);
        }
    }

    /** Of flags: which bits they have. */
    void addMasks(final PyDict added) {
        long singleBits = 0;
        long all = 0;
        for (int i = 0; i < hashable.size(); i++) {
            final long value = (Long) hashable.get(i);
            all |= value;
            singleBits |= isSingleBit(value) ? value : 0;
        }
        added.putStr("_flag_mask_", all);
        added.putStr("_singles_mask_", singleBits);
        added.putStr("_all_bits_", all == 0 ? 0L : -1L >>> Long.numberOfLeadingZeros(all));
    }

    /** Of flags: how they are iterated over, if that is not the order of their values. */
    void addOrder(final ThreadState ts, final PyType made, final PyDict added) {
        long last = 0;
        for (int i = 0; i < hashable.size(); i++) {
            final long value = (Long) hashable.get(i);
            if (isSingleBit(value)) {
                if (value < last) {
                    added.putStr("_iter_member_", PyObjects.getAttr(ts, made, "_iter_member_by_def_"));
                    return;
                }
                last = value;
            }
        }
    }

    private static boolean isSingleBit(final long value) {
        return value > 0 && (value & value - 1) == 0;
    }
}
