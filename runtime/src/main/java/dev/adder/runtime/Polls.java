package dev.adder.runtime;

/**
 * What a thread does when it was asked to poll: handshakes, pending signals, asynchronous exceptions, finalizers. The
 * thread's flag is already cleared; work that cannot be done now sets it again.
 */
public interface Polls {
    void run(ThreadState ts);
}
