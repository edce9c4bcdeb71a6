package dev.adder.runtime.text;

import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import java.nio.charset.StandardCharsets;

/** Latin-1 and ASCII, with CPython's error ranges and reasons (Objects/unicodeobject.c unicode_encode_ucs1). */
public final class Latin1 {
    private Latin1() {
    }

    /** Every byte is a character. */
    public static String decode(final byte[] in) {
        return new String(in, StandardCharsets.ISO_8859_1);
    }

    /** The characters of a text as bytes, or null if not all are Latin-1, which equals() sees without looking at them. */
    public static byte[] bytesOrNull(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return text.equals(decode(bytes)) ? bytes : null;
    }

    public static Object decodeAscii(final byte[] given, final CodecErrors errors) {
        byte[] in = given;
        int at = 0;
        while (at < in.length && in[at] >= 0) {
            at++;
        }
        if (at == in.length) {
            return decode(in);
        }
        final StrBuilder out = new StrBuilder(in.length);
        out.append(new String(in, 0, at, StandardCharsets.ISO_8859_1));
        while (at < in.length) {
            if (in[at] >= 0) {
                out.append((int) in[at++]);
            } else {
                final CodecErrors.Fix fix =
                        errors.decode("ascii", in, at, at + 1, "ordinal not in range(128)");
                out.append(fix.replacement());
                in = fix.inputOr(in);
                at = fix.position();
            }
        }
        return out.build();
    }

    public static byte[] encode(final Object text, final CodecErrors errors) {
        return encode(text, "latin-1", 256, errors);
    }

    public static byte[] encodeAscii(final Object text, final CodecErrors errors) {
        return encode(text, "ascii", 128, errors);
    }

    private static byte[] encode(final Object text, final String name, final int limit, final CodecErrors errors) {
        final int n = Str.length(text);
        int at = 0;
        while (at < n && Str.codePointAt(text, at) < limit) {
            at++;
        }
        if (at == n) {
            return ((String) text).getBytes(StandardCharsets.ISO_8859_1);
        }
        final ByteSink out = new ByteSink(n);
        final String reason = limit == 256 ? "ordinal not in range(256)" : "ordinal not in range(128)";
        at = 0;
        while (at < n) {
            final int c = Str.codePointAt(text, at);
            if (c < limit) {
                out.add(c);
                at++;
            } else {
                int end = at + 1;
                while (end < n && Str.codePointAt(text, end) >= limit) {
                    end++;
                }
                at = Utf8.putFix(name, text, at, end, reason, limit, out, errors);
            }
        }
        return out.toArray();
    }
}
