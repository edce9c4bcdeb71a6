package dev.adder.runtime.text;

import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;

/** Codecs by a table (CPython: Objects/unicodeobject.c PyUnicode_DecodeCharmap, _PyUnicode_EncodeCharmap). */
public final class Charmap {
    private static final String NAME = "charmap";
    private static final String REASON = "character maps to <undefined>";

    /** From a byte to a text, null if undefined. */
    public interface ByteMap {
        Object text(int b);
    }

    /** From a character to bytes, null if undefined. */
    public interface CharacterMap {
        byte[] bytes(int c);
    }

    private Charmap() {
    }

    public static Object decode(final byte[] given, final ByteMap map, final CodecErrors errors) {
        byte[] in = given;
        final StrBuilder out = new StrBuilder(in.length);
        int at = 0;
        while (at < in.length) {
            final Object text = map.text(in[at] & 0xFF);
            if (text != null) {
                out.append(text);
                at++;
            } else {
                final CodecErrors.Fix fix = errors.decode(NAME, in, at, at + 1, REASON);
                in = fix.inputOr(in);
                at = BuiltinErrors.append(out, fix);
            }
        }
        return out.build();
    }

    /** The map of a decoding table: U+FFFE and what lies beyond its end are undefined. */
    public static ByteMap ofTable(final Object table) {
        final int n = Str.length(table);
        return b -> b >= n || Str.codePointAt(table, b) == 0xFFFE ? null : Str.charAt(table, b);
    }

    public static byte[] encode(final Object text, final CharacterMap map, final CodecErrors errors) {
        final int n = Str.length(text);
        final ByteSink out = new ByteSink(n);
        int at = 0;
        while (at < n) {
            final byte[] bytes = map.bytes(Str.codePointAt(text, at));
            if (bytes != null) {
                out.add(bytes);
                at++;
                continue;
            }
            int end = at + 1;
            while (end < n && map.bytes(Str.codePointAt(text, end)) == null) {
                end++;
            }
            at = fix(text, at, end, map, out, errors);
        }
        return out.toArray();
    }

    /** A replacement text goes through the map again. */
    private static int fix(final Object text, final int start, final int end, final CharacterMap map,
            final ByteSink out, final CodecErrors errors) {
        final CodecErrors.Fix fix = errors.encode(NAME, text, start, end, REASON);
        if (fix.replacement() instanceof byte[] bytes) {
            out.add(bytes);
            return fix.position();
        }
        final Object replacement = fix.replacement();
        for (int i = 0, n = Str.length(replacement); i < n; i++) {
            final byte[] bytes = map.bytes(Str.codePointAt(replacement, i));
            if (bytes == null) {
                throw CodecException.encode(NAME, text, start, end, REASON);
            }
            out.add(bytes);
        }
        return fix.position();
    }
}
