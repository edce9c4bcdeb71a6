package dev.adder.stdlib.enums;

import dev.adder.runtime.PyType;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.stdlib.Reliance;

/** What class statements of enumerations rely on, of one {@code enum} module. */
final class ClassBodies {
    private static final String[] FUNCTIONS = {"_is_single_bit", "_is_private", "_is_sunder"};
    private static final String[] OTHERS = {"EnumType", "EnumDict", "_proto_member", "DynamicClassAttribute", "property"};
    private static final String[] BUILTINS = {"isinstance", "issubclass", "getattr", "setattr", "delattr", "hasattr", "type",
        "staticmethod", "dict", "set", "object", "len", "sorted", "super", "tuple", "int", "TypeError", "KeyError",
        "Exception", "ValueError"};

    final EnumClasses classes;
    final PyDict globals;
    private final Reliance names;

    ClassBodies(final CodeState state, final EnumClasses classes) {
        this.classes = classes;
        this.globals = state.globals;
        this.names = new Reliance(state, FUNCTIONS, OTHERS, BUILTINS);
    }

    /** Whether classes of this metaclass are made as the library makes them. */
    boolean isUsual(final Object metaclass) {
        return metaclass == classes.metatype && names.holds() && globals.getStr("_proto_member") instanceof PyType proto
                && Reliance.isLibrary(proto.lookup("__init__"), "_proto_member.__init__")
                && Reliance.isLibrary(proto.lookup("__set_name__"), "_proto_member.__set_name__")
                && (proto.hooks() & EnumClasses.HOOKS) == 0;
    }
}
