package dev.adder.stdlib.signal;

import dev.adder.runtime.posix.Libc;

/** Writes a signal's number to the descriptor given to {@code set_wakeup_fd}: a pipe or a socket. */
final class WakeupFd {
    private WakeupFd() {
    }

    /** As in CPython's trip_signal the handler runs all the same if it cannot be written. */
    static void write(final int fd, final int signum) {
        Libc.write(fd, new byte[] {(byte) signum}, 0, 1);
    }
}
