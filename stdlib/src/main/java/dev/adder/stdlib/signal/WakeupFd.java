package dev.adder.stdlib.signal;

import java.io.FileOutputStream;
import java.io.IOException;

/**
 * Writes a signal's number to the descriptor given to {@code set_wakeup_fd}. Through /proc, so pipes and files; a socket
 * cannot be opened that way, and an event loop that polls in slices sees the signal at its next poll.
 */
final class WakeupFd {
    private WakeupFd() {
    }

    static void write(final int fd, final int signum) {
        try (FileOutputStream out = new FileOutputStream("/proc/self/fd/" + fd)) {
            out.write(signum);
        } catch (final IOException e) {
            // As in CPython's trip_signal the handler runs all the same.
            return;
        }
    }
}
