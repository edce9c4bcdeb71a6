package dev.adder.stdlib.sre;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Translates hot programs in the background, one at a time. */
final class Translations {

    /** Tries before a program is translated: below that, making and warming the code costs more than it saves. */
    private static final int HOT = 2_000;

    private static volatile boolean atOnce;

    private Translations() {
    }

    static int after() {
        return atOnce ? 1 : HOT;
    }

    /** For tests: translates at the first try, in the calling thread. */
    static void setAtOnce(boolean value) {
        atOnce = value;
    }

    static void request(Program program, boolean narrow) {
        if (atOnce) {
            program.translate(narrow);
        } else {
            Worker.EXECUTOR.execute(new Job(program, narrow));
        }
    }

    private record Job(Program program, boolean narrow) implements Runnable {
        @Override
        public void run() {
            program.translate(narrow);
        }
    }

    /** Started when the first program gets hot; the thread ends when there is nothing to do. */
    private static final class Worker {

        static final ThreadPoolExecutor EXECUTOR = executor();

        private static ThreadPoolExecutor executor() {
            ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                    task -> {
                        Thread thread = new Thread(task, "adder-regex");
                        thread.setDaemon(true);
                        return thread;
                    });
            executor.allowCoreThreadTimeOut(true);
            return executor;
        }
    }
}
