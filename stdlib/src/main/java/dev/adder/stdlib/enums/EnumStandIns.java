package dev.adder.stdlib.enums;

import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.CompiledCode;
import dev.adder.runtime.interp.StandIns;
import dev.adder.runtime.objects.PyDict;
import dev.adder.stdlib.Reliance;

/**
 * What makes enumerations in the library's {@code enum}, in Java for those that are plain: members with values of
 * {@code int} and {@code str}, and no function of the program's that would be called meanwhile. Programs that are over in
 * a second spend a tenth of it making such classes: {@code socket} and {@code signal} alone have 200 members.
 */
public final class EnumStandIns implements StandIns {
    private static final String[] BOUNDARIES = {"KEEP", "STRICT", "CONFORM", "EJECT"};

    private EnumClasses classes;
    private SimpleEnums simpleEnums;
    private ClassBodies classBodies;
    private PyType body;
    private long bodyVersion = -1;

    @Override
    public CompiledCode of(final CodeState state) {
        return switch (state.code.qualname) {
            case "_simple_enum.<locals>.convert_class" -> new ConvertClass(state, this);
            case "EnumType._convert_" -> new ConvertNames(state, this);
            case "EnumDict.__setitem__" -> new StoreItem(state, this);
            case "EnumType.__prepare__" -> new Prepare(state, this);
            case "EnumType.__new__" -> new MakeClass(state, this);
            default -> null;
        };
    }

    /** As the module was when they were needed first: while it is imported. */
    SimpleEnums simpleEnums(final CodeState state) {
        if (simpleEnums == null) {
            simpleEnums = new SimpleEnums(state, classes(state));
        }
        return simpleEnums;
    }

    ClassBodies classBodies(final CodeState state) {
        if (classBodies == null) {
            classBodies = new ClassBodies(state, classes(state));
        }
        return classBodies;
    }

    private EnumClasses classes(final CodeState state) {
        if (classes == null) {
            classes = new EnumClasses(state.globals.getStr("EnumType"));
        }
        return classes;
    }

    /** {@code EnumDict}, if it does with its attributes and items what it did at first; else null. */
    PyType bodyType(final CodeState state) {
        if (!(state.globals.getStr("EnumDict") instanceof PyType type)) {
            return null;
        }
        if (type == body && type.isVersion(bodyVersion)) {
            return type;
        }
        final long version = type.version();
        if (body != null && body != type || type.base() != PyDict.TYPE || type.mro().length != 3 || !type.hasDict()
                || (type.hooks() & EnumClasses.HOOKS) != 0
                || type.lookup("__contains__") != PyDict.TYPE.lookup("__contains__")
                || type.lookup("__getitem__") != PyDict.TYPE.lookup("__getitem__")
                || type.lookup("__new__") != PyDict.TYPE.lookup("__new__")
                || !Reliance.isLibrary(type.lookup("__setitem__"), "EnumDict.__setitem__")
                || !Reliance.isLibrary(type.lookup("__init__"), "EnumDict.__init__")) {
            return null;
        }
        for (final String attribute : Prepare.ATTRIBUTES) {
            if (type.lookup(attribute) != null) {
                return null;
            }
        }
        body = type;
        bodyVersion = version;
        return type;
    }

    /** Whether it is an instance of {@link #bodyType}. */
    boolean isBody(final CodeState state, final PyDict dict) {
        return dict.type() == bodyType(state);
    }

    /** Whether it is one of the four that flags can have, which are true as objects. */
    static boolean isBoundary(final CodeState state, final Object boundary) {
        for (final String name : BOUNDARIES) {
            if (boundary == state.globals.getStr(name)) {
                return boundary != PyNone.NONE && boundary != null && PyType.of(boundary).lookup("__bool__") == null;
            }
        }
        return false;
    }
}
