package dev.adder.runtime.text;

import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8, with CPython's error ranges and reasons (Objects/stringlib/codecs.h). */
public final class Utf8 {
    private static final String NAME = "utf-8";

    private Utf8() {
    }

    /** Decodes all of the bytes. */
    public static Object decode(final byte[] in, final CodecErrors errors) {
        return decode(in, 0, in.length, errors, true).text();
    }

    /** Decodes {@code [start, end)}; unless {@code last}, an unfinished character at the end is left for later. */
    public static Decoded decode(final byte[] in, final int start, final int end, final CodecErrors errors,
            final boolean last) {
        int at = start;
        while (at < end && in[at] >= 0) {
            at++;
        }
        if (at == end) {
            return new Decoded(new String(in, start, end - start, StandardCharsets.ISO_8859_1), end - start);
        }
        final char[] chars = new char[end - start];
        for (int i = start; i < at; i++) {
            chars[i - start] = (char) in[i];
        }
        int n = at - start;
        // Characters of two and three bytes need no more room than the bytes; anything else goes the general way.
        while (at < end) {
            final int b = in[at];
            if (b >= 0) {
                chars[n++] = (char) b;
                at++;
            } else if ((b & 0xE0) == 0xC0 && b >= (byte) 0xC2 && at + 1 < end && isTail(in[at + 1])) {
                chars[n++] = (char) ((b & 0x1F) << 6 | in[at + 1] & 0x3F);
                at += 2;
            } else if ((b & 0xF0) == 0xE0 && at + 2 < end && isTail(in[at + 2]) && isSecond(b & 0xFF, in[at + 1])) {
                chars[n++] = (char) ((b & 0xF) << 12 | (in[at + 1] & 0x3F) << 6 | in[at + 2] & 0x3F);
                at += 3;
            } else {
                return decodeSlow(in, start, at, end, new String(chars, 0, n), errors, last);
            }
        }
        return new Decoded(new String(chars, 0, n), end - start);
    }

    private static boolean isTail(final byte b) {
        return (b & 0xC0) == 0x80;
    }

    /** Whether the second byte may follow this first byte of three or four. */
    private static boolean isSecond(final int first, final byte second) {
        if (!isTail(second)) {
            return false;
        }
        return switch (first) {
            case 0xE0 -> (second & 0xFF) >= 0xA0;
            case 0xED -> (second & 0xFF) < 0xA0;
            case 0xF0 -> (second & 0xFF) >= 0x90;
            case 0xF4 -> (second & 0xFF) < 0x90;
            default -> true;
        };
    }

    private static Decoded decodeSlow(final byte[] given, final int givenStart, final int from, final int givenEnd,
            final String before, final CodecErrors errors, final boolean last) {
        byte[] in = given;
        int start = givenStart;
        int end = givenEnd;
        final StrBuilder out = new StrBuilder(end - start);
        out.append(before);
        int at = from;
        while (at < end) {
            final int b = in[at] & 0xFF;
            if (b < 0x80) {
                out.append(b);
                at++;
                continue;
            }
            final int length = b < 0xC2 || b > 0xF4 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
            final int good = goodBytes(in, at, end, b, length);
            if (good == length && length > 1) {
                int c = b & 0xFF >> length + 1;
                for (int i = 1; i < length; i++) {
                    c = c << 6 | in[at + i] & 0x3F;
                }
                out.append(c);
                at += length;
                continue;
            }
            final boolean cut = length > 1 && at + good == end;
            if (cut && !last) {
                break;
            }
            final String reason = length == 1 ? "invalid start byte"
                    : cut ? "unexpected end of data" : "invalid continuation byte";
            final byte[] whole = start == 0 && end == in.length ? in : Arrays.copyOfRange(in, start, end);
            final CodecErrors.Fix fix = errors.decode(NAME, whole, at - start, at - start + good, reason);
            out.append(fix.replacement());
            if (fix.input() != null) {
                in = fix.input();
                start = 0;
                end = in.length;
            }
            at = start + fix.position();
        }
        return new Decoded(out.build(), at - start);
    }

    /** How many bytes from {@code at} on begin a character rightly. */
    private static int goodBytes(final byte[] in, final int at, final int end, final int first, final int length) {
        int good = 1;
        while (good < length && at + good < end
                && (good == 1 ? isSecond(first, in[at + 1]) : isTail(in[at + good]))) {
            good++;
        }
        return good;
    }

    public static byte[] encode(final Object text, final CodecErrors errors) {
        if (text instanceof String s && Str.isAscii(s)) {
            return s.getBytes(StandardCharsets.ISO_8859_1);
        }
        final int n = Str.length(text);
        final ByteSink out = new ByteSink(n + (n >> 1));
        int at = 0;
        while (at < n) {
            final int c = Str.codePointAt(text, at);
            if (c < 0x80) {
                out.add(c);
            } else if (c < 0x800) {
                out.add(0xC0 | c >> 6);
                out.add(0x80 | c & 0x3F);
            } else if (c > 0xFFFF) {
                out.add(0xF0 | c >> 18);
                out.add(0x80 | c >> 12 & 0x3F);
                out.add(0x80 | c >> 6 & 0x3F);
                out.add(0x80 | c & 0x3F);
            } else if (c < 0xD800 || c > 0xDFFF) {
                out.add(0xE0 | c >> 12);
                out.add(0x80 | c >> 6 & 0x3F);
                out.add(0x80 | c & 0x3F);
            } else {
                at = encodeSurrogates(text, at, n, out, errors);
                continue;
            }
            at++;
        }
        return out.toArray();
    }

    private static int encodeSurrogates(final Object text, final int at, final int n, final ByteSink out,
            final CodecErrors errors) {
        int end = at + 1;
        while (end < n && Str.codePointAt(text, end) >= 0xD800 && Str.codePointAt(text, end) <= 0xDFFF) {
            end++;
        }
        return putFix(NAME, text, at, end, "surrogates not allowed", 0x80, out, errors);
    }

    /** Asks the handler and writes its answer, a text of characters below the limit or bytes; where to go on. */
    static int putFix(final String encoding, final Object text, final int start, final int end, final String reason,
            final int limit, final ByteSink out, final CodecErrors errors) {
        if (errors == BuiltinErrors.SURROGATEESCAPE) {
            // Escaped bytes in front are written even if a character behind them is an error.
            for (int i = start; i < end; i++) {
                final int c = Str.codePointAt(text, i);
                if (c < 0xDC80 || c > 0xDCFF) {
                    throw CodecException.encode(encoding, text, i, end, reason);
                }
                out.add(c);
            }
            return end;
        }
        final CodecErrors.Fix fix = errors.encode(encoding, text, start, end, reason);
        if (fix.replacement() instanceof byte[] bytes) {
            out.add(bytes);
            return fix.position();
        }
        final Object replacement = fix.replacement();
        for (int i = 0, n = Str.length(replacement); i < n; i++) {
            final int c = Str.codePointAt(replacement, i);
            if (c >= limit) {
                throw CodecException.encode(encoding, text, start, end, reason);
            }
            out.add(c);
        }
        return fix.position();
    }
}
