package dev.adder.runtime.text;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Hashes against CPython under several hash seeds. */
final class HashesOracleTest {

    @Test
    void hashes() throws Exception {
        Oracle.compare("hashes.py", HashesOracleTest::apply, "0", "1", "42", "4294967295");
    }

    private static String apply(String[] f) {
        long hash = switch (f[0]) {
            case "str" -> SipHash.ofSeed(Long.parseLong(f[1])).hash(Oracle.decode(f[2]));
            case "bytes" -> {
                byte[] bytes = Oracle.bytes(f[2]);
                yield SipHash.ofSeed(Long.parseLong(f[1])).hash(bytes, 0, bytes.length);
            }
            case "int" -> {
                BigInteger n = new BigInteger(f[1], 16);
                yield n.bitLength() < 64 ? Hashes.ofLong(n.longValue()) : Hashes.ofBigInteger(n);
            }
            case "float" -> Hashes.ofDouble(Double.longBitsToDouble(Long.parseUnsignedLong(f[1], 16)));
            case "tuple" -> {
                long[] items = items(f[1]);
                long state = Hashes.tupleStart();
                for (long item : items) {
                    state = Hashes.tupleAdd(state, Hashes.ofLong(item));
                }
                yield Hashes.tupleFinish(state, items.length);
            }
            case "frozenset" -> {
                long[] items = items(f[1]);
                long state = 0;
                for (long item : items) {
                    state ^= Hashes.frozenSetShuffle(Hashes.ofLong(item));
                }
                yield Hashes.frozenSetFinish(state, items.length);
            }
            case "slice" -> {
                long[] items = items(f[1]);
                yield Hashes.ofSlice(Hashes.ofLong(items[0]), Hashes.ofLong(items[1]), Hashes.ofLong(items[2]));
            }
            case "complex" -> {
                long[] items = items(f[1]);
                yield Hashes.ofComplex(Hashes.ofDouble(items[0]), Hashes.ofDouble(items[1]));
            }
            default -> throw new IllegalArgumentException(f[0]);
        };
        return Long.toString(hash);
    }

    private static long[] items(String field) {
        if (field.isEmpty()) {
            return new long[0];
        }
        String[] parts = field.split(",");
        long[] items = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            items[i] = Long.parseLong(parts[i]);
        }
        return items;
    }
}
