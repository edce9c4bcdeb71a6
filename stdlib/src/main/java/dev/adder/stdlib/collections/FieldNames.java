package dev.adder.stdlib.collections;

import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import java.util.ArrayList;
import java.util.List;

/** The field names of a named tuple, and the texts that are made of them. */
final class FieldNames {
    private FieldNames() {
    }

    /** As a tuple; null if they are given in an unusual way, or something is wrong with one of them. */
    static PyTuple of(final Object given) {
        final List<Object> names = new ArrayList<>();
        if (given instanceof String text) {
            if (!split(text, names)) {
                return null;
            }
        } else if (given instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            names.addAll(List.of(t.items()));
        } else if (given instanceof PyList list && list.type() == PyList.TYPE) {
            names.addAll(List.of(list.toArray()));
        } else {
            return null;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!(names.get(i) instanceof String name) || !isName(name) || name.charAt(0) == '_'
                    || names.indexOf(name) != i) {
                return null;
            }
            names.set(i, name.intern());
        }
        return PyTuple.of(names.toArray());
    }

    /** At commas and blanks; false if there is anything but those and names. */
    private static boolean split(final String text, final List<Object> names) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            final char c = i == text.length() ? ' ' : text.charAt(i);
            if (c == ' ' || c == ',' || c == '\n') {
                if (i > start) {
                    names.add(text.substring(start, i));
                }
                start = i + 1;
            } else if (!isPart(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is an identifier of ASCII. */
    static boolean isName(final String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isPart(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty() && (name.charAt(0) < '0' || name.charAt(0) > '9');
    }

    private static boolean isPart(final char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '0' && c <= '9';
    }

    /** As the parameters of {@code __new__}. */
    static String parameters(final PyTuple fields) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ", ").append((String) fields.get(i));
        }
        return fields.size() == 1 ? text.append(',').toString() : text.toString();
    }

    /** What a repr is formatted with. */
    static String format(final PyTuple fields) {
        final StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ", ").append((String) fields.get(i)).append("=%r");
        }
        return text.append(')').toString();
    }
}
