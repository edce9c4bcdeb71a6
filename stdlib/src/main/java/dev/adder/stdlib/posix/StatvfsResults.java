package dev.adder.stdlib.posix;

import dev.adder.runtime.PyType;
import dev.adder.runtime.objects.PyStructSequence;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** {@code os.statvfs_result} from glibc's {@code struct statvfs64} on 64-bit processors. */
final class StatvfsResults {
    static final PyType TYPE = PyStructSequence.define("statvfs_result", "os", 10, "f_bsize", "f_frsize", "f_blocks",
            "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax", "f_fsid");
    static final long SIZE = 112;
    private static final int FSID = 8;

    private StatvfsResults() {
    }

    static Object make(final MemorySegment s) {
        final Object[] values = new Object[11];
        int at = 0;
        for (int i = 0; i < SIZE / 8 && at < 10; i++) {
            if (i != FSID) {
                values[at++] = s.get(ValueLayout.JAVA_LONG, i * 8L);
            }
        }
        values[10] = s.get(ValueLayout.JAVA_LONG, FSID * 8L);
        return PyStructSequence.make(TYPE, values);
    }
}
