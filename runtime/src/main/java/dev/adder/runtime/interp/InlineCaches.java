package dev.adder.runtime.interp;

import dev.adder.language.text.Str;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Shape;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyClassMethod;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyObjects;

/**
 * The interpreter's inline caches. An entry is an immutable object in {@link CodeState#caches}, replaced as a whole, so
 * that racing threads see one or the other. Compiled code is made from the same entries.
 */
public final class InlineCaches {
    private InlineCaches() {
    }

    /** LOAD_GLOBAL, STORE_GLOBAL: the name's cells in the globals and in the builtins. */
    public record Global(GlobalCell global, GlobalCell builtin) {
    }

    /** An attribute of the instance itself: in {@code slot} of objects of this shape, while the type is unchanged. */
    public record Slot(Shape shape, long version, int slot) {
    }

    /** A store that adds an attribute: from this shape to the next. */
    public record Transition(Shape shape, long version, Shape next) {
    }

    /**
     * An attribute found on the class: a function or descriptor to bind, or a plain value. {@code shape} is the
     * receiver's, or null where the receiver is no PyObject (then {@code type} decides).
     */
    public record ClassAttribute(PyType type, Shape shape, long version, Object value) {
        boolean matches(final Object o) {
            return (o instanceof PyObject p ? p.shape == shape : shape == null && PyType.of(o) == type)
                    && type.isVersion(version);
        }
    }

    /** An attribute of one module. */
    public record ModuleAttribute(PyModule module, GlobalCell cell) {
    }

    /**
     * An attribute of one class, found through the class, already bound; its metaclass has none of the name, or a built-in
     * method, which comes after the class's own.
     */
    public record TypeAttribute(PyType type, long version, PyType meta, long metaVersion, Object value) {
        boolean matches(final Object o) {
            return o == type && type.isVersion(version) && type.shape.type == meta && meta.isVersion(metaVersion);
        }
    }

    /** Entries for several shapes, in the order met. */
    public record Many(Object[] entries) {
        /** Shapes that one instruction remembers; one that meets more is said to meet {@link Kinds#MANY_SHAPES}. */
        static final int MOST = 6;
    }

    /** CALL: the codes of the functions called, where there are several. */
    public record Callees(CodeState[] codes) {
        /** Codes that compiled code tells apart. */
        public static final int MOST = 4;

        /** Whether there were more than {@link #MOST}. */
        public boolean areTooMany() {
            return codes.length > MOST;
        }
    }

    /** What is remembered of a call: the function, {@link Callees} where its code varies, or TRUE that it was reached. */
    static Object callee(final Object before, final Object callee) {
        // A bound method here would keep its object alive.
        if (!(callee instanceof PyFunction f)) {
            return Boolean.TRUE;
        }
        if (before instanceof PyFunction g && g.state != f.state) {
            return new Callees(new CodeState[] {g.state, f.state});
        }
        if (!(before instanceof Callees several)) {
            return f;
        }
        final CodeState[] codes = several.codes;
        for (final CodeState known : codes) {
            if (known == f.state) {
                return several;
            }
        }
        if (several.areTooMany()) {
            return several;
        }
        final CodeState[] more = java.util.Arrays.copyOf(codes, codes.length + 1);
        more[codes.length] = f.state;
        return new Callees(more);
    }

    private static void enter(final ThreadState ts, final CodeState state, final int ic, final Object entry) {
        final Object before = state.caches[ic];
        if (before == null || shapeOf(before) == shapeOf(entry) && !(before instanceof Many)) {
            state.caches[ic] = entry;
        } else if (shapeOf(entry) == null || !(before instanceof Many) && shapeOf(before) == null) {
            state.kinds[ic] |= Kinds.MANY_SHAPES;
            state.caches[ic] = entry;
        } else {
            state.caches[ic] = added(ts, state, ic, before, entry);
        }
    }

    /** What was known and is not out of date, with one more. */
    private static Object added(final ThreadState ts, final CodeState state, final int ic, final Object before,
            final Object entry) {
        final Object[] old = before instanceof Many m ? m.entries : new Object[] {before};
        final Object[] all = new Object[old.length + 1];
        int n = 0;
        for (final Object e : old) {
            if (shapeOf(e) != shapeOf(entry) && isCurrent(e)) {
                all[n++] = e;
            }
        }
        if (n == 0) {
            return entry;
        }
        if (n == Many.MOST) {
            state.kinds[ic] |= Kinds.MANY_SHAPES;
            all[ts.oneInMany() ? 0 : n - 1] = entry;
        } else {
            all[n++] = entry;
        }
        return new Many(java.util.Arrays.copyOf(all, n));
    }

    private static boolean isCurrent(final Object entry) {
        return switch (entry) {
            case Slot c -> c.shape.type.isVersion(c.version);
            case Transition c -> c.shape.type.isVersion(c.version);
            case ClassAttribute c -> c.type.isVersion(c.version);
            default -> false;
        };
    }

    /** Whether an instruction that meets too many shapes had better not learn this one: nearly always. */
    private static boolean isPassedOver(final ThreadState ts, final CodeState state, final int ic) {
        return (state.kinds[ic] & Kinds.MANY_SHAPES) != 0 && !ts.oneInMany();
    }

    private static Shape shapeOf(final Object entry) {
        return switch (entry) {
            case Slot c -> c.shape;
            case Transition c -> c.shape;
            case ClassAttribute c -> c.shape;
            default -> null;
        };
    }

    // ---- globals ----

    static Object loadGlobal(final ThreadState ts, final CodeState state, final String name, final int ic) {
        if (state.caches[ic] instanceof Global c) {
            Object value = c.global.get();
            if (value != null) {
                return value;
            }
            value = c.builtin.get();
            if (value != null) {
                return value;
            }
        }
        return loadGlobalSlow(ts, state, name, ic);
    }

    private static Object loadGlobalSlow(final ThreadState ts, final CodeState state, final String name,
            final int ic) {
        if (state.globals.isPlain() && state.builtins.isPlain()) {
            final Global c = new Global(state.globals.cell(name), state.builtins.cell(name));
            if (ic >= 0) {
                state.caches[ic] = c;
            }
            final Object value = c.global.get();
            if (value != null) {
                return value;
            }
            final Object builtin = c.builtin.get();
            if (builtin != null) {
                return builtin;
            }
        } else {
            final Object key = Str.fromNameKey(name);
            Object value = state.globals.getItemOrNull(ts, key);
            if (value == null) {
                value = state.builtins.getItemOrNull(ts, key);
            }
            if (value != null) {
                return value;
            }
        }
        final Object builtins = state.globals.getStr("__builtins__");
        if (builtins != null && !(builtins instanceof PyDict) && !(builtins instanceof PyModule)) {
            throw Errors.typeError("'" + PyType.of(builtins).name() + "' object is not subscriptable");
        }
        throw nameError(name);
    }

    static PyRaise nameError(final String name) {
        return Errors.nameError("name '" + name + "' is not defined", name);
    }

    static void storeGlobal(final CodeState state, final String name, final Object value, final int ic) {
        if (ic >= 0 && state.caches[ic] instanceof GlobalCell c && c.replace(state.globals, value)) {
            return;
        }
        state.globals.putStr(name, value);
        if (ic >= 0) {
            state.caches[ic] = state.globals.cell(name);
        }
    }

    // ---- attribute loads ----

    static Object loadAttr(final ThreadState ts, final Object o, final CodeState state, final int nameIndex,
            final int ic) {
        final Object cache = state.caches[ic];
        if (cache instanceof Slot c && o instanceof PyObject p && p.shape == c.shape
                && c.shape.type.isVersion(c.version)) {
            final Object value = p.slotGet(c.slot);
            if (value != null) {
                return value;
            }
        }
        return loadAttrOther(ts, o, state, nameIndex, ic, cache);
    }

    private static Object loadAttrOther(final ThreadState ts, final Object o, final CodeState state,
            final int nameIndex, final int ic, final Object cache) {
        if (cache instanceof ModuleAttribute c && o == c.module) {
            final Object value = c.cell.get();
            if (value != null) {
                return value;
            }
        } else if (cache instanceof TypeAttribute c && c.matches(o)) {
            return c.value;
        } else if (cache instanceof ClassAttribute c && c.matches(o)) {
            return Attributes.bind(ts, c.value, o, c.type);
        } else if (cache instanceof Many m && o instanceof PyObject p) {
            for (final Object e : m.entries) {
                if (e instanceof Slot c && p.shape == c.shape && c.shape.type.isVersion(c.version)) {
                    final Object value = p.slotGet(c.slot);
                    if (value != null) {
                        return value;
                    }
                } else if (e instanceof ClassAttribute c && c.matches(o)) {
                    return Attributes.bind(ts, c.value, o, c.type);
                }
            }
        }
        final String name = state.code.ir().names[nameIndex];
        if (!isPassedOver(ts, state, ic)) {
            final Object entry = attributeEntry(ts, o, name, false);
            if (entry != null) {
                enter(ts, state, ic, entry);
            }
        }
        return PyObjects.getAttr(ts, o, name);
    }

    /**
     * What a cache may hold for loading this attribute of this object, or null.
     *
     * @param called whether it is only called: a bound method can be used again then, though each load gives a new one
     */
    private static Object attributeEntry(final ThreadState ts, final Object o, final String name, final boolean called) {
        if (o instanceof PyModule m) {
            return m.isPlain() && m.type().lookup(name) == null ? new ModuleAttribute(m, m.dict().cell(name)) : null;
        }
        if (o instanceof PyType t) {
            final PyType meta = t.type();
            final long metaVersion = meta.version();
            final Object ofMeta = meta.lookup(name);
            if ((meta.hooks() & PyType.HOOK_GETATTRIBUTE) != 0 || ofMeta != null && !(ofMeta instanceof BuiltinDescriptor)) {
                return null;
            }
            final long version = t.version();
            final Object value = t.lookup(name);
            if (called && value instanceof PyClassMethod c && c.type() == PyClassMethod.TYPE
                    && c.function instanceof PyFunction f) {
                return new TypeAttribute(t, version, meta, metaVersion, new PyBoundMethod(f, t));
            }
            if (value == null || Attributes.hasGet(value) && !(value instanceof PyFunction)
                    && !(value instanceof BuiltinDescriptor d && !d.isClassMethod())) {
                return null;
            }
            return new TypeAttribute(t, version, meta, metaVersion, value);
        }
        final Shape shape = o instanceof PyObject p ? p.shape : null;
        final PyType type = shape == null ? PyType.of(o) : shape.type;
        final long version = type.version();
        if ((type.hooks() & PyType.HOOK_GETATTRIBUTE) != 0) {
            return null;
        }
        final Object d = type.lookup(name);
        if (shape == null) {
            return d == null ? null : new ClassAttribute(type, null, version, d);
        }
        if (((PyObject) o).overridesGetAttribute()) {
            return null;
        }
        if (d == null || !Attributes.isData(d)) {
            final int slot = shape.indexOf(name);
            if (slot >= 0) {
                return new Slot(shape, version, slot);
            }
            if (shape.dictIndex >= 0) {
                return null;
            }
        } else if (d instanceof dev.adder.runtime.SlotDescriptor s) {
            final int slot = shape.indexOf(s.key);
            return slot >= 0 ? new Slot(shape, version, slot) : null;
        }
        return d == null ? null : new ClassAttribute(type, shape, version, d);
    }

    // ---- attribute stores ----

    static void storeAttr(final ThreadState ts, final Object o, final CodeState state, final int nameIndex,
            final Object value, final int ic) {
        if (o instanceof PyObject p) {
            final Object cache = state.caches[ic];
            final Shape shape = p.shape;
            if (cache instanceof Slot c) {
                if (shape == c.shape && shape.type.isVersion(c.version)) {
                    if (Attributes.replace(ts, p, shape, c.slot, value)) {
                        return;
                    }
                }
            } else if (cache instanceof Transition c && shape == c.shape && shape.type.isVersion(c.version)) {
                if (!ts.multi) {
                    p.slotSet(shape.count, value);
                    p.shape = c.next;
                    return;
                }
                if (Attributes.addShared(p, shape, c.next, value)) {
                    return;
                }
            } else if (cache instanceof Many m && storeAttrMany(ts, p, shape, m, value)) {
                return;
            }
        }
        storeAttrSlow(ts, o, state, nameIndex, value, ic);
    }

    private static boolean storeAttrMany(final ThreadState ts, final PyObject p, final Shape shape, final Many many,
            final Object value) {
        for (final Object e : many.entries) {
            if (e instanceof Slot c && shape == c.shape && shape.type.isVersion(c.version)) {
                return Attributes.replace(ts, p, shape, c.slot, value);
            }
            if (e instanceof Transition c && shape == c.shape && shape.type.isVersion(c.version)) {
                if (ts.multi) {
                    return Attributes.addShared(p, shape, c.next, value);
                }
                p.slotSet(shape.count, value);
                p.shape = c.next;
                return true;
            }
        }
        return false;
    }

    private static void storeAttrSlow(final ThreadState ts, final Object o, final CodeState state,
            final int nameIndex, final Object value, final int ic) {
        final String name = state.code.ir().names[nameIndex];
        if (!(o instanceof PyObject p) || p.overridesGetAttribute()) {
            PyObjects.setAttr(ts, o, name, value);
            return;
        }
        final Shape before = p.shape;
        final long version = before.type.version();
        PyObjects.setAttr(ts, o, name, value);
        if ((before.type.hooks() & PyType.HOOK_SETATTR) == 0 && !isPassedOver(ts, state, ic)) {
            final Object learned = stored(p, before, version, name);
            if (learned != null) {
                enter(ts, state, ic, learned);
            }
        }
    }

    /**
     * What the generic store of an attribute has done, if another object of the shape can be treated so: a {@link Slot}, a
     * {@link Transition}, or null.
     *
     * @param before the object's shape before the store
     * @param version of its type, then
     */
    public static Object stored(final PyObject o, final Shape before, final long version, final String name) {
        final PyType type = before.type;
        String key = name;
        final Object d = type.lookup(name);
        if (d != null && Attributes.isData(d)) {
            if (!(d instanceof dev.adder.runtime.SlotDescriptor s)) {
                return null;
            }
            key = s.key;
        } else if (!type.hasDict()) {
            return null;
        }
        final Shape after = o.shape;
        final int slot = after.indexOf(key);
        if (slot >= 0 && after == before) {
            return new Slot(after, version, slot);
        }
        return slot == before.count && before.indexOf(key) < 0 && after == before.with(key)
                ? new Transition(before, version, after) : null;
    }

    // ---- operators ----

    /** Notes the method that the left operand's class has for an operator. */
    static void operand(final ThreadState ts, final CodeState state, final int ic, final PyObject o,
            final String method) {
        final Object cache = state.caches[ic];
        if (cache instanceof ClassAttribute c && c.matches(o) || method == null || isPassedOver(ts, state, ic)) {
            return;
        }
        if (cache instanceof Many m) {
            for (final Object e : m.entries) {
                if (e instanceof ClassAttribute c && c.matches(o)) {
                    return;
                }
            }
        }
        final Shape shape = o.shape;
        final PyType type = shape.type;
        final long version = type.version();
        if (type.lookup(method) instanceof PyFunction f) {
            enter(ts, state, ic, new ClassAttribute(type, shape, version, f));
        }
    }

    // ---- methods ----

    /** The class attribute to call with the receiver first, or null if the general way must be taken. */
    static Object loadMethod(final ThreadState ts, final Object o, final CodeState state, final int nameIndex,
            final int ic) {
        final Object cache = state.caches[ic];
        if (cache instanceof ClassAttribute c && c.matches(o)) {
            return c.value;
        }
        if (cache instanceof ModuleAttribute || cache instanceof TypeAttribute) {
            return null;
        }
        if (cache instanceof Many m) {
            for (final Object e : m.entries) {
                if (e instanceof ClassAttribute c && c.matches(o)) {
                    return c.value;
                }
            }
        }
        return loadMethodSlow(ts, o, state, nameIndex, ic);
    }

    private static Object loadMethodSlow(final ThreadState ts, final Object o, final CodeState state,
            final int nameIndex, final int ic) {
        final Shape shape = o instanceof PyObject p ? p.shape : null;
        final PyType type = shape == null ? PyType.of(o) : shape.type;
        final long version = type.version();
        final String name = state.code.ir().names[nameIndex];
        final Object m = Calls.plainMethod(o, type, name);
        if (isPassedOver(ts, state, ic)) {
            return m;
        }
        if (m != null) {
            // Another thread may have given the object an attribute of this name meanwhile: the shape must not have it.
            if (shape == null || shape.dictIndex < 0 && shape.indexOf(name) < 0) {
                enter(ts, state, ic, new ClassAttribute(type, shape, version, m));
            }
        } else if (m == null && (o instanceof PyModule || o instanceof PyType)) {
            final Object entry = attributeEntry(ts, o, name, true);
            if (entry != null) {
                enter(ts, state, ic, entry);
            }
        }
        return m;
    }

    // ---- calls of methods: m is what loadMethod gave ----

    /** What is called when it is no method of the class; an exception is marked as the look-up's. */
    private static Object lookUp(final ThreadState ts, final Object o, final CodeState state, final int nameIndex,
            final int ic) {
        try {
            return loadAttr(ts, o, state, nameIndex, ic);
        } catch (final PyRaise e) {
            e.inLookUp = true;
            throw e;
        }
    }

    static Object callMethod0(final ThreadState ts, final Object o, final CodeState state, final int nameIndex,
            final int ic) {
        final Object m = loadMethod(ts, o, state, nameIndex, ic);
        if (m instanceof PyFunction f) {
            return f.call1(ts, o);
        }
        if (m instanceof BuiltinDescriptor d) {
            return checked(d, d.callUnchecked0(ts, o));
        }
        return Calls.call0(ts, lookUp(ts, o, state, nameIndex, ic));
    }

    static Object callMethod1(final ThreadState ts, final Object o, final CodeState state, final int nameIndex,
            final int ic, final Object a) {
        final Object m = loadMethod(ts, o, state, nameIndex, ic);
        if (m instanceof PyFunction f) {
            return f.call2(ts, o, a);
        }
        if (m instanceof BuiltinDescriptor d) {
            return checked(d, d.callUnchecked1(ts, o, a));
        }
        return Calls.call1(ts, lookUp(ts, o, state, nameIndex, ic), a);
    }

    static Object callMethod2(final ThreadState ts, final Object o, final CodeState state, final int nameIndex,
            final int ic, final Object a, final Object b) {
        final Object m = loadMethod(ts, o, state, nameIndex, ic);
        if (m instanceof PyFunction f) {
            return f.call3(ts, o, a, b);
        }
        if (m instanceof BuiltinDescriptor d) {
            return checked(d, d.callUnchecked2(ts, o, a, b));
        }
        return Calls.call2(ts, lookUp(ts, o, state, nameIndex, ic), a, b);
    }

    static Object callMethod(final ThreadState ts, final Object o, final CodeState state, final int nameIndex,
            final int ic, final Object[] args, final String[] kwNames) {
        final Object m = loadMethod(ts, o, state, nameIndex, ic);
        if (m != null) {
            return m instanceof BuiltinDescriptor d ? checked(d, d.callUnchecked(ts, o, args, kwNames))
                    : Special.invoke(ts, m, o, PyType.of(o), args, kwNames);
        }
        return Calls.call(ts, lookUp(ts, o, state, nameIndex, ic), args, kwNames);
    }

    private static Object checked(final BuiltinDescriptor d, final Object result) {
        return result == null ? BuiltinFunction.nullResult(d.name) : result;
    }
}
