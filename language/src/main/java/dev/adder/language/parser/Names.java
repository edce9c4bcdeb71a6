package dev.adder.language.parser;

import dev.adder.language.text.Chars;
import dev.adder.language.text.Str;
import java.text.Normalizer;

/** The names of one source: each spelling is decoded, normalised (PEP 3131) and interned once. */
final class Names {
    private static final Names KEYWORDS = new Names(128);

    static {
        for (int i = 0; i < Tok.KEYWORDS.length; i++) {
            String k = Tok.KEYWORDS[i];
            int hash = 0;
            byte[] b = new byte[k.length()];
            for (int j = 0; j < b.length; j++) {
                b[j] = (byte) k.charAt(j);
                hash = hash * 31 + b[j];
            }
            int at = KEYWORDS.find(b, 0, b.length, hash, true);
            KEYWORDS.kinds[at] = (byte) (Tok.FIRST_KEYWORD + i);
        }
    }

    private String[] texts;
    private byte[][] spellings;
    private int[] hashes;
    private byte[] kinds;
    private int count;

    Names() {
        texts = KEYWORDS.texts.clone();
        spellings = KEYWORDS.spellings.clone();
        hashes = KEYWORDS.hashes.clone();
        kinds = KEYWORDS.kinds.clone();
        count = KEYWORDS.count;
    }

    private Names(int capacity) {
        allocate(capacity);
    }

    private void allocate(int capacity) {
        texts = new String[capacity];
        spellings = new byte[capacity][];
        hashes = new int[capacity];
        kinds = new byte[capacity];
    }

    /** The index of the name whose bytes these are; valid until the next call. */
    int find(byte[] s, int from, int to, int hash, boolean ascii) {
        int mask = texts.length - 1;
        int at = (hash ^ hash >>> 15) & mask;
        while (texts[at] != null) {
            if (hashes[at] == hash && same(spellings[at], s, from, to)) {
                return at;
            }
            at = at + 1 & mask;
        }
        if (count * 2 > mask) {
            grow();
            return find(s, from, to, hash, ascii);
        }
        byte[] spelling = new byte[to - from];
        System.arraycopy(s, from, spelling, 0, to - from);
        count++;
        hashes[at] = hash;
        spellings[at] = spelling;
        texts[at] = decode(s, from, to, ascii).intern();
        return at;
    }

    private static boolean same(byte[] spelling, byte[] s, int from, int to) {
        int n = to - from;
        if (spelling.length != n) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (spelling[i] != s[from + i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        String[] oldTexts = texts;
        byte[][] oldSpellings = spellings;
        int[] oldHashes = hashes;
        byte[] oldKinds = kinds;
        allocate(oldTexts.length * 2);
        int mask = texts.length - 1;
        for (int i = 0; i < oldTexts.length; i++) {
            if (oldTexts[i] != null) {
                int at = (oldHashes[i] ^ oldHashes[i] >>> 15) & mask;
                while (texts[at] != null) {
                    at = at + 1 & mask;
                }
                texts[at] = oldTexts[i];
                spellings[at] = oldSpellings[i];
                hashes[at] = oldHashes[i];
                kinds[at] = oldKinds[i];
            }
        }
    }

    private static String decode(byte[] s, int from, int to, boolean ascii) {
        String key = Str.nameKey(Utf8.decode(s, from, to));
        return ascii ? key : Normalizer.normalize(key, Normalizer.Form.NFKC);
    }

    String text(int at) {
        return texts[at];
    }

    /** The kind of a keyword's token, 0 for other names. */
    int keyword(int at) {
        return kinds[at] & 0xff;
    }

    /** The offset of the first character that an identifier cannot have there, or -1. */
    static int firstBad(byte[] s, int from, int to) {
        for (int i = from; i < to;) {
            int c = Utf8.codePoint(s, i);
            if (c >= 128 && !(i == from ? Chars.isIdentifierStart(c) : Chars.isIdentifierPart(c))) {
                return i;
            }
            i += Utf8.width(c);
        }
        return -1;
    }
}
