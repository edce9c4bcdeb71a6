package dev.adder.stdlib.posix;

import dev.adder.runtime.PyRaise;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads a folder: opendir, readdir64, closedir. */
final class Folder {
    private static final int TYPE_OFFSET = 18;
    private static final int NAME_OFFSET = 19;
    private static final int F_DUPFD_CLOEXEC = 1030;

    /** A name with the kernel's number and {@code d_type}. */
    record Entry(byte[] name, long inode, int type) {
    }

    private Folder() {
    }

    /** All entries but {@code .} and {@code ..}; of the current folder for None. */
    static List<Entry> read(final PathArgument path) {
        final long dir;
        if (path.isFd()) {
            final int copy = SystemCalls.check(Libc.call("fcntl", path.fd(), F_DUPFD_CLOEXEC, 0));
            dir = Libc.call("fdopendir", copy);
            if (dir == 0) {
                final PyRaise e = path.error();
                Libc.call("close", copy);
                throw e;
            }
            Libc.call("rewinddir", dir);
        } else {
            try (Arena arena = Arena.ofConfined()) {
                dir = Libc.call("opendir", path.bytes() == null ? Libc.cString(arena, new byte[] {'.'}).address()
                        : path.address(arena));
            }
            if (dir == 0) {
                throw path.error();
            }
        }
        final List<Entry> all = new ArrayList<>();
        try {
            while (true) {
                final long e = Libc.call("readdir64", dir);
                if (e == 0) {
                    return all;
                }
                final ByteBuffer s = Libc.bytesFrom(e);
                final byte[] name = Libc.bytesAt(e + NAME_OFFSET);
                if (!(name[0] == '.' && (name.length == 1 || name.length == 2 && name[1] == '.'))) {
                    all.add(new Entry(name, s.getLong(0), s.get(TYPE_OFFSET)));
                }
            }
        } finally {
            Libc.call("closedir", dir);
        }
    }
}
