package dev.adder.language.ir;

import java.util.List;

/**
 * A unit of executable code: immutable, shared by threads and interpreters. What CPython's code object shows is here
 * under the same names in Java spelling.
 *
 * <p>A frame's registers are one {@code Object[frameSize]}: locals at 0, parameters first (positional, keyword-only,
 * {@code *args}, {@code **kwargs}); at {@link #cellBase} the code's own cells, at {@link #freeBase} the cells it was
 * closed over (the caller's closure tuple, copied in at frame creation); at {@link #constBase} the constants, in the
 * order of {@link #consts}; at {@link #tempBase} the temporaries. A frame starts as a clone of a template that holds
 * the constants. Constants are never written. Arrays here are never written either.
 */
public final class Code {
    /**
     * From an instruction's pc to its first operand. The operands of a call of a method have a location of their own:
     * that of the attribute, where the call fails if there is none.
     */
    public static final int OPERANDS = 1;

    public static final int CO_OPTIMIZED = 0x1;
    public static final int CO_NEWLOCALS = 0x2;
    public static final int CO_VARARGS = 0x4;
    public static final int CO_VARKEYWORDS = 0x8;
    public static final int CO_NESTED = 0x10;
    public static final int CO_GENERATOR = 0x20;
    public static final int CO_COROUTINE = 0x80;
    public static final int CO_ITERABLE_COROUTINE = 0x100;
    public static final int CO_ASYNC_GENERATOR = 0x200;
    public static final int CO_FUTURE_DIVISION = 0x20000;
    public static final int CO_FUTURE_ABSOLUTE_IMPORT = 0x40000;
    public static final int CO_FUTURE_WITH_STATEMENT = 0x80000;
    public static final int CO_FUTURE_PRINT_FUNCTION = 0x100000;
    public static final int CO_FUTURE_UNICODE_LITERALS = 0x200000;
    public static final int CO_FUTURE_BARRY_AS_BDFL = 0x400000;
    public static final int CO_FUTURE_GENERATOR_STOP = 0x800000;
    public static final int CO_FUTURE_ANNOTATIONS = 0x1000000;
    public static final int CO_HAS_DOCSTRING = 0x4000000;
    public static final int CO_METHOD = 0x8000000;

    /**
     * A name of an inlined comprehension (PEP 709): {@code register} holds it (or, if {@code cell}, its cell) while
     * the pc is in {@code [start, end)}; there it comes before a local of the same name. For {@code locals()}.
     */
    public record ScopedName(String name, int register, boolean cell, int start, int end) {
    }

    public final int[] code;
    /** Constants: see {@link dev.adder.language.ast.Const}; nested codes too, for which see {@link #nested}. */
    public final Object[] consts;
    /** Names for operands of kind N, in order of first use. */
    public final String[] names;
    /** Keyword-name lists for operands of kind K. */
    public final String[][] keywordNames;
    /** Quadruples start, end (exclusive), handler pc, register that takes the exception: disjoint, sorted by start. */
    public final int[] exceptions;
    /** Location table: see {@link Locations}. */
    public final byte[] locations;
    /** Names of the registers {@code [0, cellBase)}; those from {@link #visibleLocals} on are comprehensions' own. */
    public final String[] varNames;
    public final String[] cellVars;
    public final String[] freeVars;
    public final List<ScopedName> scopedNames;
    public final String name;
    public final String qualname;
    public final String filename;
    public final int firstLine;
    public final int argCount;
    public final int posOnlyArgCount;
    public final int kwOnlyArgCount;
    public final int flags;
    public final int visibleLocals;
    public final int cellBase;
    public final int freeBase;
    public final int constBase;
    public final int tempBase;
    public final int frameSize;
    /** How many inline-cache indices the code has. */
    public final int icCount;

    Code(Parts p) {
        code = p.code;
        consts = p.consts;
        names = p.names;
        keywordNames = p.keywordNames;
        exceptions = p.exceptions;
        locations = p.locations;
        varNames = p.varNames;
        cellVars = p.cellVars;
        freeVars = p.freeVars;
        scopedNames = List.copyOf(p.scopedNames);
        name = p.name;
        qualname = p.qualname;
        filename = p.filename;
        firstLine = p.firstLine;
        argCount = p.argCount;
        posOnlyArgCount = p.posOnlyArgCount;
        kwOnlyArgCount = p.kwOnlyArgCount;
        flags = p.flags;
        visibleLocals = p.visibleLocals;
        cellBase = varNames.length;
        freeBase = cellBase + cellVars.length;
        constBase = freeBase + freeVars.length;
        tempBase = constBase + consts.length;
        frameSize = tempBase + p.tempCount;
        icCount = p.icCount;
    }

    /** The parts of a code under construction. */
    static final class Parts {
        int[] code;
        Object[] consts;
        String[] names;
        String[][] keywordNames;
        int[] exceptions;
        byte[] locations;
        String[] varNames;
        String[] cellVars;
        String[] freeVars;
        List<ScopedName> scopedNames = List.of();
        String name;
        String qualname;
        String filename;
        int firstLine;
        int argCount;
        int posOnlyArgCount;
        int kwOnlyArgCount;
        int flags;
        int visibleLocals;
        int tempCount;
        int icCount;
    }

    /** The same instructions under other names, file, line and flags. */
    public Code with(String newName, String newQualname, String newFilename, int newFirstLine, int newFlags) {
        Parts p = new Parts();
        p.code = code;
        p.consts = consts;
        p.names = names;
        p.keywordNames = keywordNames;
        p.exceptions = exceptions;
        p.locations = locations;
        p.varNames = varNames;
        p.cellVars = cellVars;
        p.freeVars = freeVars;
        p.scopedNames = scopedNames;
        p.name = newName;
        p.qualname = newQualname;
        p.filename = newFilename;
        p.firstLine = newFirstLine;
        p.argCount = argCount;
        p.posOnlyArgCount = posOnlyArgCount;
        p.kwOnlyArgCount = kwOnlyArgCount;
        p.flags = newFlags;
        p.visibleLocals = visibleLocals;
        p.tempCount = frameSize - tempBase;
        p.icCount = icCount;
        return new Code(p);
    }

    /** The code that a constant is, read by now if it was not, or null if it is none. */
    public static Code nested(Object constant) {
        return constant instanceof Code code ? code : constant instanceof LazyCode lazy ? lazy.code() : null;
    }

    /** The docstring (a str), or null. It is the first constant. */
    public Object docstring() {
        return (flags & CO_HAS_DOCSTRING) != 0 ? consts[0] : null;
    }

    /** Number of parameters, {@code *args} and {@code **kwargs} included: the first registers. */
    public int parameterCount() {
        return argCount + kwOnlyArgCount + ((flags & CO_VARARGS) != 0 ? 1 : 0)
                + ((flags & CO_VARKEYWORDS) != 0 ? 1 : 0);
    }

    public boolean is(int flag) {
        return (flags & flag) != 0;
    }

    /** Whether calling it makes a generator, coroutine or asynchronous generator. */
    public boolean isGeneratorLike() {
        return (flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) != 0;
    }

    /** Index into {@link #exceptions} of the entry that covers {@code pc}, or -1. */
    public int findHandler(int pc) {
        int low = 0;
        int high = exceptions.length / 4 - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            if (exceptions[mid * 4] > pc) {
                high = mid - 1;
            } else if (exceptions[mid * 4 + 1] <= pc) {
                low = mid + 1;
            } else {
                return mid * 4;
            }
        }
        return -1;
    }

    /** The line of the instruction at {@code pc}, or 0 if it has none. */
    public int lineAt(int pc) {
        return new Locations(locations, firstLine).seek(pc).line();
    }

    @Override
    public String toString() {
        return "Code " + qualname + " of " + filename + ":" + firstLine;
    }
}
