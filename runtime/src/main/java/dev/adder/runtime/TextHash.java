package dev.adder.runtime;

import dev.adder.runtime.text.Hashes;

/** The str hash of one interpreter: SipHash-1-3 under its key; 0 hashes to 0 for the empty text, as in CPython. */
public record TextHash(long key0, long key1) {
    public long hash(final Object text) {
        return Hashes.ofText(text, key0, key1);
    }
}
