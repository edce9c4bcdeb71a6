package dev.adder.jit;

import dev.adder.language.ir.Code;
import dev.adder.runtime.PyType;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.PyFunction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls of functions and classes that are known: inlined, or straight to their units with unboxed arguments. */
abstract class DirectCalls extends Inlining {
    private static final AtomicInteger NUMBER_OF_UNIT = new AtomicInteger();
    private static final ClassDesc HANDLE = ConstantDescs.CD_MethodHandle;

    /** Representations of the parameters. */
    final String parameters;
    /** What calls of the function by itself may take its result to be. */
    char selfResult = 'O';
    final ClassDesc self;
    /** Of the functions that are called directly. */
    final Set<Link> links = new HashSet<>();
    /** The static method that holds the code. Unique in the process: profilers tell units by it. */
    final String method;

    DirectCalls(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
        final StringBuilder p = new StringBuilder();
        for (int i = 0; i < ir.parameterCount(); i++) {
            p.append(notes.parameter(i));
        }
        this.parameters = p.toString();
        final StringBuilder name = new StringBuilder("dev.adder.jit.py_");
        for (final char ch : ir.name.toCharArray()) {
            name.append(Character.isLetterOrDigit(ch) || ch == '_' ? ch : '_');
        }
        this.self = ClassDesc.of(name.toString());
        this.method = name.substring(name.lastIndexOf(".") + 1) + "_" + NUMBER_OF_UNIT.incrementAndGet();
    }

    @Override
    final ClassDesc self() {
        return self;
    }

    static final int NO_RECEIVER = -1;

    /** A call of a known function, inlined or direct, if it can be made so: as {@link #inline} says. */
    final int function(final int pc, final Callee f, final int dest, final int receiver, final int at,
            final int n) {
        return function(pc, f, dest, positional(f, receiver, receiver != NO_RECEIVER, at, n));
    }

    /** @param arguments as {@link #positional} gives them; null: they do not fit */
    final int function(final int pc, final Callee f, final int dest, final int[] arguments) {
        if (arguments == null || !mayInline(pc, f) && evidence.unit(f.state()) == null && !isOwn(f)) {
            return NOT_INLINED;
        }
        guardDefaults(pc, f, arguments);
        final int how = inline(pc, f, dest, arguments, null);
        return how != NOT_INLINED ? how : direct(pc, f, dest, arguments, null) ? INLINED : NOT_INLINED;
    }

    /** What makes and fills the instances of a class that a Python {@code __init__} fills; else null. */
    final Callee init(final PyType t) {
        evidence.version(t);
        final PyFunction known = evidence.plainInit(t);
        return known == null ? null : evidence.function(known);
    }

    /** A call of such a class: the object is made here, then filled. Arguments as {@link #positional} gives them. */
    final int construct(final int pc, final PyType t, final Callee init, final int dest, final int[] arguments) {
        if (arguments == null) {
            return NOT_INLINED;
        }
        guardDefaults(pc, init, arguments);
        final int how = inline(pc, init, dest, arguments, t);
        if (how != NOT_INLINED) {
            return how;
        }
        if (!direct(pc, init, dest, arguments, t)) {
            if (arguments.length > 3 || hasPacks(arguments) || init.state().code.ir().kwOnlyArgCount > 0) {
                return NOT_INLINED;
            }
            interpreted(pc, init, dest, arguments, t);
        }
        return INLINED;
    }

    final void guardDefaults(final int pc, final Callee f, final int[] arguments) {
        boolean any = false;
        for (final int argument : arguments) {
            any |= argument <= DEFAULTS && argument > PACKED;
        }
        if (any) {
            site(pc);
            constant(f.function(), FUNCTION);
            constant(f.defaults(), OBJECT);
            call(SUPPORT, "hasDefaults", "POV");
        }
    }

    /** A constructor whose {@code __init__} is not compiled. */
    private void interpreted(final int pc, final Callee init, final int dest, final int[] arguments,
            final PyType making) {
        calling(pc);
        instance(making, init);
        keepMade();
        constant(init.function(), FUNCTION);
        thread();
        for (final int argument : arguments) {
            pushArgument(init, argument, 'O');
        }
        if (c != null) {
            c.invokevirtual(FUNCTION, "call" + arguments.length, descriptor("T" + "O".repeat(arguments.length) + "O"));
        }
        giveMade(dest);
    }

    private void keepMade() {
        if (c != null) {
            c.astore(scratchLocal);
        }
    }

    private void giveMade(final int dest) {
        if (c != null) {
            c.aload(scratchLocal);
        }
        call(SUPPORT, "made", "OOO");
        setObject(dest);
    }

    final void pushArgument(final Callee f, final int argument, final char want) {
        if (argument == MADE) {
            if (c != null) {
                c.aload(scratchLocal);
            }
        } else if (argument <= PACKED) {
            pushPack(argument);
        } else if (argument <= DEFAULTS) {
            final Object value = defaultOf(f, argument);
            switch (want) {
                case 'J' -> longNumber((Long) value);
                case 'D' -> {
                    if (c != null) {
                        c.loadConstant((Double) value);
                    }
                }
                default -> constant(value, OBJECT);
            }
        } else {
            switch (want) {
                case 'J' -> pushLong(argument);
                case 'D' -> pushDouble(argument);
                default -> pushObject(argument);
            }
        }
    }

    /** Whether an argument can be passed as a unit wants it; an object may be guarded to be so where nothing is made. */
    private boolean fits(final Callee f, final int argument, final char want, final boolean guards) {
        if (want == 'O') {
            return true;
        }
        if (argument < 0) {
            return argument <= DEFAULTS && argument > PACKED && typeOfValue(defaultOf(f, argument)).rep() == want;
        }
        final char have = type(argument).rep();
        return want == have || guards && have == 'O' && !isConstant(argument);
    }

    final void pushFunction(final Callee f) {
        if (f.function() != null) {
            constant(f.function(), FUNCTION);
        } else if (c != null) {
            pushObject(f.register());
            c.checkcast(FUNCTION);
        }
    }

    /** Whether the function is the one that this unit is made of. */
    final boolean isOwn(final Callee f) {
        return f.state() == state && active.caller == null && !osr;
    }

    /** A call of a compiled function with unboxed arguments, if it can be made so. */
    private boolean direct(final int pc, final Callee f, final int dest, final int[] arguments,
            final PyType making) {
        final CodeState target = f.state();
        final boolean own = isOwn(f);
        final Unit unit = evidence.unit(target);
        if (!own && unit == null || making != null && (own || unit.result != 'O')) {
            return false;
        }
        final String wants = own ? parameters : unit.parameters;
        for (int i = 0; i < arguments.length; i++) {
            if (!fits(f, arguments[i], wants.charAt(i), making == null)) {
                return false;
            }
        }
        calling(pc);
        if (making != null) {
            instance(making, f);
            keepMade();
        }
        if (!own) {
            link(target, unit);
        }
        thread();
        pushFunction(f);
        for (int i = 0; i < arguments.length; i++) {
            pushArgument(f, arguments[i], wants.charAt(i));
        }
        final char gives = own ? selfResult : unit.result;
        final MethodTypeDesc d = descriptor("TP" + wants + gives);
        if (c != null) {
            if (own) {
                c.invokestatic(self, method, d);
            } else {
                c.invokevirtual(HANDLE, "invokeExact", d);
            }
        }
        if (making != null) {
            giveMade(dest);
            return true;
        }
        switch (gives) {
            case 'J' -> setLong(dest);
            case 'D' -> setDouble(dest);
            default -> {
                implemented();
                setObject(dest);
            }
        }
        return true;
    }

    private void link(final CodeState target, final Unit unit) {
        if (c != null) {
            final Link link = Notes.of(target).link(unit);
            links.add(link);
            constant(link.invoker, HANDLE);
        }
    }

    /** An operator's method has given what is on the stack. */
    private void implemented() {
        if (operating && c != null) {
            c.dup();
            call(SUPPORT, "implemented", "OV");
        }
    }

    /** A call of a known function as an object, where nothing better can be done but its look-up is saved. */
    final void plain(final int pc, final Callee f, final int dest, final int[] bound) {
        calling(pc);
        pushFunction(f);
        thread();
        final List<String> names = new ArrayList<>();
        final int[] arguments = unpacked(bound, f.state().code.ir(), names);
        final int n = arguments.length;
        final boolean many = n > 3 || !names.isEmpty();
        if (many && c != null) {
            c.loadConstant(n);
            c.anewarray(OBJECT);
        }
        for (int i = 0; i < n; i++) {
            if (many && c != null) {
                c.dup();
                c.loadConstant(i);
            }
            pushArgument(f, arguments[i], 'O');
            if (many && c != null) {
                c.aastore();
            }
        }
        if (c != null) {
            if (many) {
                if (!names.isEmpty()) {
                    constant(names.toArray(new String[0]), ConstantDescs.CD_String.arrayType());
                } else {
                    c.aconst_null();
                }
                c.invokevirtual(FUNCTION, "call",
                        MethodTypeDesc.of(OBJECT, TS, OBJECTS, ConstantDescs.CD_String.arrayType()));
            } else {
                c.invokevirtual(FUNCTION, "call" + n, descriptor("T" + "O".repeat(n) + "O"));
            }
        }
        implemented();
        setObject(dest);
    }
}
