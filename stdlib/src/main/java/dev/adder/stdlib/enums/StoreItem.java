package dev.adder.stdlib.enums;

import dev.adder.runtime.Attributes;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyClassMethod;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyProperty;
import dev.adder.runtime.objects.PyStaticMethod;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.stdlib.Reliance;

/** {@code EnumDict.__setitem__}: what the body of an enumeration's class statement calls for each name. */
final class StoreItem extends StandIn {
    private static final String[] FUNCTIONS =
            {"_is_dunder", "_is_private", "_is_sunder", "_is_descriptor", "_is_internal_class"};
    private static final String[] OTHERS = {"auto", "_auto_null", "member", "nonmember"};
    private static final String[] BUILTINS = {"isinstance", "tuple", "staticmethod", "setattr", "str", "any", "len", "type",
        "super", "hasattr", "TypeError"};

    private final EnumStandIns module;
    private Reliance names;

    StoreItem(final CodeState state, final EnumStandIns module) {
        super(state);
        this.module = module;
    }

    private boolean isUsual() {
        if (names == null) {
            names = new Reliance(state, FUNCTIONS, OTHERS, BUILTINS);
        }
        return names.holds();
    }

    @Override
    protected Object take(final ThreadState ts, final PyFunction f, final Object[] args) {
        final boolean done = args[0] instanceof PyDict self && args[1] instanceof String key && module.isBody(state, self)
                && Attributes.instanceGet(self, "_cls_name") instanceof String className && isUsual()
                && store(ts, self, key, args[2], className);
        return done ? PyNone.NONE : null;
    }

    private boolean store(final ThreadState ts, final PyDict self, final String key, final Object value,
            final String className) {
        if (!Names.isPrivate(className, key)) {
            if (Names.isSunder(key)) {
                if (!storeSunder(ts, self, key, value)) {
                    return false;
                }
            } else if (Names.isDunder(key)) {
                if (key.equals("__order__")) {
                    return false;
                }
            } else {
                return storeName(ts, self, key, value);
            }
        }
        self.put(ts, key, value);
        return true;
    }

    /** What else is done for a name with an underscore at both ends. */
    private static boolean storeSunder(final ThreadState ts, final PyDict self, final String key, final Object value) {
        return switch (key) {
            case "_generate_next_value_" -> {
                if (Attributes.instanceGet(self, "_auto_called") != Boolean.FALSE
                        || !(value instanceof PyFunction) && !(value instanceof PyStaticMethod)) {
                    yield false;
                }
                Attributes.storeSlot(ts, self, "_generate_next_value",
                        value instanceof PyStaticMethod s ? s.function : value);
                yield true;
            }
            case "_order_", "_numeric_repr_", "_missing_", "_iter_member_", "_iter_member_by_value_",
                    "_iter_member_by_def_", "_add_alias_", "_add_value_alias_" -> true;
            default -> key.startsWith("_repr_");
        };
    }

    private boolean storeName(final ThreadState ts, final PyDict self, final String key, final Object value) {
        if (!(Attributes.instanceGet(self, "_member_names") instanceof PyDict members) || !members.isPlain()
                || !(Attributes.instanceGet(self, "_last_values") instanceof PyList last) || last.type() != PyList.TYPE
                || !(Attributes.instanceGet(self, "_ignore") instanceof PyList ignored) || ignored.type() != PyList.TYPE
                || ignored.size() != 0 || members.get(ts, key) != null) {
            return false;
        }
        if (isDescriptor(value)) {
            self.put(ts, key, value);
            return true;
        }
        if (self.get(ts, key) != null) {
            return false;
        }
        Object stored = value;
        if (value instanceof PyObject o && !(o instanceof PyTuple) && value != PyNone.NONE) {
            stored = next(ts, self, key, o, members.size(), last);
            if (stored == null) {
                return false;
            }
        } else if (!isPlain(value)) {
            return false;
        }
        last.append(ts, stored);
        members.put(ts, key, PyNone.NONE);
        self.put(ts, key, stored);
        return true;
    }

    private static boolean isDescriptor(final Object value) {
        return value instanceof PyFunction || value instanceof PyObject o && (o.type() == PyStaticMethod.TYPE
                || o.type() == PyClassMethod.TYPE || o.type() == PyProperty.TYPE);
    }

    /** Whether nothing in it is an {@code auto}, {@code member} or {@code nonmember}, or a descriptor. */
    private static boolean isPlain(final Object value) {
        if (!(value instanceof PyTuple t)) {
            return !(value instanceof PyObject) || value == PyNone.NONE || value instanceof PyFunction;
        }
        if (t.type() != PyTuple.TYPE) {
            return false;
        }
        for (final Object item : t.items()) {
            if (!isPlain(item)) {
                return false;
            }
        }
        return true;
    }

    /** The value of an {@code auto()}, which is kept in it; null if it is anything else, or not plain. */
    private Object next(final ThreadState ts, final PyDict self, final String key, final PyObject auto,
            final int count, final PyList last) {
        final Object none = state.globals.getStr("_auto_null");
        if (auto.type() != state.globals.getStr("auto") || (auto.type().hooks() & EnumClasses.HOOKS) != 0
                || auto.type().lookup("value") != null || Attributes.instanceGet(auto, "value") != none
                || (PyType.of(none).hooks() & PyType.HOOK_EQUALITY) != 0) {
            return null;
        }
        final Object value = NextValue.of(Attributes.instanceGet(self, "_generate_next_value"), key, count, last);
        if (value != null) {
            Attributes.storeSlot(ts, auto, "value", value);
            Attributes.storeSlot(ts, self, "_auto_called", Boolean.TRUE);
        }
        return value;
    }
}
