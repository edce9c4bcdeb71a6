package dev.adder.runtime.interp;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.ir.Code;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/**
 * {@code frame.f_locals} of a function: a mapping that reads and writes its variables (PEP 667). Names that are no
 * variables of the code are kept beside the frame. What it writes into a frame that compiled code runs does not reach
 * the code (see docs/differences.md).
 */
@PyTypeSpec(name = "FrameLocalsProxy")
final class PyFrameLocals extends PyObject {
    static final PyType TYPE =
            PyType.builtinFinal("FrameLocalsProxy", "builtins", null, new PyFrameLocalsTable()).asMapping();

    private final Frame frame;

    PyFrameLocals(final Frame frame) {
        super(TYPE);
        this.frame = frame;
    }

    @PyNew("(frame, /)")
    static Object make(final ThreadState ts, final PyType cls, final Object frame) {
        if (!(frame instanceof Frame f)) {
            throw Errors.typeError("expect frame, not " + PyType.of(frame).name());
        }
        return new PyFrameLocals(f);
    }

    /** The variables that have a value, then the others. */
    private PyDict all(final ThreadState ts) {
        final PyDict all = FrameLocals.snapshot(ts, frame);
        if (frame.trace != null && frame.trace.extraLocals != null) {
            all.update(ts, frame.trace.extraLocals);
        }
        return all;
    }

    /** The register of a variable, or -1. */
    private int register(final Object key) {
        if (!PyObjects.isText(key)) {
            return -1;
        }
        final String name = Str.nameKey(PyObjects.textOf(key));
        final Code ir = frame.ir();
        for (int i = 0; i < ir.visibleLocals; i++) {
            if (ir.varNames[i].equals(name)) {
                return i;
            }
        }
        for (int i = ir.cellBase; i < ir.constBase; i++) {
            if ((i < ir.freeBase ? ir.cellVars[i - ir.cellBase] : ir.freeVars[i - ir.freeBase]).equals(name)) {
                return i;
            }
        }
        for (final Code.ScopedName s : ir.scopedNames) {
            if (frame.pc >= s.start() && frame.pc < s.end() && s.name().equals(name)) {
                return s.register();
            }
        }
        return -1;
    }

    private Object find(final ThreadState ts, final Object key) {
        return all(ts).get(ts, key);
    }

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(final ThreadState ts, final Object key) {
        final Object value = find(ts, key);
        if (value == null) {
            throw Errors.keyError(key);
        }
        return value;
    }

    @PyMethod("__setitem__($self, key, value, /)")
    void setItem(final ThreadState ts, final Object key, final Object value) {
        final int i = register(key);
        if (i < 0) {
            final FrameTrace more = FrameTrace.of(frame);
            if (more.extraLocals == null) {
                more.extraLocals = new PyDict();
            }
            more.extraLocals.put(ts, key, value);
            return;
        }
        // An argument that inner functions use lives in its cell only.
        FrameLocals.looked(ts, frame);
        final Object[] regs = frame.registers();
        if (regs[i] instanceof Cell c) {
            c.value = value;
        } else {
            regs[i] = value;
        }
    }

    @PyMethod("__delitem__($self, key, /)")
    void delItem(final ThreadState ts, final Object key) {
        if (remove(ts, key) == null) {
            throw Errors.keyError(key);
        }
    }

    private Object remove(final ThreadState ts, final Object key) {
        if (register(key) >= 0) {
            throw Errors.valueError("cannot remove local variables from FrameLocalsProxy");
        }
        final PyDict others = frame.trace == null ? null : frame.trace.extraLocals;
        final Object value = others == null ? null : others.get(ts, key);
        if (value != null) {
            PyObjects.delItem(ts, others, key);
        }
        return value;
    }

    @PyMethod("__contains__($self, key, /)")
    boolean contains(final ThreadState ts, final Object key) {
        return find(ts, key) != null;
    }

    @PyMethod("__len__($self, /)")
    long len(final ThreadState ts) {
        return all(ts).size();
    }

    @PyMethod("__iter__($self, /)")
    Object iter(final ThreadState ts) {
        return PyIter.get(ts, keys(ts));
    }

    @PyMethod("__reversed__($self, /)")
    Object reversed(final ThreadState ts) {
        return Calls.method0(ts, all(ts), "__reversed__");
    }

    @PyMethod("keys($self, /)")
    Object keys(final ThreadState ts) {
        return PyList.of(PyIter.toArray(ts, all(ts)));
    }

    @PyMethod("values($self, /)")
    Object values(final ThreadState ts) {
        return PyList.of(PyIter.toArray(ts, Calls.method0(ts, all(ts), "values")));
    }

    @PyMethod("items($self, /)")
    Object items(final ThreadState ts) {
        return PyList.of(PyIter.toArray(ts, Calls.method0(ts, all(ts), "items")));
    }

    @PyMethod("get($self, key, default=None, /)")
    Object get(final ThreadState ts, final Object key, final Object defaultValue) {
        final Object value = find(ts, key);
        return value == null ? defaultValue : value;
    }

    @PyMethod("setdefault($self, key, default=None, /)")
    Object setDefault(final ThreadState ts, final Object key, final Object defaultValue) {
        final Object value = find(ts, key);
        if (value != null) {
            return value;
        }
        setItem(ts, key, defaultValue);
        return defaultValue;
    }

    @PyMethod("pop($self, key, default=<unrepresentable>, /)")
    Object pop(final ThreadState ts, final Object key, final Object defaultValue) {
        final Object value = remove(ts, key);
        if (value == null && defaultValue == null) {
            throw Errors.keyError(key);
        }
        return value == null ? defaultValue : value;
    }

    @PyMethod("update($self, object, /)")
    Object update(final ThreadState ts, final Object other) {
        final PyDict given = new PyDict();
        given.update(ts, other instanceof PyFrameLocals p ? p.all(ts) : other);
        for (final Object item : PyIter.toArray(ts, Calls.method0(ts, given, "items"))) {
            final Object[] pair = ((PyTuple) item).items();
            setItem(ts, pair[0], pair[1]);
        }
        return PyNone.NONE;
    }

    @PyMethod("copy($self, /)")
    Object copy(final ThreadState ts) {
        return all(ts);
    }

    @PyMethod("__or__($self, value, /)")
    Object or(final ThreadState ts, final Object other) {
        return PyNumber.or(ts, all(ts), other instanceof PyFrameLocals p ? p.all(ts) : other);
    }

    @PyMethod("__ror__($self, value, /)")
    Object ror(final ThreadState ts, final Object other) {
        return PyNumber.or(ts, other, all(ts));
    }

    @PyMethod("__ior__($self, value, /)")
    Object ior(final ThreadState ts, final Object other) {
        update(ts, other);
        return this;
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        return PyObjects.repr(ts, all(ts));
    }

    @PyRichCompare
    Object compare(final ThreadState ts, final Object other, final int op) {
        if (other instanceof PyFrameLocals p) {
            final boolean same = frame == p.frame;
            return op == PyObjects.EQ ? (Object) same : op == PyObjects.NE ? (Object) !same
                    : PyNotImplemented.NOT_IMPLEMENTED;
        }
        return other instanceof PyDict && (op == PyObjects.EQ || op == PyObjects.NE)
                ? PyObjects.richCompare(ts, all(ts), other, op) : PyNotImplemented.NOT_IMPLEMENTED;
    }
}
