package dev.adder.jit;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.analysis.Blocks;
import dev.adder.language.ir.analysis.Blocks.Block;
import dev.adder.language.ir.analysis.Liveness;
import dev.adder.runtime.interp.CodeState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state of the translation: what each register is known to be, blocks and edges between them. */
abstract class Translator extends Emitter {
    final boolean stress;
    /** What is translated now: see {@link Activation}, which keeps the fields from here to {@link #handlers}. */
    Activation active;
    CodeState state;
    Code ir;
    int[] code;
    Object[] template;
    Notes notes;
    /** Whether code without a profile is code that is not executed. */
    boolean expectsProfile;
    Evidence evidence;
    int entryPc;
    boolean osr;
    /** Whether it is the function's unit of a generator: its frame is given, and entered where its pc says. */
    boolean resumes;
    /** Instructions that the unit is left at: {@link FrameReads}. */
    BitSet framesNamed;
    Blocks blocks;
    Liveness live;
    static final int POLL_EVERY = 1000;
    /** Types at the start of each block; null: not reached. */
    Ty[][] in;
    /** Types of the registers now. */
    Ty[] s;
    /** Header and register ({@link Notes#edge}) to the type wanted there. */
    Map<Long, Ty> wanted;
    Set<Long> unwanted;
    boolean decided;
    boolean changed;
    Label[] labels;
    /** Where back edges go, by block: see {@link #backEdge}. */
    Label[] inner;
    int currentPc;
    /** JVM local that holds the frame. */
    int frameLocal;
    boolean framed;
    /** The join of what the RETURNs give. */
    Ty returned;
    /** Index of the block being emitted; whether what is emitted now is followed by the next block. */
    int emitting;
    boolean fallsNext;
    Handlers handlers;
    // ---- of the unit
    final List<Site> sites = new ArrayList<>();
    final Regions regions = new Regions(this);
    /** What was found alive last, and where. */
    private BitSet alive;
    private Liveness aliveOf;
    private int aliveAt;
    /** The first of the sites of the instruction being translated. */
    int instructionSite;
    /** The JVM locals with the ends of chunks, by register counted through all activations. */
    final Map<Integer, Integer> chunks = new HashMap<>();
    /** The JVM locals of registers that hold exact lists ({@link Ty#LIST}), counted likewise. */
    final Map<Integer, Integer> lists = new HashMap<>();
    /** The line of each instruction, 0 where it has none; made when first emitting. */
    private int[] lines;
    /** JVM locals. */
    int siteLocal;
    int pollLocal;
    /** Holds an object within one instruction. */
    int scratchLocal;
    int functionLocal = 1;
    char result = 'O';
    /** Whether the call being translated is an operator's, whose method may give NotImplemented. */
    boolean operating;
    final Suspensions suspensions = new Suspensions(this);
    final Storages storages = new Storages(this);

    Translator(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        this.stress = stress;
        new Activation(this, state, notes, entryPc).load(this);
    }

    // ---- analysis

    final void analyse(final Ty[] entry) {
        do {
            decided = false;
            Arrays.fill(in, null);
            returned = null;
            final Block first = blocks.at(entryPc);
            in[first.index] = entry.clone();
            do {
                changed = false;
                for (final Block b : blocks.list()) {
                    if (in[b.index] != null && !decided) {
                        block(b);
                    }
                }
            } while (changed && !decided);
        } while (decided);
    }

    final void block(final Block b) {
        s = in[b.index].clone();
        int pc = b.start;
        boolean open = true;
        handlers.begin(b);
        while (pc < b.end) {
            currentPc = pc;
            instructionSite = sites.size();
            suspensions.prepare(pc);
            handlers.mayRaise(b, pc);
            if (c != null) {
                line(pc);
            }
            final int next = pc + Op.of(code[pc]).length(code, pc);
            if (!Storages.keeps(code[pc])) {
                storages.forget();
            }
            final int went = instruction(pc, next, b);
            if (went < 0) {
                open = false;
                break;
            }
            pc = went;
        }
        if (open) {
            fallsNext = true;
            edge(b.end, false);
            fallsNext = false;
        }
        handlers.end(b);
    }

    /** Translates the instruction; gives where to go on (next, or further if it took more in), or -1: block ended. */
    abstract int instruction(int pc, int next, Block b);

    /** What is emitted from here on belongs to the instruction's line. */
    private void line(final int pc) {
        if (active.caller != null) {
            return;
        }
        if (lines == null) {
            lines = state.code.lines();
        }
        if (lines[pc] > 0) {
            c.lineNumber(lines[pc]);
        }
    }

    final boolean reached(final Block b) {
        return in[b.index] != null;
    }

    // ---- edges

    /** Control goes to {@code target} from here with the types of now. */
    final void edge(final int target, final boolean back) {
        final Block to = blocks.at(target);
        if (c == null) {
            merge(to, back);
            return;
        }
        convertAll(target, to);
        if (to.index != emitting + 1 || back || !fallsNext) {
            c.goto_(labels[to.index]);
        }
    }

    /** Has all registers held as the block wants them. */
    private void convertAll(final int target, final Block to) {
        final Ty[] t = in[to.index];
        for (int reg = 0; reg < s.length; reg++) {
            if (t[reg].rep() != 'X' && !t[reg].isLike(s[reg])
                    && (s[reg].rep() != 'X' || live.atStart(to).get(reg))) {
                convert(reg, s[reg], t[reg], target);
            }
        }
    }

    /**
     * A back edge. Each loop has two heads: what is entered from outside or after a poll, and behind it the one that the
     * back edge goes to otherwise, so that HotSpot finds an inner loop without any call in it and takes out of it what
     * does not change.
     */
    final void backEdge(final int pc, final int target) {
        final Block to = blocks.at(target);
        if (c == null) {
            merge(to, true);
            return;
        }
        final int it = chunkedIterator(to);
        if (it < 0) {
            site(pc);
            c.iinc(pollLocal, -1);
            final Label go = c.newLabel();
            c.iload(pollLocal);
            c.ifge(go);
            poll(pc);
            convertAll(target, to);
            c.goto_(labels[to.index]);
            c.labelBinding(go);
            convertAll(target, to);
            c.goto_(inner[to.index]);
            return;
        }
        convertAll(target, to);
        final Ty t = in[to.index][it];
        if (t.rep() == 'R') {
            c.iinc(chunk(it), -1);
            c.iload(chunk(it));
            c.ifgt(inner[to.index]);
            c.goto_(labels[to.index]);
            return;
        }
        if (t.rep() == 'L') {
            c.iload(local(it, 'L', 1));
        } else {
            c.iload(local(it, 'I', 0));
        }
        c.iload(chunk(it));
        if (t.rep() == 'I' && t.step() < 0) {
            c.if_icmpgt(inner[to.index]);
        } else {
            c.if_icmplt(inner[to.index]);
        }
        c.goto_(labels[to.index]);
    }

    /** Resets the count of iterations to the next poll, and polls. */
    final void poll(final int pc) {
        c.loadConstant(POLL_EVERY);
        c.istore(pollLocal);
        if (framed) {
            c.aload(frameLocal);
            c.loadConstant(pc);
            c.putfield(FRAME, "pc", java.lang.constant.ConstantDescs.CD_int);
        }
        c.aload(0);
        call(SUPPORT, "poll", "TV");
    }

    /**
     * The iterator of a loop that is done in chunks: its FOR_ITER looks up how far it goes, up to {@link #POLL_EVERY}
     * rounds, and the back edge goes on within the chunk. -1 if the block is no such loop's head.
     */
    final int chunkedIterator(final Block b) {
        if (!b.isLoopHeader() || code[b.start] != dev.adder.language.ir.Opcodes.FOR_ITER) {
            return -1;
        }
        final int it = code[b.start + 2];
        final char rep = in[b.index][it].rep();
        return rep == 'I' || rep == 'L' || rep == 'R' ? it : -1;
    }

    /** Pushes the exact list that a register holds, or is guarded to hold; asked once for all that follows. */
    final void pushList(final int reg) {
        if (isConstant(reg)) {
            pushObject(reg);
            call(ITEMS, "list", "OB");
            return;
        }
        if (c != null) {
            final int list = lists.computeIfAbsent(base + reg, k -> nextLocal++);
            if (s[reg].isList()) {
                c.aload(list);
            } else {
                pushObject(reg);
                call(ITEMS, "list", "OB");
                c.dup();
                c.astore(list);
            }
        }
        if (!s[reg].isList()) {
            s[reg] = Ty.LIST;
        }
    }

    /** The JVM local with the end of the chunk that an iterator is in; of one in longs, with what the chunk has left. */
    final int chunk(final int it) {
        return chunks.computeIfAbsent(base + it, k -> nextLocal++);
    }

    /** Before the first instruction of a block. */
    final void head(final Block b) {
        if (b.isLoopHeader() && chunkedIterator(b) < 0) {
            // Between two instructions, or both labels would be one block to HotSpot.
            c.nop();
            c.labelBinding(inner[b.index]);
        }
    }

    private void convert(final int reg, final Ty from, final Ty to, final int target) {
        if (to.rep() == 'O') {
            pushObject(reg);
            c.astore(local(reg, 'O', 0));
            return;
        }
        if (to.rep() == 'R' && from.rep() == 'I') {
            toRange(reg, from.step());
            return;
        }
        leaveBy(new Site(active.level, target, alive(target), reg));
        if (from.rep() != 'O') {
            throw new IllegalStateException("edge from " + from.rep() + " to " + to.rep());
        }
        c.aload(local(reg, 'O', 0));
        if (to.rep() == 'C') {
            unpackComplex(reg);
        } else if (to.rep() == 'J') {
            call(SUPPORT, "asLong", "OJ");
            c.lstore(local(reg, 'J', 0));
        } else {
            call(SUPPORT, "asDouble", "OD");
            c.dstore(local(reg, 'D', 0));
        }
    }

    /** A counted range in three longs. */
    private void toRange(final int reg, final int step) {
        c.iload(local(reg, 'I', 0));
        c.i2l();
        c.lstore(local(reg, 'R', 0));
        c.loadConstant((long) step);
        c.lstore(local(reg, 'R', 1));
        c.iload(local(reg, 'I', 0));
        c.iload(local(reg, 'I', 1));
        c.loadConstant(step);
        call(SUPPORT, "countLeft", "IIIJ");
        c.lstore(local(reg, 'R', 2));
    }

    private void merge(final Block to, final boolean back) {
        final BitSet alive = live.atStart(to);
        Ty[] t = in[to.index];
        if (t == null) {
            t = new Ty[s.length];
            for (int reg = 0; reg < s.length; reg++) {
                t[reg] = alive.get(reg) ? s[reg] : keptDead(reg, s[reg]);
                if (to.isLoopHeader() && alive.get(reg)) {
                    final Ty w = wanted.get(Notes.edge(to.start, reg));
                    if (w != null && t[reg].rep() == 'O') {
                        t[reg] = w;
                    } else if (t[reg].isObject() && t[reg].value() != null && t[reg] != UNBOUND) {
                        t[reg] = Ty.O;
                    }
                }
            }
            in[to.index] = t;
            changed = true;
            return;
        }
        for (int reg = 0; reg < s.length; reg++) {
            if (t[reg].rep() == 'X' || t[reg].same(s[reg])) {
                continue;
            }
            if (!alive.get(reg)) {
                dropUnlike(t, reg, s[reg]);
                continue;
            }
            final Ty a = t[reg];
            final Ty b = s[reg];
            if (a.rep() == 'J' && b.rep() == 'J') {
                if (a != Ty.J) {
                    t[reg] = Ty.J;
                    changed = true;
                }
                continue;
            }
            if (a.isRange() && b.isRange()) {
                if (a.rep() != 'R') {
                    t[reg] = Ty.R;
                    changed = true;
                }
                continue;
            }
            final long key = Notes.edge(to.start, reg);
            if (a.rep() == 'O') {
                if (to.isLoopHeader() && back && a.value() == null && isUnboxable(b)
                        && !unwanted.contains(key) && !wanted.containsKey(key) && !evidence.isBarred(key)
                        && to.start != entryPc) {
                    wanted.put(key, Ty.ofRep(b.rep()));
                    decided = true;
                } else if (a.value() != null) {
                    t[reg] = Ty.O;
                    changed = true;
                }
                continue;
            }
            final Ty w = wanted.get(key);
            if (w != null && w.rep() == a.rep() && b.rep() == 'O' && !back && b != UNBOUND) {
                continue;
            }
            if (w == null && to.start == entryPc && osr && isUnboxable(a) && b.rep() == 'O' && !back && b != UNBOUND
                    && !unwanted.contains(key) && !evidence.isBarred(key)) {
                // An outer loop comes back to the loop entered: what was unboxed on entry is guarded to be so again.
                wanted.put(key, Ty.ofRep(a.rep()));
                continue;
            }
            if (w != null) {
                wanted.remove(key);
                unwanted.add(key);
                decided = true;
                continue;
            }
            t[reg] = Ty.O;
            changed = true;
        }
    }

    /**
     * What a join keeps of a register that no instruction reads any more: a variable, for tracebacks and debuggers, as
     * long as it is held in one way on all paths, so that keeping it costs nothing.
     */
    private Ty keptDead(final int reg, final Ty now) {
        return reg >= ir.visibleLocals ? Ty.X : now.isObject() ? Ty.O : now;
    }

    private void dropUnlike(final Ty[] t, final int reg, final Ty now) {
        if (t[reg].rep() != 'X' && !t[reg].isLike(now)) {
            t[reg] = Ty.X;
            changed = true;
        }
    }

    /** An instruction of now may raise to {@code to}, which finds the exception in a register. */
    final void raisedEdge(final Block to, final int exception) {
        framed = true;
        final BitSet alive = live.atStart(to);
        final Ty[] t = in[to.index] != null ? in[to.index] : new Ty[s.length];
        for (int reg = 0; reg < s.length; reg++) {
            final Ty now = reg == exception ? Ty.O : s[reg];
            if (in[to.index] == null) {
                t[reg] = !alive.get(reg) ? keptDead(reg, now) : now.isObject() ? Ty.O : now;
            } else if (!alive.get(reg)) {
                dropUnlike(t, reg, now);
            } else if (t[reg].rep() != 'X' && !t[reg].isLike(now) && !t[reg].isObject()) {
                t[reg] = Ty.O;
                changed = true;
            }
        }
        if (in[to.index] == null) {
            in[to.index] = t;
            changed = true;
        }
    }

    private static boolean isUnboxable(final Ty t) {
        return t.rep() == 'J' || t.rep() == 'D' || t.rep() == 'C';
    }

    /** A register that holds null. */
    static final Ty UNBOUND = new Ty('O', new Object());

    // ---- reading registers

    final boolean isConstant(final int reg) {
        return reg >= ir.constBase && reg < ir.tempBase;
    }

    final Ty type(final int reg) {
        return isConstant(reg) ? typeOfValue(template[reg]) : s[reg];
    }

    static Ty typeOfValue(final Object constant) {
        return switch (constant) {
            case Long n -> Ty.J;
            case Double d -> Ty.D;
            case Boolean b -> Ty.Z;
            default -> Ty.O;
        };
    }

    /** Pushes a register known to be J, D or Z, as that. */
    private void pushPrimitive(final int reg, final char rep) {
        if (c == null) {
            return;
        }
        if (isConstant(reg)) {
            switch (template[reg]) {
                case Long n -> c.loadConstant(n);
                case Double d -> c.loadConstant(d);
                default -> c.loadConstant((Boolean) template[reg] ? 1 : 0);
            }
            return;
        }
        switch (rep) {
            case 'J' -> c.lload(local(reg, 'J', 0));
            case 'D' -> c.dload(local(reg, 'D', 0));
            default -> c.iload(local(reg, 'Z', 0));
        }
    }

    /** Pushes an int, or a bool as one; guards and remembers it if the register holds an object. */
    final void pushLong(final int reg) {
        if (type(reg).rep() == 'J') {
            pushPrimitive(reg, 'J');
            return;
        }
        final Ty t = type(reg);
        if (t.rep() == 'Z') {
            pushPrimitive(reg, 'Z');
            if (c != null) {
                c.i2l();
            }
            return;
        }
        if (t.rep() != 'O') {
            throw new IllegalStateException("no int in " + t.rep());
        }
        if (c != null) {
            c.aload(local(reg, 'O', 0));
            call(SUPPORT, "asLong", "OJ");
            c.dup2();
            c.lstore(local(reg, 'J', 0));
        }
        s[reg] = Ty.J;
    }

    /** Pushes a float; from an int register converts. */
    final void pushDouble(final int reg) {
        switch (type(reg).rep()) {
            case 'D' -> pushPrimitive(reg, 'D');
            case 'J' -> {
                pushPrimitive(reg, 'J');
                if (c != null) {
                    c.l2d();
                }
            }
            case 'O' -> {
                if (c != null) {
                    c.aload(local(reg, 'O', 0));
                    call(SUPPORT, "asDouble", "OD");
                    c.dup2();
                    c.dstore(local(reg, 'D', 0));
                }
                s[reg] = Ty.D;
            }
            default -> throw new IllegalStateException("no float");
        }
    }

    /** An object on the stack goes, guarded, to the register's two doubles. */
    final void unpackComplex(final int reg) {
        call(SUPPORT, "asComplex", "OO");
        c.dup();
        call(SUPPORT, "real", "OD");
        c.dstore(local(reg, 'C', 0));
        call(SUPPORT, "imaginary", "OD");
        c.dstore(local(reg, 'C', 1));
    }

    /** Has a register held as a complex number in its two doubles. */
    final void needComplex(final int reg) {
        if (s[reg].rep() != 'C') {
            if (c != null) {
                c.aload(local(reg, 'O', 0));
                unpackComplex(reg);
            }
            s[reg] = Ty.C;
        }
    }

    final void pushPart(final int reg, final int part) {
        if (c != null) {
            c.dload(local(reg, 'C', part));
        }
    }

    /** The parts are on the stack. */
    final void setComplex(final int reg) {
        if (c != null) {
            c.dstore(local(reg, 'C', 1));
            c.dstore(local(reg, 'C', 0));
        }
        s[reg] = Ty.C;
    }

    final void pushBoolean(final int reg) {
        pushPrimitive(reg, 'Z');
    }

    final void pushNull() {
        if (c != null) {
            c.aconst_null();
        }
    }

    /** What the instruction may leave out: null where there is no register. */
    final void pushOptional(final int reg) {
        if (reg < 0) {
            pushNull();
        } else {
            pushObject(reg);
        }
    }

    /** Pushes any register as an object (boxing; never guards). */
    final void pushObject(final int reg) {
        if (c == null) {
            return;
        }
        if (isConstant(reg)) {
            constant(template[reg], OBJECT);
            return;
        }
        switch (s[reg].rep()) {
            case 'J' -> {
                c.lload(local(reg, 'J', 0));
                call(SUPPORT, "box", "JO");
            }
            case 'D' -> {
                c.dload(local(reg, 'D', 0));
                call(SUPPORT, "box", "DO");
            }
            case 'Z' -> {
                c.iload(local(reg, 'Z', 0));
                call(SUPPORT, "box", "ZO");
            }
            case 'R' -> {
                for (int i = 0; i < 3; i++) {
                    c.lload(local(reg, 'R', i));
                }
                call(SUPPORT, "rangeIterator", "JJJO");
            }
            case 'I' -> {
                c.iload(local(reg, 'I', 0));
                c.iload(local(reg, 'I', 1));
                c.loadConstant(s[reg].step());
                call(SUPPORT, "countedIterator", "IIIO");
            }
            case 'L' -> {
                c.aload(local(reg, 'L', 0));
                c.iload(local(reg, 'L', 1));
                call(ITEMS, "listIterator", "OIO");
            }
            case 'C' -> {
                c.dload(local(reg, 'C', 0));
                c.dload(local(reg, 'C', 1));
                call(SUPPORT, "box", "DDO");
            }
            case 'O' -> c.aload(local(reg, 'O', 0));
            default -> throw new IllegalStateException("register " + reg + " is not live at " + currentPc);
        }
    }

    /** Pushes registers {@code code[at + 1 ..]}, {@code code[at]} of them, as one Object[]. */
    final void pushArray(final int at) {
        if (c == null) {
            return;
        }
        final int n = code[at];
        c.loadConstant(n);
        c.anewarray(OBJECT);
        for (int i = 0; i < n; i++) {
            c.dup();
            c.loadConstant(i);
            pushObject(code[at + 1 + i]);
            c.aastore();
        }
    }

    // ---- writing registers: the value is on the stack

    final void setLong(final int reg) {
        setLong(reg, Ty.J);
    }

    final void setLong(final int reg, final Ty type) {
        if (c != null) {
            c.lstore(local(reg, 'J', 0));
        }
        s[reg] = type;
    }

    final void setDouble(final int reg) {
        if (c != null) {
            c.dstore(local(reg, 'D', 0));
        }
        s[reg] = Ty.D;
    }

    final void setBoolean(final int reg) {
        if (c != null) {
            c.istore(local(reg, 'Z', 0));
        }
        s[reg] = Ty.Z;
    }

    final void setObject(final int reg) {
        setObject(reg, Ty.O);
    }

    final void setObject(final int reg, final Ty type) {
        if (c != null) {
            c.astore(local(reg, 'O', 0));
        }
        s[reg] = type;
    }

    // ---- sites

    /** Before anything of the instruction is done that may leave the unit. */
    final void site(final int pc) {
        site(pc, -1);
    }

    /** A guard that a register wants; if it keeps failing, that is {@link Evidence#isBarred(long) barred} alone. */
    final void site(final int pc, final int edgeRegister) {
        if (c == null) {
            return;
        }
        leaveBy(new Site(active.level, pc, alive(pc), edgeRegister));
    }

    /** How the registers are held, without the temporaries that nothing reads from the instruction at {@code pc} on. */
    private Ty[] alive(final int pc) {
        final Ty[] types = s.clone();
        if (aliveAt != pc || aliveOf != live) {
            aliveAt = pc;
            aliveOf = live;
            alive = live.before(pc);
        }
        for (int reg = ir.tempBase; reg < types.length; reg++) {
            if (!alive.get(reg)) {
                types[reg] = Ty.X;
            }
        }
        return types;
    }

    /** Of an instruction or of an edge: from here on the unit is left by this site. */
    final void leaveBy(final Site site) {
        final int index = sites.size();
        sites.add(site);
        c.loadConstant(index);
        c.istore(siteLocal);
        if (stress) {
            pushUnit();
            c.loadConstant(index);
            call(SUPPORT, "stress", "UIV");
        }
    }

    abstract void pushUnit();

    final void thread() {
        if (c != null) {
            c.aload(0);
        }
    }

    /** Has a register hold an object from here on. */
    final void asObject(final int reg) {
        if (!s[reg].isObject() && s[reg].rep() != 'X') {
            if (c != null) {
                pushObject(reg);
                c.astore(local(reg, 'O', 0));
            }
            s[reg] = Ty.O;
        }
    }

    /** Fills a register from the frame; fails if it is not of the kind. */
    abstract void loadRegister(int reg, Ty type);

    /** As {@link #calling}, where the instruction cannot be begun again: an exception is all that may come. */
    final void callingOnce(final int pc) {
        framed = true;
        storages.forget();
        if (c != null) {
            c.loadConstant(sites.size());
            c.istore(siteLocal);
            sites.add(new Site(active.level, pc, s.clone(), -1));
            c.aload(frameLocal);
            c.loadConstant(pc);
            c.putfield(FRAME, "pc", java.lang.constant.ConstantDescs.CD_int);
        }
    }

    /** Before a call that may run Python code: the frame says where we are. */
    final void calling(final int pc) {
        site(pc);
        framed = true;
        storages.forget();
        if (c != null) {
            c.aload(frameLocal);
            c.loadConstant(pc);
            c.putfield(FRAME, "pc", java.lang.constant.ConstantDescs.CD_int);
        }
    }
}
