package dev.adder.stdlib.io;

import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * What a text stream's decoded text was made from: the bytes, beginning where the decoder held none back, and the
 * decoder's flags there. Finds the place in the stream of a character of the text: the snapshot and the cookies of
 * CPython's Modules/_io/textio.c.
 */
final class TextSource {
    private static final byte[] NONE = new byte[0];
    private static final BigInteger INT = BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE);

    /** What a decoder keeps between two calls: bytes that it has not decoded yet, and flags. */
    record State(byte[] held, long flags) {
        static final State INITIAL = new State(NONE, 0);
    }

    /**
     * A place in the stream: a decoder with these flags begins {@code offset} bytes behind the source's beginning (or the
     * stream's), decodes {@code feed} bytes, its last ones if {@code ends}, and passes over {@code skip} characters.
     */
    record Place(long offset, long flags, long feed, long skip, boolean ends) {
        /** {@code cookie_type}: the position itself in the usual case. */
        Object toCookie(final long base) {
            final long position = base + offset;
            if (flags == 0 && skip == 0 && feed == 0) {
                return position;
            }
            return IntMath.normalise(BigInteger.valueOf(ends ? 1 : 0).shiftLeft(32).or(BigInteger.valueOf(skip)).shiftLeft(32)
                    .or(BigInteger.valueOf(feed)).shiftLeft(32).or(BigInteger.valueOf(flags)).shiftLeft(64)
                    .or(BigInteger.valueOf(position)));
        }

        static Place ofCookie(final ThreadState ts, final Object cookie) {
            if (PyNumber.index(ts, cookie) instanceof BigInteger b) {
                return new Place(b.longValue(), part(b, 64), part(b, 96), part(b, 128), b.testBit(160));
            }
            return new Place(PyNumber.asSsize(ts, cookie), 0, 0, 0, false);
        }

        private static long part(final BigInteger cookie, final int from) {
            return cookie.shiftRight(from).and(INT).longValue();
        }
    }

    private byte[] bytes = NONE;
    private int start;
    /** Whether all of them are ASCII; null until that is asked. */
    private Boolean ascii;
    private long flags;
    /** How many characters come from the source before those of the decoded text; less than none if it lacks its first. */
    private int ahead;

    boolean isEmpty() {
        return start == bytes.length && flags == 0;
    }

    int length() {
        return bytes.length - start;
    }

    void clear() {
        begin(State.INITIAL, NONE);
    }

    /** Text decoded from these bytes by a decoder in this state. */
    void begin(final State state, final byte[] read) {
        bytes = joined(state.held, 0, read);
        start = 0;
        ascii = null;
        flags = state.flags;
        ahead = 0;
    }

    /** More text from more bytes; the text's first {@code used} characters are wanted no more. */
    void append(final ThreadState ts, final TextCodec codec, final NewlineTranslator lines, final int used,
            final int length, final byte[] read) {
        moveTo(place(ts, codec, lines, used, length), used);
        bytes = joined(bytes, start, read);
        start = 0;
        ascii = null;
        ahead += used;
    }

    private static byte[] joined(final byte[] first, final int from, final byte[] second) {
        if (from == first.length) {
            return second;
        }
        final byte[] all = Arrays.copyOf(second, first.length - from + second.length);
        System.arraycopy(second, 0, all, first.length - from, second.length);
        System.arraycopy(first, from, all, 0, first.length - from);
        return all;
    }

    /** Begins at a place that was found for a character; from there the next ones are found sooner. */
    void moveTo(final Place place, final int character) {
        start += (int) place.offset;
        flags = place.flags;
        ahead = (int) place.skip - character;
    }

    /** Where a character lies of the text of a length. */
    Place place(final ThreadState ts, final TextCodec codec, final NewlineTranslator lines, final int character,
            final int length) {
        final int wanted = ahead + character;
        if (wanted == 0) {
            return new Place(0, flags, 0, 0, false);
        }
        if (flags == 0 && codec.isSimple()) {
            if (ascii == null) {
                ascii = TextCodec.isAscii(bytes, bytes.length);
            }
            final int n = codec.prefixBytes(bytes, start, wanted, ascii, lines.joinsCrLf());
            if (n >= 0) {
                return new Place(n, 0, 0, 0, false);
            }
        }
        return new Search(ts, codec.fresh(ts), lines.fresh()).place(wanted, (double) length() / (ahead + length));
    }

    // ---- decoders

    static State stateOf(final ThreadState ts, final TextCodec codec, final NewlineTranslator lines) {
        final State state = codec.state(ts);
        if (!lines.isUniversal()) {
            return state;
        }
        if (!codec.isSimple()) {
            return new State(state.held, state.flags << 1 | (lines.hasPendingCr() ? 1 : 0));
        }
        // There a carriage return is one byte: it is held back as other bytes are, and no flag says so.
        return lines.hasPendingCr() ? new State(joined(new byte[] {'\r'}, 0, state.held), 0) : state;
    }

    static void setFlags(final ThreadState ts, final TextCodec codec, final NewlineTranslator lines, final long flags) {
        lines.setPendingCr(lines.isUniversal() && (flags & 1) != 0);
        codec.setFlags(ts, lines.isUniversal() ? flags >> 1 : flags);
    }

    /** The search of {@code tell}, with decoders of its own. */
    private final class Search {
        private final ThreadState ts;
        private final TextCodec codec;
        private final NewlineTranslator lines;

        Search(final ThreadState ts, final TextCodec codec, final NewlineTranslator lines) {
            this.ts = ts;
            this.codec = codec;
            this.lines = lines;
        }

        private int decode(final int from, final int n, final boolean last) {
            final byte[] part = Arrays.copyOfRange(bytes, start + from, start + from + n);
            return Str.length(lines.decode(codec.decode(ts, part, n, last), last));
        }

        Place place(final int wanted, final double bytesPerCharacter) {
            long at = flags;
            int left = wanted;
            int offset = (int) Math.min(length(), bytesPerCharacter * wanted);
            int back = 1;
            while (offset > 0) {
                setFlags(ts, codec, lines, flags);
                final int n = decode(0, offset, false);
                if (n <= wanted) {
                    final State state = stateOf(ts, codec, lines);
                    if (state.held.length == 0) {
                        at = state.flags;
                        left -= n;
                        break;
                    }
                    offset -= state.held.length;
                    back = 1;
                } else {
                    offset -= back;
                    back *= 2;
                }
            }
            if (offset <= 0) {
                offset = 0;
                setFlags(ts, codec, lines, flags);
            }
            return byteByByte(offset, at, left);
        }

        private Place byteByByte(final int from, final long flagsThere, final int wanted) {
            int offset = from;
            long at = flagsThere;
            int left = wanted;
            int feed = 0;
            int got = 0;
            for (int i = from; i < length() && got < left; i++) {
                feed++;
                got += decode(i, 1, false);
                final State state = stateOf(ts, codec, lines);
                if (state.held.length == 0 && got <= left) {
                    offset += feed;
                    at = state.flags;
                    left -= got;
                    feed = 0;
                    got = 0;
                }
            }
            final boolean ends = got < left;
            if (ends && got + decode(0, 0, true) < left) {
                throw Errors.of(ExceptionTypes.OS_ERROR, "can't reconstruct logical file position");
            }
            return new Place(offset, at, left == 0 ? 0 : feed, left, ends);
        }
    }
}
