package dev.adder.profile;

import dev.adder.runtime.InterpreterState;

/** Watches one interpreter: made with it, so that no compiled unit is missed, then {@link #start} and {@link #stop}. */
public final class Profiler {
    private final InterpreterState interp;
    private final ProfileOptions options;
    private final Units units = new Units();
    private final NativeThreads others = new NativeThreads();
    private final FrameSampler sampler;
    private final JavaEvents events;
    private long started;
    private boolean stopped;

    public Profiler(final InterpreterState interp, final ProfileOptions options) {
        this.interp = interp;
        this.options = options;
        this.sampler = new FrameSampler(interp, others);
        this.events = new JavaEvents(sampler, units, options.interval());
        interp.jit().observe(units);
    }

    /** Starts watching; takes half a second, which no time of the program's contains. */
    public synchronized void start() {
        if (stopped) {
            return;
        }
        events.start();
        sampler.start();
        started = System.nanoTime();
    }

    /** As {@link #start}, when the program has run for the seconds that the options ask for. */
    public void startInTime() {
        if (options.after() == 0) {
            start();
            return;
        }
        final Thread later = new Thread(() -> {
            try {
                Thread.sleep((long) (options.after() * 1000));
                start();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "adder-profile-start");
        later.setDaemon(true);
        later.start();
    }

    /**
     * Stops watching and writes what the options ask for; false if a file could not be written. Nothing to do if it was
     * never started.
     */
    public synchronized boolean stop() {
        stopped = true;
        if (started == 0) {
            return true;
        }
        final double wall = (System.nanoTime() - started) / 1e9;
        sampler.stop();
        events.stop();
        interp.jit().observe(null);
        final Profile profile = new Profile(options.program(), interp.jit(), wall, options.interval(), sampler.all(),
                events, others.seconds());
        return options.write(profile);
    }
}
