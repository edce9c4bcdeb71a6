package dev.adder.language.scope;

/** Private name mangling (CPython {@code _Py_Mangle}). */
public final class Names {
    private Names() {
    }

    /** {@code __x} in class {@code C} is {@code _C__x}; {@code className} null outside classes. */
    public static String mangle(String className, String name) {
        if (className == null || !name.startsWith("__") || name.endsWith("__") || name.indexOf('.') >= 0) {
            return name;
        }
        int start = 0;
        while (start < className.length() && className.charAt(start) == '_') {
            start++;
        }
        if (start == className.length()) {
            return name;
        }
        return ("_" + className.substring(start) + name).intern();
    }

    /** As {@link #mangle}, in a scope: around a generic class only its type parameters are mangled. */
    public static String mangle(String className, Scope scope, String name) {
        if (scope.mangledNames != null && !scope.mangledNames.contains(name)) {
            return name;
        }
        return mangle(className, name);
    }
}
