package dev.adder.stdlib.enums;

import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.CompiledCode;
import dev.adder.runtime.interp.StandIns;

/**
 * What makes enumerations in the library's {@code enum}, in Java for those that are plain: members with values of
 * {@code int} and {@code str}, and no function of the program's that would be called meanwhile. Programs that are over in
 * a second spend a tenth of it making such classes: {@code socket} and {@code signal} alone have 200 members.
 */
public final class EnumStandIns implements StandIns {
    private SimpleEnums simpleEnums;

    @Override
    public CompiledCode of(final CodeState state) {

        return switch (state.code.qualname) {
            case "_simple_enum.<locals>.convert_class" -> new ConvertClass(state, this);
            case "EnumType._convert_" -> new ConvertNames(state, this);
            default -> null;
        };
    }

    /** As the module was when they were needed first: while it is imported. */
    SimpleEnums simpleEnums(final CodeState state) {
        if (simpleEnums == null) {
            simpleEnums = new SimpleEnums(state);
        }
        return simpleEnums;
    }
}
