package dev.adder.expose.processor;

import java.util.List;

/**
 * One annotated Java method as the table writer needs it.
 *
 * @param id the number the table switches on
 * @param role what it is in Python
 * @param signature what it is called with; null if it parses by itself and for getters, setters, deleters
 * @param name the Python name
 * @param textSignature {@code __text_signature__}, or null
 * @param owner the class that declares the Java method, as source
 * @param javaName the Java method
 * @param isStatic whether it is a static Java method
 * @param takesThread whether its first parameter is the thread state
 * @param selfType the type of the explicit self parameter, or null if there is none
 * @param arguments how each Python parameter is converted
 * @param result how the result becomes a Python value
 * @param wrapper whether CPython makes it a slot wrapper
 * @param rawSelf whether a raw static Java method is given self
 */
record Exposed(int id, Role role, Signature signature, String name, String textSignature, String owner,
        String javaName, boolean isStatic, boolean takesThread, String selfType, List<Argument> arguments,
        Result result, boolean wrapper, boolean rawSelf) {

    enum Role { METHOD, CLASS_METHOD, STATIC_METHOD, NEW, FUNCTION, GETTER, SETTER, DELETER }

    enum Result { VOID, BOOLEAN, INTEGRAL, DOUBLE, OBJECT }

    enum Conversion { OBJECT, SSIZE, INT, DOUBLE, TRUTH, TEXT, STRING, INSTANCE, ARRAY, DICT, FIXED }

    /**
     * One Java parameter.
     *
     * @param javaType its type, as source
     * @param pythonType for {@link Conversion#INSTANCE} the name of the Python type
     * @param defaultCode the Java expression when the argument is absent, or null if it is required; always it for
     *        {@link Conversion#FIXED}, which no Python parameter stands for
     */
    record Argument(Conversion conversion, String javaType, String pythonType, String defaultCode) {
    }

    boolean raw() {
        return signature == null && (role.ordinal() <= Role.FUNCTION.ordinal());
    }

    boolean accessor() {
        return role.ordinal() > Role.FUNCTION.ordinal();
    }

    /** The number of arguments after self with which {@code callN} may go straight to the Java method. */
    boolean takesExactly(int n) {
        return switch (role) {
            case GETTER, DELETER -> n == 0;
            case SETTER -> n == 1;
            default -> signature != null && n >= signature.minPositional() && n <= signature.maxPositional()
                    && !signature.has(Signature.Kind.VAR_POSITIONAL) && signature.requiredKeywords() == 0;
        };
    }
}
