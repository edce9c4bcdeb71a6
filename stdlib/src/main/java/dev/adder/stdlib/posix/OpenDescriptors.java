package dev.adder.stdlib.posix;

import dev.adder.language.text.Str;
import dev.adder.runtime.posix.Libc;
import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** The descriptors that this process has open, as {@code /proc} says. */
public final class OpenDescriptors {
    private static final int F_GETFD = 1;
    private static final int F_SETFD = 2;
    private static final int FD_CLOEXEC = 1;

    private OpenDescriptors() {
    }

    /** All of them, in order. */
    public static int[] all() {
        final String[] names = new File("/proc/self/fd").list();
        if (names == null) {
            return new int[0];
        }
        final int[] open = new int[names.length];
        int n = 0;
        for (final String name : names) {
            final int fd = Integer.parseInt(name);
            // The folder's own descriptor is closed by now; asking for it again tells.
            if ((int) Libc.call("fcntl", fd, F_GETFD, 0) >= 0) {
                open[n++] = fd;
            }
        }
        final int[] all = Arrays.copyOf(open, n);
        Arrays.sort(all);
        return all;
    }

    /** Whether it is a file of the JDK, of the class path or the library's image, which only the JVM has opened. */
    static boolean isOfJvm(final int fd) {
        final String file = target(fd);
        if (file.startsWith(System.getProperty("java.home") + "/") || file.endsWith("/library.image")) {
            return true;
        }
        if (!file.endsWith(".jar")) {
            return false;
        }
        final String classes = System.getProperty("java.class.path") + File.pathSeparator
                + System.getProperty("jdk.module.path", "");
        for (int start = 0; start < classes.length();) {
            final int colon = classes.indexOf(File.pathSeparatorChar, start);
            final int end = colon < 0 ? classes.length() : colon;
            final String entry = classes.substring(start, end);
            if (file.startsWith(entry) || file.equals(new File(entry).getAbsolutePath())) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static String target(final int fd) {
        final MemorySegment b = Libc.scratch().buffer;
        try (Arena arena = Arena.ofConfined()) {
            final byte[] link = ("/proc/self/fd/" + fd).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            final long n = Libc.call("readlink", Libc.cString(arena, link).address(), b.address(), 4096);
            return n <= 0 ? "" : Str.toJava(Libc.decode(b.asSlice(0, n).toArray(ValueLayout.JAVA_BYTE)));
        }
    }

    /** Before another program takes this process's place: what the JVM opened is not for it. */
    static void closeJvmOnExec() {
        for (final int fd : all()) {
            if (fd > 2 && isOfJvm(fd)) {
                Libc.call("fcntl", fd, F_SETFD, FD_CLOEXEC);
            }
        }
    }
}
