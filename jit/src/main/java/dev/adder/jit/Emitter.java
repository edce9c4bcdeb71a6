package dev.adder.jit;

import dev.adder.runtime.interp.CodeState;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes bytecode for one unit; with no builder it writes nothing, so that the same translation serves as the
 * analysis. Each register has one JVM local per representation; the locals are numbered as they are met.
 */
abstract class Emitter {
    static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    static final ClassDesc SUPPORT = ClassDesc.of("dev.adder.jit.Support");
    static final ClassDesc EXITS = ClassDesc.of("dev.adder.jit.Exits");
    static final ClassDesc UNIT = ClassDesc.of("dev.adder.jit.Unit");
    static final ClassDesc HANDED = ClassDesc.of("dev.adder.jit.Handed");
    static final ClassDesc UNEXPECTED = ClassDesc.of("dev.adder.jit.Unexpected");
    static final ClassDesc TS = ClassDesc.of("dev.adder.runtime.ThreadState");
    static final ClassDesc FUNCTION = ClassDesc.of("dev.adder.runtime.interp.PyFunction");
    static final ClassDesc FRAME = ClassDesc.of("dev.adder.runtime.interp.Frame");
    static final ClassDesc STATE = ClassDesc.of("dev.adder.runtime.interp.CodeState");
    static final ClassDesc OPERATIONS = ClassDesc.of("dev.adder.runtime.interp.CompiledOperations");
    static final ClassDesc CALLS = ClassDesc.of("dev.adder.runtime.Calls");
    static final ClassDesc NUMBER = ClassDesc.of("dev.adder.runtime.ops.PyNumber");
    static final ClassDesc CELL = ClassDesc.of("dev.adder.runtime.interp.GlobalCell");
    static final ClassDesc SHAPE = ClassDesc.of("dev.adder.runtime.Shape");
    static final ClassDesc TYPE = ClassDesc.of("dev.adder.runtime.PyType");
    static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    static final ClassDesc ITEMS = ClassDesc.of("dev.adder.jit.ListItems");
    static final ClassDesc COMPARISONS = ClassDesc.of("dev.adder.jit.Comparisons");
    static final ClassDesc STORAGES = ClassDesc.of("dev.adder.jit.StoredItems");
    static final ClassDesc LIST = ClassDesc.of("dev.adder.runtime.objects.PyList");
    static final ClassDesc CLOSURES = ClassDesc.of("dev.adder.runtime.interp.CompiledClosures");
    static final ClassDesc TABLE = ClassDesc.of("dev.adder.runtime.BuiltinTable");
    static final ClassDesc TYPE_CALL = ClassDesc.of("dev.adder.runtime.TypeCall");
    static final ClassDesc FAILED = ClassDesc.of("dev.adder.jit.Failed");
    static final ClassDesc INSTANCE = ClassDesc.of("dev.adder.runtime.PyInstance");
    static final ClassDesc PY_OBJECT = ClassDesc.of("dev.adder.runtime.PyObject");
    static final ClassDesc OWN_STORE = ClassDesc.of("dev.adder.jit.OwnStore");
    static final ClassDesc ITERATOR = ClassDesc.of("dev.adder.runtime.PyIterator");
    static final ClassDesc OBJECTS = OBJECT.arrayType();
    static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();

    /** Null in the analysis. */
    Bytecode c;
    /** What {@link #constant} was asked for: static final fields of the class, by number. */
    final List<Object> constants = new ArrayList<>();
    final List<ClassDesc> constantTypes = new ArrayList<>();
    private final IdentityHashMap<Object, int[]> constantIndex = new IdentityHashMap<>();
    /**
     * From slot number (register * 16 + kind * 4 + part) to JVM local.
     * Frames and functions have kinds of their own, F and P.
     */
    final Map<Integer, Integer> locals = new HashMap<>();
    int nextLocal;
    /** What the registers of the activation being translated are counted from. */
    int base;
    private static final Map<String, MethodTypeDesc> DESCRIPTORS = new java.util.concurrent.ConcurrentHashMap<>();

    // ---- slots

    static int slot(final int reg, final char rep, final int part) {
        return reg << 4 | switch (rep) {
            case 'O' -> 0;
            case 'J' -> 4;
            case 'D' -> 8;
            case 'Z' -> 9;
            case 'C' -> 10 + part;
            case 'R' -> 12 + part;
            case 'L' -> part == 0 ? 1 : 5;
            case 'F' -> 15;
            case 'P' -> 2;
            case 'I' -> 6 + part;
            default -> throw new IllegalStateException("no slot for " + rep);
        };
    }

    static char repOf(final int slot) {
        return switch (slot & 15) {
            case 0 -> 'O';
            case 1, 5 -> 'L';
            case 4 -> 'J';
            case 6, 7 -> 'I';
            case 8 -> 'D';
            case 9 -> 'Z';
            case 10, 11 -> 'C';
            case 15 -> 'F';
            case 2 -> 'P';
            default -> 'R';
        };
    }

    /** Which of the primitives of its representation. */
    static int partOf(final int slot) {
        return (slot & 15) >= 12 ? slot & 3 : (slot & 15) == 11 || (slot & 15) == 7 ? 1 : 0;
    }

    /** Whether it is a JVM int that is handed over as a long. */
    static boolean isIntSlot(final int slot) {
        return (slot & 15) >= 5 && (slot & 15) <= 7 || (slot & 15) == 9;
    }

    static boolean isObjectSlot(final int slot) {
        return (slot & 15) <= 2 || (slot & 15) == 15;
    }

    /** What a slot without an object is to the JVM: D, J or I. */
    static char jvmType(final int slot) {
        return switch (repOf(slot)) {
            case 'D', 'C' -> 'D';
            default -> isIntSlot(slot) ? 'I' : 'J';
        };
    }

    /** The JVM local of a register of the activation being translated. */
    final int local(final int reg, final char rep, final int part) {
        return localAt(base + reg, rep, part);
    }

    /** The JVM local of a register counted through all activations. */
    final int localAt(final int reg, final char rep, final int part) {
        final int s = slot(reg, rep, part);
        final Integer known = locals.get(s);
        if (known != null) {
            return known;
        }
        final int n = nextLocal;
        nextLocal += isObjectSlot(s) || isIntSlot(s) ? 1 : 2;
        locals.put(s, n);
        return n;
    }

    // ---- instructions

    final void call(final ClassDesc owner, final String name, final String descriptor) {
        if (c != null) {
            c.invokestatic(owner, name, descriptor(descriptor));
        }
    }

    static final MethodTypeDesc descriptor(final String d) {
        return DESCRIPTORS.computeIfAbsent(d, Emitter::expand);
    }

    /** One letter per parameter, then the result: J D Z I V as in Java, O Object, T thread, S state, F frame ... */
    private static MethodTypeDesc expand(final String d) {
        final ClassDesc[] parameters = new ClassDesc[d.length() - 1];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = type(d.charAt(i));
        }
        return MethodTypeDesc.of(type(d.charAt(d.length() - 1)), parameters);
    }

    private static ClassDesc type(final char letter) {
        return switch (letter) {
            case 'J' -> ConstantDescs.CD_long;
            case 'D' -> ConstantDescs.CD_double;
            case 'Z' -> ConstantDescs.CD_boolean;
            case 'I' -> ConstantDescs.CD_int;
            case 'V' -> ConstantDescs.CD_void;
            case 'O' -> OBJECT;
            case 'T' -> TS;
            case 'S' -> STATE;
            case 'F' -> FRAME;
            case 'P' -> FUNCTION;
            case 'U' -> UNIT;
            case 'C' -> CELL;
            case 'H' -> SHAPE;
            case 'Y' -> TYPE;
            case 'A' -> OBJECTS;
            case 'K' -> INTS;
            case 'L' -> ConstantDescs.CD_long.arrayType();
            case 'N' -> ConstantDescs.CD_double.arrayType();
            case 'B' -> LIST;
            case 'Q' -> ITERATOR;
            case 'X' -> ConstantDescs.CD_Throwable;
            case 'E' -> HANDED;
            case 'W' -> OWN_STORE;
            default -> throw new IllegalStateException("letter " + letter);
        };
    }

    final void number(final int n) {
        if (c != null) {
            c.loadConstant(n);
        }
    }

    final void longNumber(final long n) {
        if (c != null) {
            c.loadConstant(n);
        }
    }

    /** The class being made. */
    abstract ClassDesc self();

    /**
     * Pushes an object as a constant of the class: a static final field, which both of HotSpot's compilers know the value
     * of. A dynamic constant would be resolved where it is first executed, 10 us each, and is to C1, until then, code to
     * be patched.
     */
    final void constant(final Object o, final ClassDesc type) {
        if (c != null) {
            c.getstatic(self(), constantName(constantNumber(o, type)), type);
        }
    }

    static String constantName(final int number) {
        return "c" + number;
    }

    private int constantNumber(final Object o, final ClassDesc type) {
        final int[] known = constantIndex.computeIfAbsent(o, k -> new int[0]);
        for (final int i : known) {
            if (constantTypes.get(i).equals(type)) {
                return i;
            }
        }
        final int[] more = java.util.Arrays.copyOf(known, known.length + 1);
        more[known.length] = constants.size();
        constantIndex.put(o, more);
        constants.add(o);
        constantTypes.add(type);
        return more[known.length];
    }

    final void state(final CodeState state) {
        constant(state, STATE);
    }

    final void kinds(final CodeState state) {
        constant(state.kinds, INTS);
    }

    final Label label() {
        return c == null ? null : c.newLabel();
    }

    final void bind(final Label l) {
        if (c != null) {
            c.labelBinding(l);
        }
    }
}
