package dev.adder.runtime.text;

import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;

/** UTF-16 and UTF-32 with CPython's error ranges and reasons (Objects/unicodeobject.c). */
public final class Utf1632 {
    /** The byte order of the machine with a mark written or read; little-endian; big-endian. */
    public static final int NATIVE = 0;
    public static final int LITTLE = -1;
    public static final int BIG = 1;

    private Utf1632() {
    }

    /** What was decoded, and the byte order that a mark told, else the one asked for. */
    public record Result(Object text, int consumed, int order) {
    }

    // ---- UTF-16

    public static Result decode16(final byte[] given, final int askedOrder, final CodecErrors errors,
            final boolean last) {
        byte[] in = given;
        int order = askedOrder;
        int at = 0;
        if (order == NATIVE && in.length >= 2) {
            final int mark = unit(in, 0, false);
            if (mark == 0xFEFF) {
                order = LITTLE;
                at = 2;
            } else if (mark == 0xFFFE) {
                order = BIG;
                at = 2;
            }
        }
        final boolean big = order == BIG;
        final String name = big ? "utf-16-be" : "utf-16-le";
        final StrBuilder out = new StrBuilder(in.length / 2);
        int end = in.length;
        while (at < end) {
            final String reason;
            int stop = at + 2;
            if (end - at < 2) {
                if (!last) {
                    break;
                }
                reason = "truncated data";
                stop = end;
            } else {
                final int unit = unit(in, at, big);
                if (unit < 0xD800 || unit > 0xDFFF) {
                    out.append(unit);
                    at += 2;
                    continue;
                }
                if (unit >= 0xDC00) {
                    reason = "illegal encoding";
                } else if (end - at < 4) {
                    if (!last) {
                        break;
                    }
                    reason = "unexpected end of data";
                    stop = end;
                } else {
                    final int low = unit(in, at + 2, big);
                    if (low >= 0xDC00 && low <= 0xDFFF) {
                        out.append(Character.toCodePoint((char) unit, (char) low));
                        at += 4;
                        continue;
                    }
                    reason = "illegal UTF-16 surrogate";
                }
            }
            final CodecErrors.Fix fix = errors.decode(name, in, at, stop, reason);
            in = fix.inputOr(in);
            end = in.length;
            at = BuiltinErrors.append(out, fix);
        }
        return new Result(out.build(), at, order);
    }

    private static int unit(final byte[] in, final int at, final boolean big) {
        return big ? (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF : (in[at + 1] & 0xFF) << 8 | in[at] & 0xFF;
    }

    public static byte[] encode16(final Object text, final int order, final CodecErrors errors) {
        final boolean big = order == BIG;
        final String name = order == BIG ? "utf-16-be" : order == LITTLE ? "utf-16-le" : "utf-16";
        final int n = Str.length(text);
        final ByteSink out = new ByteSink(2 * n + 2);
        if (order == NATIVE) {
            put16(out, 0xFEFF, false);
        }
        int at = 0;
        while (at < n) {
            final int c = Str.codePointAt(text, at);
            if (c > 0xFFFF) {
                put16(out, Character.highSurrogate(c), big);
                put16(out, Character.lowSurrogate(c), big);
                at++;
            } else if (c < 0xD800 || c > 0xDFFF) {
                put16(out, c, big);
                at++;
            } else {
                at = fix(name, text, at, out, errors, 2, big);
            }
        }
        return out.toArray();
    }

    private static void put16(final ByteSink out, final int unit, final boolean big) {
        out.add(big ? unit >> 8 : unit);
        out.add(big ? unit : unit >> 8);
    }

    /** Lets the handler replace one surrogate; its answer is whole units of bytes, or ASCII. */
    private static int fix(final String name, final Object text, final int start, final ByteSink out,
            final CodecErrors errors, final int width, final boolean big) {
        final int end = start + 1;
        final String reason = "surrogates not allowed";
        final CodecErrors.Fix fix = errors.encode(name, text, start, end, reason);
        if (fix.replacement() instanceof byte[] bytes) {
            if (bytes.length % width != 0) {
                throw CodecException.encode(name, text, start, end, reason);
            }
            out.add(bytes);
            return fix.position();
        }
        if (!Str.isAscii(fix.replacement())) {
            throw CodecException.encode(name, text, start, end, reason);
        }
        final String ascii = (String) fix.replacement();
        for (int i = 0; i < ascii.length(); i++) {
            if (width == 2) {
                put16(out, ascii.charAt(i), big);
            } else {
                put32(out, ascii.charAt(i), big);
            }
        }
        return fix.position();
    }

    // ---- UTF-32

    public static Result decode32(final byte[] given, final int askedOrder, final CodecErrors errors,
            final boolean last) {
        byte[] in = given;
        int order = askedOrder;
        int at = 0;
        if (order == NATIVE && in.length >= 4) {
            final int mark = word(in, 0, false);
            if (mark == 0xFEFF) {
                order = LITTLE;
                at = 4;
            } else if (mark == 0xFFFE0000) {
                order = BIG;
                at = 4;
            }
        }
        final boolean big = order == BIG;
        final String name = big ? "utf-32-be" : "utf-32-le";
        final StrBuilder out = new StrBuilder(in.length / 4);
        int end = in.length;
        while (at < end) {
            final String reason;
            int stop = at + 4;
            if (end - at < 4) {
                if (!last) {
                    break;
                }
                reason = "truncated data";
                stop = end;
            } else {
                final int c = word(in, at, big);
                if (c >= 0xD800 && c <= 0xDFFF) {
                    reason = "code point in surrogate code point range(0xd800, 0xe000)";
                } else if (c < 0 || c > 0x10FFFF) {
                    reason = "code point not in range(0x110000)";
                } else {
                    out.append(c);
                    at += 4;
                    continue;
                }
            }
            final CodecErrors.Fix fix = errors.decode(name, in, at, stop, reason);
            in = fix.inputOr(in);
            end = in.length;
            at = BuiltinErrors.append(out, fix);
        }
        return new Result(out.build(), at, order);
    }

    private static int word(final byte[] in, final int at, final boolean big) {
        return big ? unit(in, at, true) << 16 | unit(in, at + 2, true)
                : unit(in, at + 2, false) << 16 | unit(in, at, false);
    }

    public static byte[] encode32(final Object text, final int order, final CodecErrors errors) {
        final boolean big = order == BIG;
        final String name = order == BIG ? "utf-32-be" : order == LITTLE ? "utf-32-le" : "utf-32";
        final int n = Str.length(text);
        final ByteSink out = new ByteSink(4 * n + 4);
        if (order == NATIVE) {
            put32(out, 0xFEFF, false);
        }
        int at = 0;
        while (at < n) {
            final int c = Str.codePointAt(text, at);
            if (c < 0xD800 || c > 0xDFFF) {
                put32(out, c, big);
                at++;
            } else {
                at = fix(name, text, at, out, errors, 4, big);
            }
        }
        return out.toArray();
    }

    private static void put32(final ByteSink out, final int c, final boolean big) {
        put16(out, big ? c >> 16 : c & 0xFFFF, big);
        put16(out, big ? c & 0xFFFF : c >> 16, big);
    }
}
