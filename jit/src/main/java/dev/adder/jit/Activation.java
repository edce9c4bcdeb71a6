package dev.adder.jit;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.analysis.Blocks;
import dev.adder.language.ir.analysis.Liveness;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.CompiledOperations;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A function's activation in the unit being made: the unit's own, or one inlined at a call. While it is translated, the
 * translator's fields are its own ({@link #load}); while another one is, they are kept here ({@link #keep}).
 */
final class Activation {
    /** Null for the unit's own. */
    final Activation caller;
    final CodeState state;
    final Code ir;
    private final Notes notes;
    private final Evidence evidence;
    private boolean expectsProfile;
    private final int entryPc;
    private final boolean osr;
    private final boolean resumes;
    private final BitSet framesNamed;
    private final Blocks blocks;
    private final Liveness live;
    private final Ty[][] in;
    private final Handlers handlers;
    private final Map<Long, Ty> wanted = new HashMap<>();
    private final Set<Long> unwanted = new HashSet<>();
    final int depth;
    final int base;
    /** What is inlined at which call ({@code pc}) of which code; a null value: nothing is. */
    final Map<Call, Activation> inlined = new HashMap<>();
    /** What the cases of an instruction that has several give. */
    final Map<Integer, Ty> joins = new HashMap<>();
    /** The registers at the start, as the analysis of now has them; null before the first. */
    Ty[] entry;
    /** In the unit being emitted. */
    Level level;
    /** Where the caller goes on, and the site of its call. */
    Label done;
    int callSite;

    private Ty[] s;
    private boolean decided;
    private boolean changed;
    private Label[] labels;
    private Label[] inner;
    private int currentPc;
    private int frameLocal;
    boolean framed;
    Ty returned;
    private int emitting;
    private boolean fallsNext;
    private int instructionSite;

    /** A call of one activation. */
    record Call(int pc, CodeState target) {
    }

    /** The unit's own. */
    Activation(final Translator unit, final CodeState state, final Notes notes, final int entryPc) {
        this(unit, null, state, notes, new Evidence(state, notes), true, entryPc);
    }

    /** One inlined into the one that is translated now. */
    Activation(final Translator unit, final CodeState state, final Notes notes, final boolean expectsProfile) {
        this(unit, unit.active, state, notes, new Evidence(state, notes, unit.evidence), expectsProfile, 0);
    }

    private Activation(final Translator unit, final Activation caller, final CodeState state, final Notes notes,
            final Evidence evidence, final boolean expectsProfile, final int entryPc) {
        this.caller = caller;
        this.state = state;
        this.ir = state.code.ir();
        this.notes = notes;
        this.evidence = evidence;
        this.expectsProfile = expectsProfile;
        this.resumes = entryPc < 0 && ir.isGeneratorLike();
        this.osr = caller == null && (entryPc >= 0 || resumes);
        this.entryPc = Math.max(entryPc, 0);
        this.framesNamed = FrameReads.leaving(state);
        this.blocks = new Blocks(ir);
        this.live = new Liveness(blocks);
        this.in = new Ty[blocks.list().size()][];
        this.handlers = new Handlers(unit);
        this.depth = caller == null ? 0 : caller.depth + 1;
        this.base = caller == null ? 0 : caller.base + caller.ir.frameSize + Level.EXTRA;
        this.level = new Level(state, base, null, null, -1, false);
    }

    /** Has the translator work on this one. */
    void load(final Translator t) {
        t.active = this;
        t.state = state;
        t.ir = ir;
        t.code = ir.code;
        t.template = CompiledOperations.template(state.code);
        t.notes = notes;
        t.expectsProfile = expectsProfile;
        t.evidence = evidence;
        t.entryPc = entryPc;
        t.osr = osr;
        t.resumes = resumes;
        t.framesNamed = framesNamed;
        t.blocks = blocks;
        t.live = live;
        t.in = in;
        t.wanted = wanted;
        t.unwanted = unwanted;
        t.handlers = handlers;
        t.base = base;
        t.s = s;
        t.decided = decided;
        t.changed = changed;
        t.labels = labels;
        t.inner = inner;
        t.currentPc = currentPc;
        t.frameLocal = frameLocal;
        t.framed = framed;
        t.returned = returned;
        t.emitting = emitting;
        t.fallsNext = fallsNext;
        t.instructionSite = instructionSite;
    }

    /** Keeps what the translator has come to. */
    void keep(final Translator t) {
        expectsProfile = t.expectsProfile;
        s = t.s;
        decided = t.decided;
        changed = t.changed;
        labels = t.labels;
        inner = t.inner;
        currentPc = t.currentPc;
        frameLocal = t.frameLocal;
        framed = t.framed;
        returned = t.returned;
        emitting = t.emitting;
        fallsNext = t.fallsNext;
        instructionSite = t.instructionSite;
    }

    /** What is decided of loops' registers goes by the types at the start. */
    void forget() {
        wanted.clear();
        unwanted.clear();
        joins.clear();
    }

    boolean isIn(final CodeState other) {
        return state == other || caller != null && caller.isIn(other);
    }
}
