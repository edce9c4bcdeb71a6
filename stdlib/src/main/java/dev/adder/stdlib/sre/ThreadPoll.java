package dev.adder.stdlib.sre;

import dev.adder.runtime.ThreadState;

/** Lets a long match notice Ctrl-C and handshakes. */
final class ThreadPoll implements Runnable {

    private final ThreadState ts;

    ThreadPoll(ThreadState ts) {
        this.ts = ts;
    }

    @Override
    public void run() {
        ts.poll();
    }
}
