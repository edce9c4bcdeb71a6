package dev.adder.jit;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.Jit;
import dev.adder.runtime.interp.JitFacts;
import dev.adder.runtime.interp.JitReason;
import dev.adder.runtime.interp.Kinds;
import dev.adder.runtime.interp.Operators;
import dev.adder.runtime.interp.UnitObserver;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** Tier 1: compiles what is hot to JVM bytecode, in the background unless told otherwise. */
public final class AdderJit implements Jit {
    /** HotSpot compiles no larger method well: it inlines no more into what has become 8,000 bytes by that. */
    static final int LIMIT = 4800;
    /** Length of the code inlined into one unit. */
    private static final int MOST_INLINED = 480;
    /** Calls after which a function that is being compiled is looked at again. */
    private static final int WAIT = 100;
    private static final int SITE_FAILURES = 4;
    /** So far below every threshold that a code is never asked about again. */
    private static final int NEVER = Integer.MIN_VALUE;

    private final boolean sync;
    private final boolean eager;
    private final boolean stress;
    private final PrintStream log;
    private final Sabotage sabotage;
    private final StressSites stressSites;
    private final Patience patience;
    private volatile boolean faulty;
    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private Thread worker;
    private volatile UnitObserver observer;
    /** Codes whose functions were compiled: what a pause takes out of use. Its monitor guards {@link #paused}, too. */
    private final Set<CodeState> compiled = Collections.newSetFromMap(new WeakHashMap<>());
    private volatile int paused;

    /**
     * @param modes "on", or some of "eager", "soon", "sync", "stress" or "stress:SEED" divided by commas
     * @param log where to say what is compiled and why not, or null
     * @param sabotage what shall go wrong
     */
    private AdderJit(final String modes, final PrintStream log, final Sabotage sabotage) {
        this.stress = modes.contains("stress");
        this.sync = stress || modes.contains("sync");
        this.eager = modes.contains("eager");
        this.patience = Patience.of(eager, stress, modes.contains("soon"));
        this.log = log;
        this.sabotage = sabotage;
        this.stressSites = stress ? new StressSites(modes) : null;
    }

    /** The compiler that {@code -X jit=MODES} and {@code -X jitlog[=FILE]} ask for; null for none. */
    public static AdderJit ofOptions(final List<String> xOptions) {
        String modes = "on";
        Sabotage sabotage = Sabotage.NONE;
        PrintStream log = null;
        for (final String o : xOptions) {
            if (o.startsWith("jit=")) {
                modes = o.substring(4);
            } else if (o.startsWith("jitfault=")) {
                sabotage = Sabotage.of(o.substring(9));
            } else if (o.equals("jitlog")) {
                log = System.err;
            } else if (o.startsWith("jitlog=")) {
                try {
                    log = new PrintStream(new FileOutputStream(o.substring(7)), true);
                } catch (final IOException e) {
                    System.err.println("adder: cannot write the compiler's log: " + e.getMessage());
                }
            }
        }
        return modes.equals("off") ? null : new AdderJit(modes, log, sabotage);
    }

    @Override
    public int callThreshold() {
        return patience.calls;
    }

    @Override
    public int loopThreshold() {
        return patience.loops;
    }

    // ---- functions

    @Override
    public void hotFunction(final ThreadState ts, final Frame f) {
        final CodeState state = f.state;
        final Notes notes = Notes.of(state);
        if (paused > 0) {
            state.calls = 0;
            return;
        }
        if (f.function == null || notes.readFromOutside || notes.refused.containsKey(-1)) {
            state.calls = NEVER;
            return;
        }
        if (state.compiled != null) {
            return;
        }
        if (f.generator == null || f.pc == 0) {
            for (int i = 0; i < notes.arguments.length; i++) {
                notes.arguments[i] |= Kinds.of(f.regs[i]);
            }
        }
        if (!patience.knowsArguments(notes)) {
            return;
        }
        if (!notes.pending.add(-1)) {
            // It is in the queue; the way here costs more than a call.
            state.calls = Math.max(callThreshold() - WAIT, 0);
            return;
        }
        final JitReason refusal = refusal(state, true);
        if (refusal != null) {
            refuse(state, notes, -1, refusal, refusal.text());
            return;
        }
        say("hot " + title(state));
        submit(() -> compileFunction(state, notes));
    }

    private UnitCompiler compiler(final CodeState state, final Notes notes, final int pc) {
        final UnitCompiler compiler = new UnitCompiler(state, notes, pc, stress);
        compiler.eager = eager;
        compiler.expectsProfile = !eager && notes.expectsProfile();
        return compiler;
    }

    /** Compiles with less inlined if it gets too large otherwise. */
    private Unit compile(final UnitCompiler first, final Ty[] types, final CodeState state, final Notes notes,
            final int pc) throws ReflectiveOperationException {
        UnitCompiler compiler = first;
        for (int room = MOST_INLINED;; room = room / 4) {
            compiler.room = room;
            try {
                final Unit unit = compiler.compile(types, LIMIT, sabotage);
                made(unit);
                for (final Link link : compiler.links) {
                    link.addCaller(unit);
                }
                tell(compiler.method, state, pc);
                return unit;
            } catch (final Refused e) {
                if (e.reason != JitReason.TOO_LARGE || compiler.room == room) {
                    throw e;
                }
                compiler = compiler(state, notes, pc);
            }
        }
    }

    private JitReason refusal(final CodeState state, final boolean function) {
        return function && FrameReads.forbid(state, !eager) ? JitReason.OWN_FRAME : null;
    }

    private void compileFunction(final CodeState state, final Notes notes) {
        try {
            final Unit unit = compile(compiler(state, notes, -1), null, state, notes, -1);
            notes.compilations++;
            final Unit before = notes.function;
            publish(state, notes, unit);
            notes.pending.remove(-1);
            if (before != null) {
                before.dropped = true;
            }
            final Link old = notes.relink(unit);
            if (old != null) {
                for (final Unit caller : old.takeCallers()) {
                    supersede(caller, "what it calls takes other arguments");
                }
            }
            say("compiled " + title(state) + " (" + unit.parameters + ")" + unit.result + " " + unit.bytes
                    + " bytes");
        } catch (final Refused e) {
            refuse(state, notes, -1, e.reason, e.getMessage());
        } catch (final ReflectiveOperationException | RuntimeException | LinkageError | VirtualMachineError e) {
            fault(state, notes, -1, e);
        }
    }

    // ---- loops

    @Override
    public Object enterLoop(final ThreadState ts, final Frame f, final int targetPc) {
        final CodeState state = f.state;
        final Notes notes = Notes.of(state);
        if (paused > 0) {
            state.loops = 0;
            return null;
        }
        if (notes.readFromOutside) {
            state.loops = NEVER;
            return null;
        }
        Unit unit = notes.loops.get(targetPc);
        if (unit == null || patience.isOver(unit, notes)) {
            hotLoop(state, notes, f, targetPc, unit);
            unit = notes.loops.get(targetPc);
            if (unit == null) {
                return null;
            }
        }
        final int failures = unit.failures;
        try {
            return unit.resume(ts, f);
        } catch (final Failed e) {
            if (++unit.entryFailures > SITE_FAILURES) {
                drop(unit);
            }
            return null;
        } finally {
            if (unit.failures != failures) {
                state.loops = ts.loopThreshold - 100;
            }
        }
    }

    /** Asks for a loop's first unit, or for the successor of the one that is in use until then. */
    private void hotLoop(final CodeState state, final Notes notes, final Frame f, final int pc, final Unit before) {
        if (notes.refused.containsKey(pc) || notes.pending.contains(pc)) {
            if (before == null) {
                state.loops = patience.loops - (notes.pending.contains(pc) ? 100 : 1000);
            }
            return;
        }
        final JitReason refusal = Suspensions.inLoop(state.code.ir(), pc) ? JitReason.GENERATOR
                : refusal(state, f.function != null);
        if (refusal != null) {
            refuse(state, notes, pc, refusal, refusal.text());
            return;
        }
        if (f.function != null ? patience.awaitsCall(state, notes, before)
                : before == null && patience.awaitsRounds(state, notes, pc)) {
            return;
        }
        if (!notes.pending.add(pc)) {
            return;
        }
        if (notes.loops.get(pc) != before) {
            notes.pending.remove(pc);
            return;
        }
        final Ty[] seen = EntryTypes.of(f.regs);
        say("hot " + title(state) + " loop at " + pc);
        submit(() -> compileLoop(seen, state, notes, pc));
    }

    private void compileLoop(final Ty[] seen, final CodeState state, final Notes notes, final int pc) {
        try {
            final UnitCompiler compiler = compiler(state, notes, pc);
            final Unit unit = compile(compiler, compiler.typesOf(seen), state, notes, pc);
            notes.compilations++;
            // In this order, or another thread that comes to the loop in between asks for it once more.
            final Unit before = notes.loops.put(pc, unit);
            notes.pending.remove(pc);
            if (before != null) {
                before.dropped = true;
            }
            say("compiled " + title(state) + " loop at " + pc + " " + unit.bytes + " bytes");
        } catch (final Refused e) {
            refuse(state, notes, pc, e.reason, e.getMessage());
        } catch (final ReflectiveOperationException | RuntimeException | LinkageError | VirtualMachineError e) {
            fault(state, notes, pc, e);
        }
    }

    private void made(final Unit unit) {
        unit.jit = this;
        if (stress) {
            stressSites.add(unit);
        }
    }

    /** In stress mode, now and then: whether the site fails although its guard holds. */
    boolean failsForStress(final Site site) {
        return stressSites.fails(site);
    }

    @Override
    public void finish() {
        if (stress && log != null) {
            stressSites.report(log);
        }
    }

    // ---- pauses

    /** The function's unit is used from now on, or from the end of the pause. */
    private void publish(final CodeState state, final Notes notes, final Unit unit) {
        synchronized (compiled) {
            notes.function = unit;
            compiled.add(state);
            if (paused == 0) {
                state.compiled = unit;
            }
        }
    }

    @Override
    public void pause() {
        synchronized (compiled) {
            if (paused++ == 0) {
                for (final CodeState state : compiled) {
                    state.compiled = null;
                }
            }
        }
    }

    @Override
    public void resume() {
        synchronized (compiled) {
            if (--paused > 0) {
                return;
            }
            for (final CodeState state : compiled) {
                final Unit unit = Notes.of(state).function;
                if (unit != null && !unit.dropped) {
                    state.compiled = unit;
                }
            }
        }
    }

    // ---- reports

    @Override
    public JitFacts facts(final CodeState state) {
        return state.jitData instanceof Notes n ? n.facts(state.compiled != null) : JitFacts.NONE;
    }

    @Override
    public void observe(final UnitObserver newObserver) {
        observer = newObserver;
    }

    private void tell(final String method, final CodeState state, final int loop) {
        final UnitObserver o = observer;
        if (o != null) {
            o.made(method, state, loop);
        }
    }

    /** The function is interpreted from its next call on. */
    @Override
    public void variablesRead(final Frame f) {
        final Notes notes = Notes.of(f.state);
        notes.readFromOutside = true;
        if (notes.function != null) {
            drop(notes.function);
        }
        refuse(f.state, notes, -1, JitReason.OWN_FRAME, "its variables were read from outside");
        f.state.calls = NEVER;
    }

    // ---- failures

    /** A unit was left at a site because of {@code t}. */
    void left(final Unit unit, final Site site, final Throwable t) {
        final CodeState state = site.level.state;
        final int op = state.code.ir().code[site.pc];
        final JitReason reason = t instanceof Unexpected || t instanceof Unimplemented ? JitReason.RESULT
                : t != Failed.FAILED && !(t instanceof ArithmeticException) ? JitReason.EXCEPTION
                : site.cold ? JitReason.FIRST_TIME
                : site.edgeRegister >= 0 ? JitReason.VARIABLE
                : t instanceof ArithmeticException ? JitReason.OVERFLOW : JitReason.ofGuard(op);
        Notes.of(state).left(site.pc, reason);
    }

    /** @param f the frame that goes on where the guard is */
    void guardFailed(final Unit unit, final Site site, final Frame f) {
        final CodeState state = site.level.state;
        noteLargeInt(state, site.pc, f);
        if (stress && !site.cold || state.code.ir().code[site.pc] == Opcodes.LOOP) {
            return;
        }
        if (site.cold && FrameReads.leaving(state).get(site.pc)) {
            readsFrame(state);
            if (!unit.dropped) {
                drop(unit);
            }
            return;
        }
        if (unit.isBehind(site) && !patience.isWorthGoingOn(unit)) {
            return;
        }
        unit.failures++;
        if (unit.dropped) {
            return;
        }
        unit.leaves++;
        if (site.cold) {
            outdate(unit, "reached " + place(site) + " for the first time");
        } else if (++site.failures == SITE_FAILURES) {
            Notes.of(state).bar(site.pc, site.edgeRegister);
            outdate(unit, "guard at " + place(site) + (site.edgeRegister >= 0 ? " register " + site.edgeRegister : "")
                    + " keeps failing");
        }
        succeed(unit);
    }

    /** The unit was made without something that it should know. It is used until there is a better one. */
    private void outdate(final Unit unit, final String why) {
        if (!unit.outdated) {
            unit.outdated = true;
            unit.leaves = 1;
            say("recompiling " + title(unit.state) + ": " + why);
        }
    }

    /** As {@link #outdate}, and all that its successor should know is known. */
    private void supersede(final Unit unit, final String why) {
        outdate(unit, why);
        unit.leaves = Math.max(unit.leaves, Patience.MANY);
        succeed(unit);
    }

    /** Asks for the successor of a function's unit if it is time to; that of a loop's is asked for where it is entered. */
    private void succeed(final Unit unit) {
        final CodeState state = unit.state;
        final Notes notes = Notes.of(state);
        if (unit.dropped || !patience.isOver(unit, notes)) {
            return;
        }
        if (notes.isCompiledTooOften()) {
            drop(unit);
        } else if (unit.entryPc < 0 && !notes.readFromOutside && !notes.refused.containsKey(-1)
                && notes.function == unit && notes.pending.add(-1)) {
            say("hot " + title(state));
            submit(() -> compileFunction(state, notes));
        }
    }

    private static void noteLargeInt(final CodeState state, final int pc, final Frame f) {
        final int[] code = state.code.ir().code;
        if (Operators.isBinary(code[pc]) && (f.regs[code[pc + 2]] instanceof BigInteger
                || f.regs[code[pc + 3]] instanceof BigInteger)) {
            Notes.of(state).largeInts = true;
        }
    }

    /** The code comes to where it names what gives its frame: it is interpreted from now on. */
    private void readsFrame(final CodeState state) {
        final Notes notes = Notes.of(state);
        notes.readsFrame = true;
        if (notes.function != null) {
            drop(notes.function);
        }
        refuse(state, notes, -1, JitReason.OWN_FRAME, JitReason.OWN_FRAME.text());
    }

    private static String place(final Site site) {
        final CodeState state = site.level.state;
        return site.level.call == null ? "" + site.pc : site.pc + " of inlined " + state.code.ir().qualname;
    }

    /** An exception came out of an inlined function; where a caller handles it this is no way to go often. */
    void raisedThrough(final Unit unit, final Site site) {
        Site call = site.level.call;
        while (call != null && call.level.state.code.ir().findHandler(call.pc) < 0) {
            call = call.level.call;
        }
        if (call == null || ++site.failures < SITE_FAILURES || unit.dropped || stress) {
            return;
        }
        Notes.of(call.level.state).barInlining(call.pc);
        supersede(unit, "exceptions come out of the call at " + place(call));
    }

    void entryMissed(final Unit unit, final Frame f) {
        final Notes notes = Notes.of(unit.state);
        for (int i = 0; i < notes.arguments.length; i++) {
            notes.arguments[i] |= Kinds.of(f.regs[i]);
        }
        if (++unit.entryFailures >= SITE_FAILURES) {
            unit.leaves++;
            outdate(unit, "it is given other arguments");
            succeed(unit);
        }
    }

    /** The unit is used no more; the profile of now decides on its successor. */
    private void drop(final Unit unit) {
        unit.dropped = true;
        final CodeState state = unit.state;
        final Notes notes = Notes.of(state);
        if (unit.entryPc >= 0) {
            notes.loops.remove(unit.entryPc, unit);
        } else if (state.compiled == unit) {
            state.compiled = null;
        }
        if (notes.isCompiledTooOften()) {
            refuse(state, notes, unit.entryPc, JitReason.TOO_OFTEN, JitReason.TOO_OFTEN.text());
        }
        state.calls = callThreshold() / 2;
        state.loops = loopThreshold() / 2;
    }

    private void refuse(final CodeState state, final Notes notes, final int pc, final JitReason reason,
            final String why) {
        notes.refused.put(pc, new JitFacts.Refusal(pc, reason, why));
        notes.pending.remove(pc);
        final Unit before = pc < 0 ? notes.function : notes.loops.get(pc);
        if (before != null && !before.dropped) {
            // It has no successor, and is better than none.
            before.leaves = Integer.MIN_VALUE;
        } else if (pc < 0) {
            final Link link = notes.takeLink();
            if (link != null) {
                link.takeCallers().forEach(this::drop);
            }
        }
        say("left " + title(state) + (pc < 0 ? "" : " loop at " + pc) + ": " + why);
    }

    private void fault(final CodeState state, final Notes notes, final int pc, final Throwable e) {
        refuse(state, notes, pc, JitReason.FAULT, "fault of the compiler: " + e);
        if (log != null) {
            e.printStackTrace(log);
        }
        if (!faulty) {
            faulty = true;
            System.err.println("adder: the compiler failed at " + state.code.ir().qualname + " (" + e.getClass().getSimpleName()
                    + "), which is interpreted instead; please report it with what -X jitlog says");
        }
    }

    /** The code in the log: a module by its file, since all have one name. */
    private static String title(final CodeState state) {
        final Code ir = state.code.ir();
        return ir.qualname.equals("<module>")
                ? "<module>:" + ir.filename.substring(ir.filename.lastIndexOf('/') + 1).replace(' ', '_') : ir.qualname;
    }

    private void say(final String what) {
        if (log != null) {
            log.println(what);
        }
    }

    // ---- the worker

    /** A compilation has a thread of its own even when it is waited for: the program may have used up its stack. */
    private void submit(final Runnable work) {
        if (!sync && !eager || Thread.currentThread() == worker) {
            enqueue(work);
            return;
        }
        final CountDownLatch done = new CountDownLatch(1);
        enqueue(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        boolean interrupted = false;
        while (done.getCount() > 0) {
            try {
                done.await();
            } catch (final InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void enqueue(final Runnable work) {
        synchronized (queue) {
            if (worker == null) {
                worker = new Thread(this::work, "adder-jit");
                worker.setDaemon(true);
                worker.start();
            }
        }
        queue.add(work);
    }

    private void work() {
        try {
            while (true) {
                queue.take().run();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
