package dev.adder.stdlib.posix;

import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.posix.FsText;
import dev.adder.runtime.posix.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** Reads a folder: opendir, readdir64, closedir. */
final class Folder {
    private static final int TYPE_OFFSET = 18;
    private static final int NAME_OFFSET = 19;

    /** A name with the kernel's number and {@code d_type}. */
    record Entry(byte[] name, long inode, int type) {
    }

    private Folder() {
    }

    /** All entries but {@code .} and {@code ..}; {@code path} may be a descriptor or None. */
    static List<Entry> read(final ThreadState ts, final Object path) {
        final long dir;
        if (path != PyNone.NONE && FsText.isFd(path)) {
            final long copy = Libc.call("fcntl", PyNumber.asInt(ts, path), 1030, 0);
            dir = (int) copy < 0 ? 0 : Libc.call("fdopendir", (int) copy);
            if (dir != 0) {
                Libc.call("rewinddir", dir);
            }
        } else {
            try (Arena arena = Arena.ofConfined()) {
                dir = Libc.call("opendir", Libc.cString(arena,
                        FsText.pathBytes(ts, path == PyNone.NONE ? "." : path)).address());
            }
        }
        if (dir == 0) {
            throw Libc.error(path == PyNone.NONE ? null : FsText.isFd(path) ? path : FsText.fspath(ts, path));
        }
        final List<Entry> all = new ArrayList<>();
        try {
            while (true) {
                final long e = Libc.call("readdir64", dir);
                if (e == 0) {
                    return all;
                }
                final MemorySegment s = MemorySegment.ofAddress(e).reinterpret(NAME_OFFSET + 256);
                final byte[] name = Libc.bytesAt(e + NAME_OFFSET);
                if (!(name[0] == '.' && (name.length == 1 || name.length == 2 && name[1] == '.'))) {
                    all.add(new Entry(name, s.get(ValueLayout.JAVA_LONG, 0), s.get(ValueLayout.JAVA_BYTE, TYPE_OFFSET)));
                }
            }
        } finally {
            Libc.call("closedir", dir);
        }
    }
}
