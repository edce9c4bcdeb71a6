package dev.adder.stdlib.posix;

import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The process's environment as bytes, from the C library. */
final class Environment {
    private Environment() {
    }

    static PyDict asDict(final ThreadState ts) {
        final PyDict d = new PyDict();
        final MemorySegment symbol = Linker.nativeLinker().defaultLookup().find("environ").orElse(null);
        if (symbol == null) {
            return d;
        }
        final long list = symbol.reinterpret(8).get(ValueLayout.JAVA_LONG, 0);
        for (long at = list; at != 0; at += 8) {
            final long entry = MemorySegment.ofAddress(at).reinterpret(8).get(ValueLayout.JAVA_LONG, 0);
            if (entry == 0) {
                break;
            }
            final byte[] b = Libc.bytesAt(entry);
            int eq = 0;
            while (eq < b.length && b[eq] != '=') {
                eq++;
            }
            if (eq < b.length) {
                final PyBytes key = PyBytes.of(java.util.Arrays.copyOf(b, eq));
                if (d.get(ts, key) == null) {
                    d.put(ts, key, PyBytes.of(java.util.Arrays.copyOfRange(b, eq + 1, b.length)));
                }
            }
        }
        return d;
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
