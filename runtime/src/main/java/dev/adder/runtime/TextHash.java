package dev.adder.runtime;

import dev.adder.runtime.text.SipHash;

/** The str hash of one interpreter. */
public final class TextHash {
    private final SipHash key;

    public TextHash(final SipHash key) {
        this.key = key;
    }

    public long hash(final Object text) {
        return key.hash(text);
    }
}
