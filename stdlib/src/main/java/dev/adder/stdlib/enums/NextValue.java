package dev.adder.stdlib.enums;

import dev.adder.runtime.objects.PyList;
import dev.adder.stdlib.Reliance;
import java.util.Locale;

/** What the library's three {@code _generate_next_value_} give for {@code auto()}, where the values so far are plain. */
final class NextValue {
    private static final int MOST_BITS = 61;

    private NextValue() {
    }

    /** The value, or null for any other function, or one that the function is to find out about itself. */
    static Object of(final Object function, final String name, final int count, final PyList last) {
        if (Reliance.isLibrary(function, "StrEnum._generate_next_value_")) {
            return isAscii(name) ? name.toLowerCase(Locale.ROOT) : null;
        }
        final boolean isFlag = Reliance.isLibrary(function, "Flag._generate_next_value_");
        if (!isFlag && !Reliance.isLibrary(function, "Enum._generate_next_value_")) {
            return null;
        }
        if (isFlag ? count == 0 : last.size() == 0) {
            return 1L;
        }
        long most = -1;
        for (int i = 0; i < last.size(); i++) {
            if (!(last.get(i) instanceof Long n) || n < 0 || n >>> MOST_BITS != 0) {
                return null;
            }
            most = Math.max(most, n);
        }
        return last.size() == 0 ? null : isFlag ? (Object) (1L << Long.SIZE - Long.numberOfLeadingZeros(most)) : most + 1;
    }

    private static boolean isAscii(final String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
