package dev.adder.stdlib.enums;

import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.stdlib.Reliance;

/** {@code _simple_enum} of one {@code enum} module, for the enumerations that are plain ({@link SimpleEnum}). */
final class SimpleEnums {
    private static final String[] FUNCTIONS =
            {"_is_dunder", "_is_private", "_is_sunder", "_is_descriptor", "_is_single_bit"};
    private static final String[] OTHERS = {"auto", "_auto_null", "FlagBoundary"};
    private static final String[] BUILTINS = {"issubclass", "type", "getattr", "setattr", "isinstance", "len", "tuple",
        "sorted", "TypeError"};

    private final PyDict globals;
    private final Reliance names;
    private final EnumClasses classes;

    SimpleEnums(final CodeState state, final EnumClasses classes) {
        globals = state.globals;
        names = new Reliance(state, FUNCTIONS, OTHERS, BUILTINS);
        this.classes = classes;
    }

    /**
     * The enumeration that {@code convert_class} makes; null if it is not plain, and nothing has been done.
     *
     * @param attributes of the class that is converted
     * @param boundary None, or {@link EnumStandIns#isBoundary}
     * @param useArgs {@code _use_args_}
     */
    PyType convert(final ThreadState ts, final PyType base, final String className, final PyDict attributes,
            final Object boundary, final Object useArgs) {
        if (!(useArgs instanceof Boolean use) || !names.holds() || !classes.isUsual(base)
                || !(globals.getStr("Enum") instanceof PyType general) || !(globals.getStr("Flag") instanceof PyType flag)
                || flag.type() != classes.metatype) {
            return null;
        }
        final Object generalNew = EnumClasses.plainAttribute(ts, general, "__new__");
        final SimpleEnum plain = new SimpleEnum(classes, base, flag, className);
        return generalNew != null && plain.isPlain(attributes) ? plain.make(ts, boundary, use, generalNew) : null;
    }
}
