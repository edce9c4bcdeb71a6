package dev.adder.language.parser;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Characters by their Unicode names, for {@code \N{...}}. */
final class CharacterNames {
    private CharacterNames() {
    }

    /** The code point of that name, or -1. */
    static int find(byte[] s, int from, int to) {
        String name = new String(s, from, to - from, StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
        if (!name.equals(name.strip())) {
            return -1;
        }
        int alias = control(name);
        if (alias >= 0) {
            return alias;
        }
        try {
            int c = Character.codePointOf(name);
            // Java also names what Unicode leaves unnamed, by block or by an old name.
            int type = Character.getType(c);
            return type == Character.CONTROL || type == Character.PRIVATE_USE || type == Character.SURROGATE
                    || type == Character.UNASSIGNED ? -1 : c;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    /** The formal aliases of control characters (NameAliases.txt). */
    private static int control(String name) {
        return switch (name) {
            case "NULL", "NUL" -> 0;
            case "ALERT", "BEL" -> 7;
            case "BACKSPACE", "BS" -> 8;
            case "CHARACTER TABULATION", "HORIZONTAL TABULATION", "HT", "TAB" -> 9;
            case "LINE FEED", "NEW LINE", "END OF LINE", "LF", "NL", "EOL" -> 10;
            case "LINE TABULATION", "VERTICAL TABULATION", "VT" -> 11;
            case "FORM FEED", "FF" -> 12;
            case "CARRIAGE RETURN", "CR" -> 13;
            case "SUBSTITUTE", "SUB" -> 26;
            case "ESCAPE", "ESC" -> 27;
            case "INFORMATION SEPARATOR FOUR", "FILE SEPARATOR", "FS" -> 28;
            case "INFORMATION SEPARATOR THREE", "GROUP SEPARATOR", "GS" -> 29;
            case "INFORMATION SEPARATOR TWO", "RECORD SEPARATOR", "RS" -> 30;
            case "INFORMATION SEPARATOR ONE", "UNIT SEPARATOR", "US" -> 31;
            case "SP" -> 32;
            case "DELETE", "DEL" -> 127;
            case "NEXT LINE", "NEL" -> 0x85;
            case "NBSP" -> 0xa0;
            case "SHY" -> 0xad;
            case "ZWSP" -> 0x200b;
            case "ZWNJ" -> 0x200c;
            case "ZWJ" -> 0x200d;
            case "BYTE ORDER MARK", "BOM", "ZWNBSP" -> 0xfeff;
            default -> -1;
        };
    }
}
