package dev.adder.jit;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.analysis.Blocks.Block;
import dev.adder.runtime.PyType;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.objects.PyTuple;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Calls whose function is translated in place. Its registers are JVM locals of their own, which the arguments are
 * copied to as they are held, unboxed ones too; its RETURNs go on behind the call. A function that calls something
 * pushes a frame, as it would by itself; one that calls nothing has none until it is left by an exit.
 */
abstract class Inlining extends Names {
    /** Functions in functions. */
    private static final int MOST_DEPTH = 4;
    /** Lengths of the code of one function: where it is called by the unit's own, and deeper. */
    private static final int LONGEST = 160;
    private static final int LONGEST_DEEP = 90;
    /** Calls that a function must have had: before, its profile says too little. */
    private static final int ENOUGH_CALLS = 50;
    /** In place of an argument's register: the object made; below: a default value. */
    static final int MADE = -1;
    static final int DEFAULTS = -2;
    /** At or below: what goes to a parameter with stars, see {@link #packs}. */
    static final int PACKED = -1_000_000;
    private static final int NONE = Integer.MIN_VALUE;

    /**
     * The arguments of a parameter with stars.
     *
     * @param names of the keywords; null for a tuple
     */
    private record Pack(int[] registers, String[] names) {
    }

    private final List<Pack> packs = new ArrayList<>();

    /** How much code may still be inlined into the unit. */
    int room;

    Inlining(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
    }

    /** Whether there is no profile to go by. */
    boolean eager;

    private boolean expectsProfileOf(final Notes target) {
        return !eager && target.expectsProfile();
    }

    /** The activation of a function called at {@code pc} that is to be inlined, or null. Once decided it stays so. */
    private Activation inlinee(final int pc, final CodeState target) {
        final Activation.Call key = new Activation.Call(pc, target);
        if (active.inlined.containsKey(key)) {
            return active.inlined.get(key);
        }
        Activation a = null;
        if (isInlinable(pc, target)) {
            room -= target.code.ir().code.length;
            final Notes its = Notes.of(target);
            a = new Activation(this, target, its, expectsProfileOf(its));
        }
        active.inlined.put(key, a);
        return a;
    }

    private boolean isInlinable(final int pc, final CodeState target) {
        final Code t = target.code.ir();
        final int length = t.code.length;
        if (length > room || length > (active.depth == 0 ? LONGEST : LONGEST_DEEP) || active.depth >= MOST_DEPTH
                || t.isGeneratorLike() || active.isIn(target) || evidence.isInliningBarred(pc)) {
            return false;
        }
        final Notes its = Notes.of(target);
        return !its.isLong && (!expectsProfileOf(its) || target.calls >= ENOUGH_CALLS || evidence.unit(target) != null)
                && !its.readFromOutside && !FrameReads.forbid(target, expectsProfileOf(its));
    }

    /** What {@link #inline} gives where it did not. */
    static final int NOT_INLINED = 0;
    static final int INLINED = 1;
    /** The function was never seen to return. */
    static final int ENDED = -1;

    /**
     * Inlines a call of {@code f}, with as many arguments as its code has parameters.
     *
     * @param arguments registers, or what else {@link #MADE} and {@link #DEFAULTS} say
     * @param making the class whose instance the function fills, which is the call's result; else null
     */
    final int inline(final int pc, final Callee f, final int dest, final int[] arguments, final PyType making) {
        final Activation a = inlinee(pc, f.state());
        if (a == null) {
            return NOT_INLINED;
        }
        final Ty[] entry = entryOf(a, f, arguments);
        if (c == null) {
            analyse(a, entry);
        } else {
            emit(a, pc, f, dest, arguments, making);
        }
        if (a.framed) {
            framed = true;
        }
        if (a.returned == null) {
            return ENDED;
        }
        s[dest] = making != null ? Ty.O : a.returned;
        return INLINED;
    }

    private Ty[] entryOf(final Activation a, final Callee f, final int[] arguments) {
        final Ty[] entry = new Ty[a.ir.frameSize];
        Arrays.fill(entry, Ty.X);
        for (int i = 0; i < arguments.length; i++) {
            entry[i] = typeOf(f, arguments[i]);
        }
        for (int reg = arguments.length; reg < a.ir.constBase; reg++) {
            entry[reg] = reg >= a.ir.freeBase ? Ty.O : UNBOUND;
        }
        return entry;
    }

    private Ty typeOf(final Callee f, final int argument) {
        if (argument == MADE || argument <= PACKED) {
            return Ty.O;
        }
        if (argument <= DEFAULTS) {
            return typeOfValue(defaultOf(f, argument));
        }
        final Ty t = type(argument);
        return t.isRange() || t.rep() == 'L' ? Ty.O : t.moved();
    }

    final Object defaultOf(final Callee f, final int argument) {
        return f.defaults().get(DEFAULTS - argument);
    }

    private void analyse(final Activation a, final Ty[] entry) {
        if (a.entry != null && same(a.entry, entry)) {
            return;
        }
        final boolean operates = operating;
        operating = false;
        a.entry = entry;
        a.forget();
        final Activation caller = active;
        caller.keep(this);
        a.load(this);
        framed = false;
        analyse(entry);
        a.keep(this);
        caller.load(this);
        operating = operates;
    }

    private static boolean same(final Ty[] a, final Ty[] b) {
        for (int i = 0; i < a.length; i++) {
            if (!a[i].same(b[i])) {
                return false;
            }
        }
        return true;
    }

    private void emit(final Activation a, final int pc, final Callee f, final int dest, final int[] arguments,
            final PyType making) {
        if (a.framed) {
            calling(pc);
        } else {
            site(pc);
        }
        a.callSite = sites.size() - 1;
        a.done = c.newLabel();
        a.level = new Level(a.state, a.base, behindCall(pc), f.function(), dest, making != null);
        a.level.framed = a.framed;
        a.level.operates = operating;
        operating = false;
        if (f.function() == null) {
            pushObject(f.register());
            c.checkcast(FUNCTION);
            c.astore(localAt(a.level.extra(Level.FUNCTION), 'P', 0));
        }
        if (making != null) {
            instance(making, f);
            c.astore(localAt(a.level.extra(Level.MADE), 'O', 0));
        }
        for (int i = 0; i < arguments.length; i++) {
            pass(f, arguments[i], a.base + i, a.entry[i]);
        }
        final Activation caller = active;
        caller.keep(this);
        a.load(this);
        body(arguments.length);
        a.keep(this);
        caller.load(this);
        c.labelBinding(a.done);
        regions.begin();
        for (int i = instructionSite; i < sites.size(); i++) {
            if (sites.get(i).level == active.level) {
                regions.use(sites.get(i));
            }
        }
        operating = a.level.operates;
    }

    /**
     * The site of the call as what is left within the callee goes on behind it: without the temporaries that only the
     * call reads.
     */
    private Site behindCall(final int pc) {
        final Site call = sites.getLast();
        if (operating || ir.findHandler(pc) >= 0) {
            return call;
        }
        final Ty[] types = call.types.clone();
        final BitSet alive = live.after(pc);
        for (int reg = ir.tempBase; reg < types.length; reg++) {
            if (!alive.get(reg)) {
                types[reg] = Ty.X;
            }
        }
        return new Site(call.level, pc, types, -1);
    }

    /** Pushes a new instance; guards that its class and its {@code __init__} are as they were. */
    final void instance(final PyType type, final Callee init) {
        constant(type, TYPE);
        longNumber(evidence.version(type));
        constant(init.function(), FUNCTION);
        state(init.state());
        call(SUPPORT, "instance", "YJPSO");
    }

    /** Copies an argument to the register of the activation to come; a made object is there already. */
    private void pass(final Callee f, final int argument, final int to, final Ty type) {
        switch (type.rep()) {
            case 'J' -> {
                if (argument <= DEFAULTS) {
                    c.loadConstant((Long) defaultOf(f, argument));
                } else {
                    pushLong(argument);
                }
                c.lstore(localAt(to, 'J', 0));
            }
            case 'D' -> {
                if (argument <= DEFAULTS) {
                    c.loadConstant((Double) defaultOf(f, argument));
                } else {
                    pushDouble(argument);
                }
                c.dstore(localAt(to, 'D', 0));
            }
            case 'Z' -> {
                if (argument <= DEFAULTS) {
                    c.loadConstant((Boolean) defaultOf(f, argument) ? 1 : 0);
                } else {
                    pushBoolean(argument);
                }
                c.istore(localAt(to, 'Z', 0));
            }
            case 'C' -> {
                pushPart(argument, 0);
                pushPart(argument, 1);
                c.dstore(localAt(to, 'C', 1));
                c.dstore(localAt(to, 'C', 0));
            }
            default -> {
                if (argument <= PACKED) {
                    pushPack(argument);
                    c.astore(localAt(to, 'O', 0));
                } else if (argument <= DEFAULTS) {
                    constant(defaultOf(f, argument), OBJECT);
                    c.astore(localAt(to, 'O', 0));
                } else if (argument != MADE) {
                    pushObject(argument);
                    c.astore(localAt(to, 'O', 0));
                }
            }
        }
    }

    private void body(final int arguments) {
        final Level level = active.level;
        if (level.makes) {
            c.aload(localAt(level.extra(Level.MADE), 'O', 0));
            c.astore(local(0, 'O', 0));
        }
        for (int reg = arguments; reg < ir.constBase; reg++) {
            if (reg >= ir.freeBase) {
                pushFunction(level);
                c.loadConstant(reg - ir.freeBase);
                call(OPERATIONS, "fromClosure", "PIO");
            } else {
                c.aconst_null();
            }
            c.astore(local(reg, 'O', 0));
        }
        if (framed) {
            frameLocal = localAt(level.extra(Level.FRAME), 'F', 0);
            thread();
            pushFunction(level);
            state(state);
            pushUnit();
            call(SUPPORT, "enterInlined", "TPSUF");
            c.astore(frameLocal);
        }
        labels = new Label[blocks.list().size()];
        inner = new Label[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = c.newLabel();
            inner[i] = c.newLabel();
        }
        s = active.entry.clone();
        emitting = -1;
        fallsNext = true;
        edge(0, false);
        fallsNext = false;
        for (final Block b : blocks.list()) {
            if (reached(b)) {
                c.labelBinding(labels[b.index]);
                regions.begin();
                emitting = b.index;
                head(b);
                block(b);
            }
        }
        handlers.emit();
    }

    private void pushFunction(final Level level) {
        if (level.function == null) {
            c.aload(localAt(level.extra(Level.FUNCTION), 'P', 0));
        } else {
            constant(level.function, FUNCTION);
        }
    }

    // ---- arguments

    /**
     * What to pass to a function for positional arguments, the receiver (or {@link #MADE}) first if there is one; null
     * if they do not fit. Default values must be guarded where they occur.
     */
    final int[] positional(final Callee f, final int receiver, final boolean hasReceiver, final int at, final int n) {
        return named(f, receiver, hasReceiver, at, n, NO_NAMES);
    }

    private static final String[] NO_NAMES = {};

    /** As {@link #positional}, for a generator's function without stars, too: it is not to be called so. */
    final int[] bound(final Callee f, final int receiver, final boolean hasReceiver, final int at, final int n) {
        final Code t = f.state().code.ir();
        return t.parameterCount() != t.argCount + t.kwOnlyArgCount ? null
                : placed(f, receiver, hasReceiver, at, n, NO_NAMES);
    }

    /** As {@link #positional} where the last of the {@code n} arguments have these names. */
    final int[] named(final Callee f, final int receiver, final boolean hasReceiver, final int at, final int n,
            final String[] names) {
        return f.state().code.ir().isGeneratorLike() ? null : placed(f, receiver, hasReceiver, at, n, names);
    }

    private int[] placed(final Callee f, final int receiver, final boolean hasReceiver, final int at, final int n,
            final String[] names) {
        final Code t = f.state().code.ir();
        final int first = hasReceiver ? 1 : 0;
        final int given = n - names.length + first;
        final int total = t.argCount + t.kwOnlyArgCount;
        if (given > t.argCount && !t.is(Code.CO_VARARGS) || first > t.argCount) {
            return null;
        }
        final int[] arguments = new int[t.parameterCount()];
        final List<String> extra = new ArrayList<>();
        int[] extraRegisters = new int[0];
        Arrays.fill(arguments, NONE);
        if (hasReceiver) {
            arguments[0] = receiver;
        }
        for (int i = 0; i < n; i++) {
            int to = first + i;
            if (to >= given) {
                final String name = names[to - given];
                to = parameter(t, name);
                if (to < 0 && t.is(Code.CO_VARKEYWORDS)) {
                    extra.add(name);
                    extraRegisters = Arrays.copyOf(extraRegisters, extra.size());
                    extraRegisters[extra.size() - 1] = code[at + i];
                    continue;
                }
                if (to < 0 || arguments[to] != NONE) {
                    return null;
                }
            } else if (to >= t.argCount) {
                continue;
            }
            arguments[to] = code[at + i];
        }
        int star = total;
        if (t.is(Code.CO_VARARGS)) {
            final int from = Math.max(0, t.argCount - first);
            arguments[star++] = packed(new Pack(from < given - first
                    ? Arrays.copyOfRange(code, at + from, at + given - first) : new int[0], null));
        }
        if (t.is(Code.CO_VARKEYWORDS)) {
            arguments[star] = packed(new Pack(extraRegisters, extra.toArray(new String[0])));
        }
        final PyTuple values = f.defaults();
        final int required = t.argCount - (values == null ? 0 : values.size());
        for (int i = 0; i < total; i++) {
            if (arguments[i] == NONE) {
                if (i < required || i >= t.argCount) {
                    return null;
                }
                arguments[i] = DEFAULTS - (i - required);
            }
        }
        return arguments;
    }

    private int packed(final Pack pack) {
        packs.add(pack);
        return PACKED - (packs.size() - 1);
    }

    static boolean hasPacks(final int[] arguments) {
        return arguments.length > 0 && arguments[arguments.length - 1] <= PACKED;
    }

    /** The arguments without packs: positional ones first, then those of {@code names}, which is added to. */
    final int[] unpacked(final int[] arguments, final Code t, final List<String> names) {
        int[] positional = Arrays.copyOf(arguments, t.argCount);
        int[] named = Arrays.copyOfRange(arguments, t.argCount, t.argCount + t.kwOnlyArgCount);
        names.addAll(Arrays.asList(t.varNames).subList(t.argCount, t.argCount + t.kwOnlyArgCount));
        for (int i = t.argCount + t.kwOnlyArgCount; i < arguments.length; i++) {
            final Pack pack = packs.get(PACKED - arguments[i]);
            if (pack.names == null) {
                positional = joined(positional, pack.registers);
            } else {
                named = joined(named, pack.registers);
                names.addAll(Arrays.asList(pack.names));
            }
        }
        return joined(positional, named);
    }

    private static int[] joined(final int[] a, final int[] b) {
        final int[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    final void pushPack(final int argument) {
        final Pack pack = packs.get(PACKED - argument);
        final int n = pack.registers.length;
        if (n == 0 && pack.names == null) {
            constant(PyTuple.EMPTY, OBJECT);
            return;
        }
        number(n);
        if (c != null) {
            c.anewarray(OBJECT);
        }
        for (int i = 0; i < n; i++) {
            if (c != null) {
                c.dup();
                c.loadConstant(i);
            }
            pushObject(pack.registers[i]);
            if (c != null) {
                c.aastore();
            }
        }
        if (pack.names == null) {
            call(OPERATIONS, "tuple", "AO");
        } else {
            constant(pack.names, ConstantDescs.CD_String.arrayType());
            if (c != null) {
                c.invokestatic(CLOSURES, "keywords",
                        MethodTypeDesc.of(OBJECT, OBJECTS, ConstantDescs.CD_String.arrayType()));
            }
        }
    }

    private static int parameter(final Code t, final String name) {
        for (int i = t.posOnlyArgCount; i < t.argCount + t.kwOnlyArgCount; i++) {
            if (t.varNames[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    final boolean mayInline(final int pc, final Callee f) {
        return inlinee(pc, f.state()) != null;
    }
}
