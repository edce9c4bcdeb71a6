package dev.adder.stdlib.enums;

/** {@code _is_dunder}, {@code _is_sunder} and {@code _is_private}. */
final class Names {
    private Names() {
    }

    static boolean isDunder(final String name) {
        final int n = name.length();
        return n > 4 && name.charAt(0) == '_' && name.charAt(1) == '_' && name.charAt(n - 1) == '_'
                && name.charAt(n - 2) == '_' && name.charAt(2) != '_' && name.charAt(n - 3) != '_';
    }

    static boolean isSunder(final String name) {
        final int n = name.length();
        return n > 2 && name.charAt(0) == '_' && name.charAt(n - 1) == '_' && name.charAt(1) != '_'
                && name.charAt(n - 2) != '_';
    }

    static boolean isPrivate(final String className, final String name) {
        if (name.isEmpty() || name.charAt(0) != '_') {
            return false;
        }
        final int prefix = className.length() + 3;
        final int n = name.length();
        return n > prefix && name.startsWith(className, 1) && name.startsWith("__", prefix - 2)
                && (name.charAt(n - 1) != '_' || name.charAt(n - 2) != '_');
    }
}
