package dev.adder.runtime.text;

import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;

/** UTF-7 (RFC 2152), with CPython's leniency and reasons (Objects/unicodeobject.c PyUnicode_DecodeUTF7Stateful). */
public final class Utf7 {
    private static final String NAME = "utf7";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String DIRECT = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \t\n\r";
    private static final String OPTIONAL = "!\"#$%&*;<=>@[]^_`{|}";

    private Utf7() {
    }

    // ---- encoding

    private static boolean isDirect(final int c) {
        return c != 0 && (DIRECT.indexOf(c) >= 0 || OPTIONAL.indexOf(c) >= 0);
    }

    public static byte[] encode(final Object text) {
        final ByteSink out = new ByteSink(Str.length(text) + 16);
        boolean shifted = false;
        int bits = 0;
        int pending = 0;
        for (int i = 0, n = Str.length(text); i < n; i++) {
            final int c = Str.codePointAt(text, i);
            if (shifted && isDirect(c)) {
                if (bits > 0) {
                    out.add(BASE64.charAt(pending << 6 - bits & 0x3F));
                    bits = 0;
                    pending = 0;
                }
                shifted = false;
                if (BASE64.indexOf(c) >= 0 || c == '-') {
                    out.add('-');
                }
                out.add(c);
                continue;
            }
            if (!shifted) {
                if (c == '+') {
                    out.add('+');
                    out.add('-');
                    continue;
                }
                if (isDirect(c)) {
                    out.add(c);
                    continue;
                }
                out.add('+');
                shifted = true;
            }
            final int units = c > 0xFFFF ? 2 : 1;
            for (int u = 0; u < units; u++) {
                final int unit = units == 1 ? c : u == 0 ? Character.highSurrogate(c) : Character.lowSurrogate(c);
                pending = pending << 16 | unit;
                bits += 16;
                while (bits >= 6) {
                    out.add(BASE64.charAt(pending >>> bits - 6 & 0x3F));
                    bits -= 6;
                }
                pending &= (1 << bits) - 1;
            }
        }
        if (bits > 0) {
            out.add(BASE64.charAt(pending << 6 - bits & 0x3F));
        }
        if (shifted) {
            out.add('-');
        }
        return out.toArray();
    }

    // ---- decoding

    public static Decoded decode(final byte[] in, final CodecErrors errors, final boolean last) {
        return new Decoder(in, errors, last).run();
    }

    private static final class Decoder {
        private byte[] in;
        private final CodecErrors errors;
        private final boolean last;
        private final StrBuilder out;
        private int at;
        private boolean shifted;
        private int shiftStart;
        private int shiftOutput;
        private int bits;
        private int pending;
        private int surrogate;

        Decoder(final byte[] in, final CodecErrors errors, final boolean last) {
            this.in = in;
            this.errors = errors;
            this.last = last;
            this.out = new StrBuilder(in.length);
        }

        Decoded run() {
            while (at < in.length) {
                if (shifted) {
                    inShift();
                } else {
                    plain();
                }
            }
            if (shifted) {
                if (!last) {
                    // The shifted run is given back whole: its start is where to go on next time.
                    out.setLength(shiftOutput);
                    return new Decoded(out.build(), shiftStart);
                }
                if (surrogate != 0 || bits >= 6 || bits > 0 && pending != 0) {
                    final int end = in.length;
                    shifted = false;
                    handle(errors.decode(NAME, in, shiftStart, end, "unterminated shift sequence"));
                    if (at < in.length) {
                        surrogate = 0;
                        bits = 0;
                        pending = 0;
                        return run();
                    }
                }
            }
            return new Decoded(out.build(), at);
        }

        private void plain() {
            final int c = in[at] & 0xFF;
            if (c == '+') {
                shiftStart = at++;
                if (at < in.length && in[at] == '-') {
                    at++;
                    out.append('+');
                } else if (at < in.length && !isBase64(in[at] & 0xFF)) {
                    at++;
                    error(shiftStart, "ill-formed sequence");
                } else {
                    shifted = true;
                    shiftOutput = out.length();
                    bits = 0;
                    pending = 0;
                    surrogate = 0;
                }
            } else if (c < 128) {
                out.append(c);
                at++;
            } else {
                at++;
                error(at - 1, "unexpected special character");
            }
        }

        private static boolean isBase64(final int c) {
            return c < 128 && BASE64.indexOf(c) >= 0;
        }

        private void inShift() {
            final int c = in[at] & 0xFF;
            if (isBase64(c)) {
                pending = pending << 6 | BASE64.indexOf(c);
                bits += 6;
                at++;
                if (bits >= 16) {
                    final int unit = pending >>> bits - 16 & 0xFFFF;
                    bits -= 16;
                    pending &= (1 << bits) - 1;
                    unit(unit);
                }
                return;
            }
            shifted = false;
            if (bits > 0) {
                if (bits >= 6) {
                    at++;
                    error(shiftStart, "partial character in shift sequence");
                    return;
                }
                if (pending != 0) {
                    at++;
                    error(shiftStart, "non-zero padding bits in base64 sequence");
                    return;
                }
            }
            if (surrogate != 0 && c < 128 && isDirectByte(c)) {
                out.append(surrogate);
            }
            surrogate = 0;
            if (c == '-') {
                at++;
            }
        }

        private static boolean isDirectByte(final int c) {
            return c != '+' && c != '\\' && c != '~';
        }

        private void unit(final int unit) {
            if (surrogate != 0) {
                if (unit >= 0xDC00 && unit <= 0xDFFF) {
                    out.append(Character.toCodePoint((char) surrogate, (char) unit));
                    surrogate = 0;
                    return;
                }
                out.append(surrogate);
                surrogate = 0;
            }
            if (unit >= 0xD800 && unit <= 0xDBFF) {
                surrogate = unit;
            } else {
                out.append(unit);
            }
        }

        private void handle(final CodecErrors.Fix fix) {
            in = fix.inputOr(in);
            at = BuiltinErrors.append(out, fix);
        }

        private void error(final int start, final String reason) {
            bits = 0;
            pending = 0;
            surrogate = 0;
            handle(errors.decode(NAME, in, start, at, reason));
        }
    }
}
