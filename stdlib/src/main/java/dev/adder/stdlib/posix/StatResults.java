package dev.adder.stdlib.posix;

import dev.adder.runtime.PyType;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.ops.IntMath;
import java.math.BigInteger;
import java.nio.ByteBuffer;

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

    static long device(final ByteBuffer s) {
        return s.getLong(136);
    }

    static long inode(final ByteBuffer s) {
        return s.getLong(32);
    }

    static int mode(final ByteBuffer s) {
        return s.getShort(28) & 0xffff;
    }

    static long size(final ByteBuffer s) {
        return s.getLong(40);
    }

    static Object make(final ByteBuffer s) {
        final long atime = s.getLong(64);
        final long atimeNs = s.getInt(72) & 0xffffffffL;
        final long ctime = s.getLong(96);
        final long ctimeNs = s.getInt(104) & 0xffffffffL;
        final long mtime = s.getLong(112);
        final long mtimeNs = s.getInt(120) & 0xffffffffL;
        return PyStructSequence.make(TYPE, (long) mode(s), unsigned(s.getLong(32)),
                device(s, 136),
                s.getInt(16) & 0xffffffffL, Identities.fromId(s.getInt(20)),
                Identities.fromId(s.getInt(24)), size(s), atime, mtime, ctime,
                seconds(atime, atimeNs), seconds(mtime, mtimeNs), seconds(ctime, ctimeNs), nanos(atime, atimeNs),
                nanos(mtime, mtimeNs), nanos(ctime, ctimeNs), s.getInt(4) & 0xffffffffL,
                s.getLong(48),
                device(s, 128));
    }

    private static Object unsigned(final long v) {
        return v >= 0 ? (Object) v : IntMath.normalise(new BigInteger(Long.toUnsignedString(v)));
    }

    private static Object device(final ByteBuffer s, final int at) {
        return Devices.of(Devices.combine(s.getInt(at), s.getInt(at + 4)));
    }

    private static double seconds(final long s, final long ns) {
        return s + 1e-9 * ns;
    }

    private static Object nanos(final long s, final long ns) {
        return IntMath.add(IntMath.multiplyLongs(s, 1_000_000_000L), ns);
    }
}
