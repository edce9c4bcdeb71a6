package dev.adder.profile;

/** Writes JSON. */
final class Json {
    private final StringBuilder out = new StringBuilder();
    private boolean comma;

    Json open(final char bracket) {
        separate();
        out.append(bracket);
        comma = false;
        return this;
    }

    Json close(final char bracket) {
        out.append(bracket);
        comma = true;
        return this;
    }

    Json key(final String name) {
        string(name);
        out.append(": ");
        comma = false;
        return this;
    }

    Json string(final String s) {
        separate();
        out.append('"');
        for (int i = 0; i < s.length(); i++) {
            final char c = s.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                out.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
            } else {
                out.append(c);
            }
        }
        out.append('"');
        comma = true;
        return this;
    }

    Json number(final long n) {
        separate();
        out.append(n);
        comma = true;
        return this;
    }

    /** Seconds, to the microsecond. */
    Json seconds(final double x) {
        separate();
        out.append(Math.round(x * 1e6) / 1e6);
        comma = true;
        return this;
    }

    /** A line break, after a comma where one is due. */
    Json line() {
        if (comma) {
            out.append(',');
            comma = false;
        }
        out.append('\n');
        return this;
    }

    private void separate() {
        if (comma) {
            out.append(", ");
        }
    }

    /** Closes the outermost object; gives the text. */
    String end() {
        return out.append("\n}\n").toString();
    }
}
