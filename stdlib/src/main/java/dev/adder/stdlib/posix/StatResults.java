package dev.adder.stdlib.posix;

import dev.adder.runtime.PyType;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.ops.IntMath;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;

/** {@code os.stat_result} from the kernel's {@code struct statx}, whose layout is the same on all processors. */
final class StatResults {
    static final PyType TYPE = PyStructSequence.define("stat_result", "os", 10, "st_mode", "st_ino", "st_dev",
            "st_nlink", "st_uid", "st_gid", "st_size", null, null, null, "st_atime", "st_mtime", "st_ctime",
            "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev");
    /** STATX_BASIC_STATS. */
    static final long MASK = 0x7ff;
    static final long SIZE = 256;

    private StatResults() {
    }

    static long device(final MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, 136);
    }

    static long inode(final MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, 32);
    }

    static int mode(final MemorySegment s) {
        return s.get(ValueLayout.JAVA_SHORT, 28) & 0xffff;
    }

    static long size(final MemorySegment s) {
        return s.get(ValueLayout.JAVA_LONG, 40);
    }

    static Object make(final MemorySegment s) {
        final long atime = s.get(ValueLayout.JAVA_LONG, 64);
        final long atimeNs = s.get(ValueLayout.JAVA_INT, 72) & 0xffffffffL;
        final long ctime = s.get(ValueLayout.JAVA_LONG, 96);
        final long ctimeNs = s.get(ValueLayout.JAVA_INT, 104) & 0xffffffffL;
        final long mtime = s.get(ValueLayout.JAVA_LONG, 112);
        final long mtimeNs = s.get(ValueLayout.JAVA_INT, 120) & 0xffffffffL;
        return PyStructSequence.make(TYPE, (long) mode(s), unsigned(s.get(ValueLayout.JAVA_LONG, 32)),
                device(s, 136),
                s.get(ValueLayout.JAVA_INT, 16) & 0xffffffffL, Identities.fromId(s.get(ValueLayout.JAVA_INT, 20)),
                Identities.fromId(s.get(ValueLayout.JAVA_INT, 24)), size(s), atime, mtime, ctime,
                seconds(atime, atimeNs), seconds(mtime, mtimeNs), seconds(ctime, ctimeNs), nanos(atime, atimeNs),
                nanos(mtime, mtimeNs), nanos(ctime, ctimeNs), s.get(ValueLayout.JAVA_INT, 4) & 0xffffffffL,
                s.get(ValueLayout.JAVA_LONG, 48),
                device(s, 128));
    }

    private static Object unsigned(final long v) {
        return v >= 0 ? (Object) v : IntMath.normalise(new BigInteger(Long.toUnsignedString(v)));
    }

    private static Object device(final MemorySegment s, final long at) {
        return Devices.of(Devices.combine(s.get(ValueLayout.JAVA_INT, at), s.get(ValueLayout.JAVA_INT, at + 4)));
    }

    private static double seconds(final long s, final long ns) {
        return s + 1e-9 * ns;
    }

    private static Object nanos(final long s, final long ns) {
        return IntMath.add(IntMath.multiplyLongs(s, 1_000_000_000L), ns);
    }
}
