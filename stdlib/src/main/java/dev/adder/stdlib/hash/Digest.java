package dev.adder.stdlib.hash;

/** A running hash computation. Not thread-safe. */
interface Digest {

    void update(byte[] data);

    /** The digest of what was read so far; more may be read afterwards. {@code length} matters to shake only. */
    byte[] digest(int length);

    Digest copy();
}
