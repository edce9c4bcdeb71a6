package dev.adder.runtime.text;

import dev.adder.language.text.Chars;
import dev.adder.language.text.Str;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The methods of str against CPython. */
final class StringsOracleTest {

    @Test
    void strings() throws Exception {
        Oracle.compare("strings.py", StringsOracleTest::apply);
    }

    private static String apply(String[] f) {
        Object t = Oracle.decode(f[1]);
        int n = Str.length(t);
        return switch (f[0]) {
            case "lower" -> Oracle.encode(CaseMap.lower(t));
            case "upper" -> Oracle.encode(CaseMap.upper(t));
            case "title" -> Oracle.encode(CaseMap.title(t));
            case "capitalize" -> Oracle.encode(CaseMap.capitalize(t));
            case "swapcase" -> Oracle.encode(CaseMap.swapCase(t));
            case "casefold" -> Oracle.encode(CaseMap.caseFold(t));
            case "isalpha", "isalnum", "isdecimal", "isdigit", "isnumeric", "isspace" ->
                bool(StrTests.all(t, StrTests.Kind.valueOf(f[0].substring(2).toUpperCase(Locale.ROOT))));
            case "isprintable" -> bool(StrTests.isPrintable(t));
            case "islower" -> bool(StrTests.isLower(t));
            case "isupper" -> bool(StrTests.isUpper(t));
            case "istitle" -> bool(StrTests.isTitle(t));
            case "isidentifier" -> bool(Chars.isIdentifier(t));
            case "isascii" -> bool(Str.isAscii(t));
            case "strip", "lstrip", "rstrip" -> {
                boolean left = !f[0].equals("rstrip");
                boolean right = !f[0].equals("lstrip");
                yield Oracle.encode(f.length == 3 ? StrMethods.strip(t, left, right)
                        : StrMethods.strip(t, Oracle.decode(f[2]), left, right));
            }
            case "removeprefix" -> Oracle.encode(StrMethods.removePrefix(t, Oracle.decode(f[2])));
            case "removesuffix" -> Oracle.encode(StrMethods.removeSuffix(t, Oracle.decode(f[2])));
            case "partition" -> list(StrSplit.partition(t, Oracle.decode(f[2])));
            case "rpartition" -> list(StrSplit.rpartition(t, Oracle.decode(f[2])));
            case "find" -> Integer.toString(Str.find(t, Oracle.decode(f[2]), start(f[3], n), end(f[4], n)));
            case "rfind" -> Integer.toString(Str.rfind(t, Oracle.decode(f[2]), start(f[3], n), end(f[4], n)));
            case "count" -> Integer.toString(Str.count(t, Oracle.decode(f[2]), start(f[3], n), end(f[4], n)));
            case "startswith" -> bool(StrMethods.startsWith(t, Oracle.decode(f[2]), start(f[3], n), end(f[4], n)));
            case "endswith" -> bool(StrMethods.endsWith(t, Oracle.decode(f[2]), start(f[3], n), end(f[4], n)));
            case "split" -> list(StrSplit.split(t, Oracle.decode(f[2]), number(f[3])));
            case "rsplit" -> list(StrSplit.rsplit(t, Oracle.decode(f[2]), number(f[3])));
            case "wsplit" -> list(StrSplit.split(t, number(f[2])));
            case "wrsplit" -> list(StrSplit.rsplit(t, number(f[2])));
            case "splitlines" -> list(StrSplit.splitLines(t, !f[2].equals("0")));
            case "replace" -> Oracle.encode(StrMethods.replace(t, Oracle.decode(f[2]), Oracle.decode(f[3]), number(f[4])));
            case "expandtabs" -> Oracle.encode(StrMethods.expandTabs(t, number(f[2])));
            case "zfill" -> Oracle.encode(StrMethods.zfill(t, number(f[2])));
            case "center" -> Oracle.encode(StrMethods.center(t, number(f[2]), Integer.parseInt(f[3], 16)));
            case "ljust" -> Oracle.encode(StrMethods.ljust(t, number(f[2]), Integer.parseInt(f[3], 16)));
            case "rjust" -> Oracle.encode(StrMethods.rjust(t, number(f[2]), Integer.parseInt(f[3], 16)));
            case "join" -> {
                int count = number(f[3]);
                Object[] items = new Object[count];
                for (int i = 0; i < count; i++) {
                    items[i] = Oracle.decode(f[2].split(",", -1)[i]);
                }
                yield Oracle.encode(StrMethods.join(t, items, count));
            }
            case "slice" -> Oracle.encode(Str.sliceStep(t, number(f[2]), number(f[3]), number(f[4])));
            default -> throw new IllegalArgumentException(f[0]);
        };
    }

    private static int number(String field) {
        return Integer.parseInt(field);
    }

    private static int start(String field, int length) {
        return StrMethods.adjustStart(number(field), length);
    }

    private static int end(String field, int length) {
        return StrMethods.adjustEnd(number(field), length);
    }

    private static String bool(boolean value) {
        return value ? "True" : "False";
    }

    private static String list(Object[] items) {
        if (items.length == 0) {
            return "none";
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < items.length; i++) {
            out.append(i == 0 ? "" : ",").append(Oracle.encode(items[i]));
        }
        return out.toString();
    }
}
