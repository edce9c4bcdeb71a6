package dev.adder.stdlib.posix;

import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.posix.Libc;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The process's environment as bytes. */
public final class Environment {
    private Environment() {
    }

    /** As it was when the process began. Read as a file: asking the C library costs 60 ms of start-up. */
    static PyDict asDict(final ThreadState ts) {
        final PyDict d = new PyDict();
        final byte[] all;
        try (FileInputStream in = new FileInputStream("/proc/self/environ")) {
            all = in.readAllBytes();
        } catch (final IOException e) {
            System.getenv().forEach((name, value) -> d.put(ts, PyBytes.of(name.getBytes(StandardCharsets.UTF_8)),
                    PyBytes.of(value.getBytes(StandardCharsets.UTF_8))));
            return d;
        }
        int start = 0;
        for (int end = 0; end < all.length; end++) {
            if (all[end] == 0) {
                enter(ts, d, Arrays.copyOfRange(all, start, end));
                start = end + 1;
            }
        }
        return d;
    }

    /** As it is now: {@code environ} of the C library, with what {@link #put} changed. */
    static PyDict current(final ThreadState ts) {
        final PyDict d = new PyDict();
        final long address = address();
        if (address != 0) {
            final ByteBuffer entries = Libc.bytesFrom(address);
            for (int at = 0; entries.getLong(at) != 0; at += 8) {
                enter(ts, d, Libc.bytesAt(entries.getLong(at)));
            }
        }
        return d;
    }

    /** {@code environ} as it is passed to a new program. */
    public static long address() {
        return Libc.bytes(Linker.nativeLinker().defaultLookup().find("environ").orElseThrow().reinterpret(8)).getLong(0);
    }

    private static void enter(final ThreadState ts, final PyDict d, final byte[] entry) {
        int eq = 0;
        while (eq < entry.length && entry[eq] != '=') {
            eq++;
        }
        if (eq < entry.length) {
            final PyBytes key = PyBytes.of(Arrays.copyOf(entry, eq));
            if (d.get(ts, key) == null) {
                d.put(ts, key, PyBytes.of(Arrays.copyOfRange(entry, eq + 1, entry.length)));
            }
        }
    }

    static void put(final byte[] name, final byte[] value) {
        try (Arena arena = Arena.ofConfined()) {
            if ((int) Libc.call("setenv", Libc.cString(arena, name).address(), Libc.cString(arena, value).address(),
                    1) < 0) {
                throw Libc.error(null);
            }
        }
    }

    static void remove(final byte[] name) {
        try (Arena arena = Arena.ofConfined()) {
            if ((int) Libc.call("unsetenv", Libc.cString(arena, name).address()) < 0) {
                throw Libc.error(null);
            }
        }
    }
}
