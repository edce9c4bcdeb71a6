package dev.adder.runtime.interp;

import dev.adder.language.ast.Const;
import dev.adder.language.ast.Singleton;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.LazyCode;
import dev.adder.language.ir.Locations;
import dev.adder.runtime.PyEllipsis;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyFrozenSet;
import dev.adder.runtime.objects.PySlice;
import dev.adder.runtime.objects.PyTuple;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A code object: the IR with its constants made into Python values. Equal for all interpreters; immutable. What the
 * library's image holds is read, and constants are made, when the code first runs or somebody asks.
 */
public final class PyCode extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("code", "builtins", null, new CodeMethodsTable()).withWeakref();

    /** Null until {@link #ir()} is first asked for, if the code came as a {@link LazyCode}. */
    private Code ir;
    /** Null once it is read. */
    private LazyCode lazy;
    private final boolean ofLibrary;
    /** What a frame's registers start as: null, with the constants in their places. Null until first asked for. */
    private Object[] template;
    public final String name;
    public final String qualname;
    public final int flags;
    final int argCount;
    final int icCount;
    /** Positional and keyword-only parameters only, no cells to fill: arguments go straight into registers. */
    final boolean simpleParameters;
    /** Which {@code dev.adder.language.ir} code flags say generator, coroutine or asynchronous generator. */
    final boolean generatorLike;
    /** Made when first asked for. */
    private volatile int[] lines;
    private volatile BitSet lineStarts;
    private volatile BytecodeView bytecode;

    public PyCode(final Code ir) {
        this(ir, null, false, ir.name, ir.qualname, ir.flags, ir.argCount, ir.kwOnlyArgCount, ir.icCount);
    }

    /** {@code like} with another name, place or flags: {@code ir} has the same instructions. */
    PyCode(final Code ir, final PyCode like) {
        this(ir, null, like.ofLibrary && (ir.flags | Code.CO_ITERABLE_COROUTINE) == (like.flags | Code.CO_ITERABLE_COROUTINE),
                ir.name, ir.qualname, ir.flags, ir.argCount, ir.kwOnlyArgCount, ir.icCount);
    }

    private PyCode(final LazyCode lazy) {
        this(null, lazy, true, lazy.name, lazy.qualname, lazy.flags, lazy.argCount, lazy.kwOnlyArgCount, lazy.icCount);
    }

    private PyCode(final Code ir, final LazyCode lazy, final boolean ofLibrary, final String name,
            final String qualname, final int flags, final int argCount, final int kwOnlyArgCount, final int icCount) {
        super(TYPE);
        this.ir = ir;
        this.lazy = lazy;
        this.ofLibrary = ofLibrary;
        this.name = name;
        this.qualname = qualname;
        this.flags = flags;
        this.argCount = argCount;
        this.icCount = icCount;
        this.simpleParameters =
                kwOnlyArgCount == 0 && (flags & (Code.CO_VARARGS | Code.CO_VARKEYWORDS)) == 0;
        this.generatorLike =
                (flags & (Code.CO_GENERATOR | Code.CO_COROUTINE | Code.CO_ASYNC_GENERATOR)) != 0;
    }

    /** The instructions and all that belongs to them. */
    public Code ir() {
        final Code known = ir;
        return known != null ? known : read();
    }

    private synchronized Code read() {
        if (ir == null) {
            ir = lazy.code();
            lazy = null;
        }
        return ir;
    }

    /**
     * Whether it came with the library's image, so that it is the code that the library was built with; that
     * {@code types.coroutine} has marked it does not matter.
     */
    boolean isOfLibrary() {
        return ofLibrary;
    }

    /** The docstring, or null. */
    Object docstring() {
        final LazyCode unread = lazy;
        return unread != null ? unread.docstring() : ir().docstring();
    }

    /** The initial registers themselves, for reading. */
    Object[] template() {
        final Object[] known = template;
        return known != null ? known : makeTemplate();
    }

    /** Once only: a constant is one object. */
    private synchronized Object[] makeTemplate() {
        if (template == null) {
            final Code code = ir();
            final Object[] made = new Object[code.frameSize];
            for (int i = 0; i < code.consts.length; i++) {
                made[code.constBase + i] = materialise(code.consts[i]);
            }
            // Who finds the array without the lock finds it full.
            VarHandle.releaseFence();
            template = made;
        }
        return template;
    }

    /** The Python value of constant {@code index}. */
    public Object constant(final int index) {
        return template()[ir().constBase + index];
    }

    /** A copy of the initial registers. */
    public Object[] newRegisters() {
        return template().clone();
    }

    /** A constant of the compiler as a Python object. */
    public static Object materialise(final Object c) {
        if (c instanceof Code nested) {
            return new PyCode(nested);
        }
        if (c instanceof LazyCode nested) {
            return new PyCode(nested);
        }
        if (c instanceof Singleton s) {
            return s == Singleton.NONE ? PyNone.NONE : PyEllipsis.ELLIPSIS;
        }
        if (c instanceof Const.ComplexConst z) {
            return new PyComplex(z.re(), z.im());
        }
        if (c instanceof Const.BytesConst b) {
            return PyBytes.of(b.bytes());
        }
        if (c instanceof Const.TupleConst t) {
            return PyTuple.of(all(t.items()));
        }
        if (c instanceof Const.FrozenSetConst s) {
            return PyFrozenSet.ofConstants(all(s.items()));
        }
        if (c instanceof Const.SliceConst s) {
            return new PySlice(materialise(s.start()), materialise(s.stop()),
                    materialise(s.step()));
        }
        return c;
    }

    private static Object[] all(final List<Object> items) {
        final Object[] values = new Object[items.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = materialise(items.get(i));
        }
        return values;
    }

    /** What Python sees as its bytecode. */
    BytecodeView bytecode() {
        BytecodeView view = bytecode;
        if (view == null) {
            view = new BytecodeView(ir());
            bytecode = view;
        }
        return view;
    }

    /** The offset by which Python knows an instruction, in {@code f_lasti} or {@code co_lines}. */
    public long offset(final int pc) {
        return bytecode().offset(pc);
    }

    /** The line of each instruction, 0 where it has none. */
    public int[] lines() {
        int[] all = lines;
        if (all == null) {
            final Code code = ir();
            all = new int[code.code.length];
            final Locations ranges = new Locations(code.locations, code.firstLine);
            while (ranges.next()) {
                Arrays.fill(all, ranges.start(), Math.min(ranges.end(), all.length), ranges.line());
            }
            lines = all;
        }
        return all;
    }

    /** Where line events happen. */
    BitSet lineStarts() {
        BitSet starts = lineStarts;
        if (starts == null) {
            starts = LineStarts.of(this);
            lineStarts = starts;
        }
        return starts;
    }

    /** The line of the instruction at {@code pc}; the first line where it has none. */
    public int lineAt(final int pc) {
        final int line = ir().lineAt(pc);
        return line > 0 ? line : ir().firstLine;
    }

    @Override
    public String toString() {
        return ir().toString();
    }
}
