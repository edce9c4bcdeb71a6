package dev.adder.stdlib.enums;

import dev.adder.runtime.Attributes;
import dev.adder.runtime.BuiltinNew;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.TypeCreation;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyInt;
import dev.adder.runtime.objects.PyStaticMethod;
import dev.adder.runtime.objects.PyStr;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.stdlib.Reliance;

/** {@code EnumType.__new__}, and {@code _proto_member.__set_name__} of each of the members. */
final class MakeClass extends StandIn {
    private static final int METACLASS = 0;
    private static final int NAME = 1;
    private static final int BASES = 2;
    private static final int BODY = 3;
    private static final int BOUNDARY = 4;
    private static final int SIMPLE = 5;
    private static final int KEYWORDS = 6;
    /** In the order in which they are set, which is not that of {@code _simple_enum}. */
    private static final String[] OF_FLAG =
            {"__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"};
    private static final String NEXT_VALUE = "_generate_next_value_";

    private final EnumStandIns module;

    MakeClass(final CodeState state, final EnumStandIns module) {
        super(state);
        this.module = module;
    }

    @Override
    protected Object take(final ThreadState ts, final PyFunction f, final Object[] args) {
        if (args[SIMPLE] != Boolean.FALSE || !(args[KEYWORDS] instanceof PyDict keywords) || !keywords.isEmpty()
                || !(args[NAME] instanceof String name) || !(args[BASES] instanceof PyTuple tuple)
                || !(args[BODY] instanceof PyDict body) || !module.isBody(state, body)
                || !(global("Enum") instanceof PyType general)
                || !(Attributes.instanceGet(body, "_member_names") instanceof PyDict names) || !names.isPlain()) {
            return null;
        }
        final ClassBases bases = ClassBases.of(module.classBodies(state), args[METACLASS], tuple);
        if (bases == null || !EnumClasses.hasPlainMethods(bases, SimpleEnum.SHOWN)) {
            return null;
        }
        final Object boundary = args[BOUNDARY];
        final PyType flag = global("Flag") instanceof PyType t && bases.has(t) ? t : null;
        final boolean isRepr = global("ReprEnum") instanceof PyType repr && isAmong(repr, tuple);
        final Object generalNew = EnumClasses.plainAttribute(ts, general, "__new__");
        final Object newMember = newMember(ts, bases, generalNew);
        if (newMember == null || boundary != PyNone.NONE && !EnumStandIns.isBoundary(state, boundary)
                || isRepr && bases.memberType() == PyType.OBJECT) {
            return null;
        }
        final Members members = new Members(flag != null);
        final PyDict dict = new PyDict();
        if (!isShared(body, names, bases, members, name, dict)) {
            return null;
        }
        dict.putStr("_new_member_", newMember);
        dict.putStr("_use_args_", bases.memberType() != PyType.OBJECT);
        members.putHousekeeping(dict);
        dict.putStr("_member_type_", bases.memberType());
        final Object repr = bases.data() != null ? bases.data().getOwn("__repr__")
                : EnumClasses.plainAttribute(ts, bases.first(), "_value_repr_");
        if (repr == null) {
            return null;
        }
        dict.putStr("_value_repr_", repr);
        final PyDict ofFlag = new PyDict();
        if (flag != null || name.equals("Flag") && global("Flag") == PyNone.NONE) {
            final Object inherited = EnumClasses.plainAttribute(ts, bases.first(), "_boundary_");
            dict.putStr("_boundary_", boundary != PyNone.NONE ? boundary : inherited == null ? PyNone.NONE : inherited);
            dict.putStr("_flag_mask_", 0L);
            dict.putStr("_singles_mask_", 0L);
            dict.putStr("_all_bits_", 0L);
            dict.putStr("_inverted_", PyNone.NONE);
        }
        for (int i = 0; flag != null && i < OF_FLAG.length; i++) {
            if (!SimpleEnum.take(ts, flag, OF_FLAG[i], ofFlag)) {
                return null;
            }
        }
        final PyType made = TypeCreation.create(ts, (PyType) args[METACLASS], name, tuple, dict, Calls.NO_ARGS, null);
        final PyDict added = new PyDict();
        members.make(ts, made, (BuiltinNew) bases.memberType().lookup("__new__"), bases.memberType() != PyType.OBJECT, added);
        addMethods(made, bases, isRepr, added);
        if (flag != null) {
            addMissing(made, ofFlag, added);
            members.addMasks(added);
        }
        added.putStr("__new__", generalNew);
        if (flag != null) {
            members.addOrder(ts, made, added);
        }
        made.setAllOwn(added);
        return made;
    }

    private Object global(final String name) {
        return state.globals.getStr(name);
    }

    private static boolean isAmong(final PyType type, final PyTuple bases) {
        return bases.get(bases.size() - 1) == type;
    }

    /** {@code _find_new_} where the class itself has no {@code __new__}; null if it is not a plain one. */
    private static Object newMember(final ThreadState ts, final ClassBases bases, final Object generalNew) {
        final Object saved = bases.first().lookup("__new_member__");
        if (saved != null) {
            return bases.memberType() == PyStr.TYPE && Reliance.isLibrary(saved, "StrEnum.__new__") ? saved : null;
        }
        return generalNew == null || EnumClasses.plainAttribute(ts, bases.first(), "__new__") != generalNew ? null
                : bases.memberType().lookup("__new__") instanceof BuiltinNew n ? n : null;
    }

    /** Tells the members from the rest of the class's body; false if something is not plain. */
    private static boolean isShared(final PyDict body, final PyDict names, final ClassBases bases, final Members members,
            final String className, final PyDict rest) {
        for (int e = body.next(0); e >= 0; e = body.next(e + 1)) {
            final Object value = body.valueAt(e);
            if (!(body.keyAt(e) instanceof String name)) {
                return false;
            }
            if (names.getStr(name) != null) {
                if (name.isEmpty() || name.equals("mro") || !members.isPlain(value, bases.memberType())
                        || bases.lookup(name) != null) {
                    return false;
                }
                members.add(name, value);
            } else if (name.equals(NEXT_VALUE)) {
                if (!(value instanceof PyFunction) && !(value instanceof PyStaticMethod)) {
                    return false;
                }
                rest.putStr(name, value instanceof PyFunction ? new PyStaticMethod(value) : value);
            } else if ((Names.isDunder(name) || Names.isSunder(name)) && !isPlainSpecial(name)
                    || !EnumClasses.isQuiet(value)) {
                return false;
            } else {
                rest.putStr(name, value);
            }
        }
        return rest.getStr("__module__") != null;
    }

    /** Whether an attribute of this name has no part in the making of a class and its members. */
    private static boolean isPlainSpecial(final String name) {
        return switch (name) {
            case "__module__", "__qualname__", "__doc__", "__firstlineno__", "__static_attributes__", "__classcell__",
                    "__classdictcell__", "__annotate_func__", "__repr__", "__str__", "__format__", "__reduce_ex__",
                    "__bool__", "__call__", "__contains__", "__iter__", "__len__", "__invert__", "__or__", "__and__",
                    "__xor__", "__ror__", "__rand__", "__rxor__", "__lt__", "__le__", "__gt__", "__ge__", "__int__",
                    "_missing_", "_numeric_repr_", "_iter_member_", "_iter_member_by_value_" -> true;
            default -> false;
        };
    }

    private static void addMethods(final PyType made, final ClassBases bases, final boolean isRepr, final PyDict added) {
        final PyType member = bases.memberType();
        if (isRepr && made.getOwn("__format__") == null) {
            added.putStr("__format__", member.lookup("__format__"));
        }
        if (isRepr && made.getOwn("__str__") == null) {
            final Object method = member.lookup("__str__");
            added.putStr("__str__", method == PyType.OBJECT.lookup("__str__") ? member.lookup("__repr__") : method);
        }
        for (final String name : SimpleEnum.SHOWN) {
            final Object found = made.lookup(name);
            if (made.getOwn(name) == null && added.getStr(name) == null
                    && (found == member.lookup(name) || found == PyType.OBJECT.lookup(name))) {
                added.putStr(name, bases.first().lookup(name));
            }
        }
    }

    private static void addMissing(final PyType made, final PyDict methods, final PyDict added) {
        for (final String name : OF_FLAG) {
            if (made.getOwn(name) == null) {
                added.putStr(name, methods.getStr(name));
            }
        }
    }
}
