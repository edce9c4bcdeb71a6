package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.LOAD_ITEM;

import dev.adder.runtime.PyDescriptor;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Shape;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.InlineCaches;
import dev.adder.runtime.interp.Kinds;
import dev.adder.runtime.interp.Operators;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyProperty;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Attributes and methods, by the shapes that the interpreter's cache has met. For several shapes there is a chain of
 * tests; shapes for which the same is to be done share a case, and what is none of them leaves the unit.
 */
abstract class Members extends DirectCalls {
    /** Different things done at one place. */
    private static final int MOST_CASES = 4;

    Members(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
    }

    /** What is done for some shapes: the entries do the same as the first. */
    record Case(List<Object> entries) {
        Object entry() {
            return entries.getFirst();
        }

        /** Whether all objects of the shapes are {@link PyInstance}s. */
        boolean isOfInstances() {
            for (final Object entry : entries) {
                if (!isInstances(shape(entry))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What the attribute's cache has met, unless it is too much or not to be relied on: then null. */
    final Object attributeCache(final int pc, final int o, final int ic) {
        return evidence.isBarred(pc) || !type(o).isObject() || (evidence.kinds[ic] & Kinds.MANY_SHAPES) != 0 ? null
                : evidence.caches[ic];
    }

    static List<Case> cases(final Object cache, final boolean stores) {
        final List<Case> cases = new ArrayList<>();
        for (final Object entry : cache instanceof InlineCaches.Many m ? m.entries() : new Object[] {cache}) {
            if (shape(entry) == null) {
                return List.of();
            }
            Case like = null;
            for (final Case k : cases) {
                if (!stores && isLike(k.entry(), entry)) {
                    like = k;
                }
            }
            if (like == null) {
                like = new Case(new ArrayList<>());
                cases.add(like);
            }
            like.entries.add(entry);
        }
        return cases.size() > MOST_CASES && !stores ? List.of() : cases;
    }

    private static boolean isLike(final Object a, final Object b) {
        return a instanceof InlineCaches.Slot x && b instanceof InlineCaches.Slot y && x.slot() == y.slot()
                || a instanceof InlineCaches.ClassAttribute v && b instanceof InlineCaches.ClassAttribute w
                && v.value() == w.value();
    }

    private static Shape shape(final Object entry) {
        return switch (entry) {
            case InlineCaches.Slot a -> a.shape();
            case InlineCaches.Transition a -> a.shape();
            case InlineCaches.ClassAttribute a -> a.shape();
            case null, default -> null;
        };
    }

    private static long version(final Object entry) {
        return switch (entry) {
            case InlineCaches.Slot a -> a.version();
            case InlineCaches.Transition a -> a.version();
            default -> ((InlineCaches.ClassAttribute) entry).version();
        };
    }

    /** Tests for the case's shapes; control falls through for one of them. Else goes to the label given, or fails. */
    final Label test(final int o, final Case k, final boolean last) {
        final Label hit = label();
        final Label miss = last ? null : label();
        final int n = k.entries.size();
        for (int i = 0; i < n && c != null; i++) {
            final Object entry = k.entries.get(i);
            if (i < n - 1) {
                final Label next = c.newLabel();
                hasShape(o, shape(entry), version(entry), next);
                c.goto_(hit);
                c.labelBinding(next);
            } else {
                hasShape(o, shape(entry), version(entry), last ? regions.failure() : miss);
            }
        }
        bind(hit);
        return miss;
    }

    /**
     * Tests for a shape and its type's version, else goes to the label. Written out: each call that HotSpot inlines, were it
     * of a getter, costs it some 150 nodes in a large unit.
     */
    final void hasShape(final int o, final Shape shape, final long version, final Label no) {
        final ClassDesc of = isInstances(shape) ? INSTANCE : PY_OBJECT;
        pushObject(o);
        c.instanceOf(of);
        c.ifeq(no);
        pushObject(o);
        c.checkcast(of);
        c.getfield(of, "shape", SHAPE);
        constant(shape, SHAPE);
        c.if_acmpne(no);
        isVersion(shape.type, version, no);
    }

    /** Whether objects of the shape are {@link PyInstance}s: no built-in type but object among the class's bases. */
    private static boolean isInstances(final Shape shape) {
        PyType type = shape.type.solid();
        while (type.isHeapType()) {
            type = type.base().solid();
        }
        return type == PyType.OBJECT;
    }

    private void isVersion(final PyType type, final long version, final Label no) {
        constant(type, TYPE);
        c.getfield(TYPE, "version", ConstantDescs.CD_long);
        longNumber(version);
        c.lcmp();
        c.ifne(no);
    }

    // ---- cases that give something

    /** What to do in a case. */
    private interface Doing {
        /** As {@link Inlining#inline}, {@link Inlining#NOT_INLINED} excepted. */
        int run(Case k);
    }

    /** A chain of cases, each of which sets the register; gives whether control comes back from any. */
    private boolean chain(final int pc, final int o, final int dest, final List<Case> cases, final Doing doing) {
        return chain(pc, dest, cases.size(), (i, last) -> test(o, cases.get(i), last), i -> doing.run(cases.get(i)));
    }

    /** Tests for one of several cases, by number: as {@link #test}. */
    interface Testing {
        Label test(int i, boolean last);
    }

    /** As {@link #chain(int, int, int, List, Doing)}, of cases that are numbered. */
    final boolean chain(final int pc, final int dest, final int n, final Testing testing, final IntUnaryOperator doing) {
        site(pc);
        storages.forget();
        final Ty[] before = s;
        final Label done = label();
        Ty join = c == null ? null : active.joins.get(pc);
        boolean comesBack = false;
        for (int i = 0; i < n; i++) {
            s = before.clone();
            final boolean last = i == n - 1;
            final Label miss = testing.test(i, last);
            if (doing.applyAsInt(i) != ENDED) {
                comesBack = true;
                if (c == null) {
                    join = joined(join, s[dest]);
                } else {
                    if (join.isObject()) {
                        asObject(dest);
                    }
                    if (!last) {
                        c.goto_(done);
                    }
                }
            }
            if (!last) {
                bind(miss);
            }
        }
        bind(done);
        s = before.clone();
        if (comesBack) {
            active.joins.put(pc, join);
            s[dest] = join;
        }
        return comesBack;
    }

    private static Ty joined(final Ty a, final Ty b) {
        return a == null || a.same(b) ? b : a.rep() == b.rep() ? Ty.ofRep(a.rep()) : Ty.O;
    }

    // ---- loads

    /** Gives whether control comes back. */
    final boolean loadAttr(final int pc) {
        final int dest = code[pc + 1];
        final int o = code[pc + 2];
        final int name = code[pc + 3];
        final int ic = code[pc + 4];
        final Object cache = attributeCache(pc, o, ic);
        if (cache instanceof InlineCaches.ModuleAttribute a) {
            site(pc);
            pushObject(o);
            constant(a.module(), OBJECT);
            constant(a.cell(), CELL);
            call(SUPPORT, "moduleAttribute", "OOCO");
            setObject(dest);
            return true;
        }
        if (cache instanceof InlineCaches.TypeAttribute a) {
            site(pc);
            isClass(o, a);
            classValue(dest, a.value());
            if (a.value() instanceof PyInstance) {
                s[dest] = Ty.known(a.value());
            }
            return true;
        }
        final List<Case> cases = cases(cache, false);
        boolean known = !cases.isEmpty();
        for (final Case k : cases) {
            known &= isLoadable(k.entry());
        }
        if (known) {
            return chain(pc, o, dest, cases, k -> load(pc, o, dest, k));
        }
        calling(pc);
        thread();
        pushObject(o);
        state(state);
        number(name);
        number(ic);
        call(OPERATIONS, "loadAttr", "TOSIIO");
        setObject(dest);
        return true;
    }

    /** Guards that a register holds the class, in which nothing has changed. */
    final void isClass(final int o, final InlineCaches.TypeAttribute a) {
        if (c == null) {
            return;
        }
        final Label no = regions.failure();
        pushObject(o);
        constant(a.type(), OBJECT);
        c.if_acmpne(no);
        isVersion(a.type(), a.version(), no);
        constant(a.type(), TYPE);
        c.getfield(PY_OBJECT, "shape", SHAPE);
        c.getfield(SHAPE, "type", TYPE);
        constant(a.meta(), TYPE);
        c.if_acmpne(no);
        isVersion(a.meta(), a.metaVersion(), no);
    }

    private static boolean isLoadable(final Object entry) {
        return entry instanceof InlineCaches.Slot || entry instanceof InlineCaches.ClassAttribute a
                && (getter(a) != null || isPlain(a.value()));
    }

    /** The Python function of a property, or null. */
    private static PyFunction getter(final InlineCaches.ClassAttribute a) {
        return a.value() instanceof PyProperty p && p.type() == PyProperty.TYPE && p.getter() instanceof PyFunction f
                ? f : null;
    }

    /** Whether a class attribute is given as it is, now and ever. */
    private static boolean isPlain(final Object value) {
        return !(value instanceof PyObject p) || !(p instanceof PyDescriptor) && !(p instanceof PyType)
                && !p.type().isHeapType();
    }

    private int load(final int pc, final int o, final int dest, final Case k) {
        if (k.entry() instanceof InlineCaches.Slot a) {
            pushObject(o);
            if (a.slot() < PyInstance.INLINE && k.isOfInstances()) {
                field(a.slot());
            } else {
                number(a.slot());
                call(SUPPORT, "slot", "OIO");
            }
            setObject(dest);
            return INLINED;
        }
        final InlineCaches.ClassAttribute a = (InlineCaches.ClassAttribute) k.entry();
        final PyFunction f = getter(a);
        if (f == null) {
            classValue(dest, a.value());
            return INLINED;
        }
        constant(a.value(), OBJECT);
        constant(f, FUNCTION);
        state(evidence.state(f));
        call(SUPPORT, "isGetter", "OPSV");
        final int how = function(pc, evidence.function(f), dest, o, 0, 0);
        if (how == NOT_INLINED) {
            plain(pc, evidence.function(f), dest, new int[] {o});
            return INLINED;
        }
        return how;
    }

    /** The attribute in one of the slots that lie in the object itself, of the object on the stack. */
    private void field(final int slot) {
        if (c != null) {
            c.checkcast(INSTANCE);
            c.getfield(INSTANCE, "s" + slot, OBJECT);
            c.astore(scratchLocal);
            c.aload(scratchLocal);
            c.ifnull(regions.failure());
            c.aload(scratchLocal);
        }
    }

    private void classValue(final int dest, final Object value) {
        switch (value) {
            case Long n -> {
                longNumber(n);
                setLong(dest);
            }
            case Double d -> {
                if (c != null) {
                    c.loadConstant(d);
                }
                setDouble(dest);
            }
            default -> {
                constant(value, OBJECT);
                setObject(dest);
            }
        }
    }

    // ---- stores

    final void storeAttr(final int pc) {
        final int o = code[pc + 1];
        final int name = code[pc + 2];
        final int value = code[pc + 3];
        final int ic = code[pc + 4];
        final List<Case> cases = cases(attributeCache(pc, o, ic), true);
        if (cases.isEmpty() || cases.getFirst().entry() instanceof InlineCaches.ClassAttribute) {
            if (o == 0) {
                active.level.unpublishedUntil = 0;
            }
            calling(pc);
            thread();
            pushObject(o);
            state(state);
            number(name);
            pushObject(value);
            number(ic);
            call(OPERATIONS, "storeAttr", "TOSIOIV");
            return;
        }
        final boolean unpublished = o == 0 && pc < active.level.unpublishedUntil;
        site(pc);
        final Label done = label();
        for (int i = 0; i < cases.size(); i++) {
            final boolean last = i == cases.size() - 1;
            final Label miss = cases.size() == 1 ? null : test(o, cases.get(i), last);
            thread();
            pushObject(o);
            pushObject(value);
            final Object entry = cases.get(i).entry();
            constant(shape(entry), SHAPE);
            longNumber(version(entry));
            if (entry instanceof InlineCaches.Slot a) {
                number(a.slot());
                call(SUPPORT, "setSlot", "TOOHJIV");
            } else {
                constant(((InlineCaches.Transition) entry).next(), SHAPE);
                call(SUPPORT, unpublished ? "addSlotUnpublished" : "addSlot", "TOOHJHV");
            }
            if (!last) {
                if (c != null) {
                    c.goto_(done);
                }
                bind(miss);
            }
        }
        bind(done);
    }

    // ---- operators

    @Override
    final boolean operator(final int op, final int pc) {
        final int o = code[pc + 2];
        final List<Case> cases = cases(attributeCache(pc, o, code[pc + 4]), false);
        final String inPlace = Operators.inPlaceMethod(op);
        for (final Case k : cases) {
            if (!(k.entry() instanceof InlineCaches.ClassAttribute a && a.value() instanceof PyFunction f
                    && isCallable(pc, evidence.function(f), o, pc + 3, 1, true))) {
                return false;
            }
            for (final Object entry : k.entries) {
                if (inPlace != null && shape(entry).type.lookup(inPlace) != null) {
                    return false;
                }
            }
        }
        if (cases.isEmpty()) {
            return false;
        }
        chain(pc, o, code[pc + 1], cases, k -> operate(op, pc, k, o));
        if (s[code[pc + 1]].rep() == 'X') {
            s[code[pc + 1]] = Ty.O;
        }
        return true;
    }

    private int operate(final int op, final int pc, final Case k, final int o) {
        if (op != LOAD_ITEM && type(code[pc + 3]).isObject()) {
            for (final Object entry : k.entries) {
                pushObject(code[pc + 3]);
                constant(shape(entry).type, TYPE);
                call(SUPPORT, "noSubclass", "OYV");
            }
        }
        operating = op != LOAD_ITEM;
        final int how = method(pc, k, o, pc + 3, 1);
        operating = false;
        return how;
    }

    // ---- methods

    final void loadMethod(final int pc) {
        final int method = code[pc + 1];
        final int receiver = code[pc + 2];
        final int o = code[pc + 3];
        final List<Case> cases = cases(attributeCache(pc, o, code[pc + 5]), false);
        if (cases.size() == 1 && cases.getFirst().entry() instanceof InlineCaches.ClassAttribute a
                && a.value() instanceof PyFunction f) {
            site(pc);
            test(o, cases.getFirst(), true);
            isCode(f);
            pushObject(o);
            setObject(receiver);
            constant(f, OBJECT);
            setObject(method, Ty.known(f));
            return;
        }
        calling(pc);
        thread();
        pushObject(o);
        state(state);
        number(code[pc + 4]);
        number(code[pc + 5]);
        call(OPERATIONS, "loadMethod", "TOSIIO");
        if (c != null) {
            final Label plain = c.newLabel();
            final Label done = c.newLabel();
            c.dup();
            c.ifnull(plain);
            pushObject(o);
            c.astore(local(receiver, 'O', 0));
            c.astore(local(method, 'O', 0));
            c.goto_(done);
            c.labelBinding(plain);
            c.pop();
            c.aload(0);
            pushObject(o);
            state(state);
            number(code[pc + 4]);
            number(code[pc + 5]);
            call(OPERATIONS, "loadAttr", "TOSIIO");
            c.astore(local(method, 'O', 0));
            c.aconst_null();
            c.astore(local(receiver, 'O', 0));
            c.labelBinding(done);
        }
        s[method] = Ty.O;
        s[receiver] = Ty.O;
    }

    /** CALL_METHOD of Python functions; as {@link Inlining#inline}. */
    final int methods(final int pc, final int o, final int n) {
        final List<Case> cases = cases(attributeCache(pc, o, code[pc + 4]), false);
        for (final Case k : cases) {
            if (!(k.entry() instanceof InlineCaches.ClassAttribute a && a.value() instanceof PyFunction f
                    && isCallable(pc, evidence.function(f), o, pc + 6, n, cases.size() > 1))) {
                return NOT_INLINED;
            }
        }
        if (cases.isEmpty()) {
            return NOT_INLINED;
        }
        return chain(pc, o, code[pc + 1], cases, k -> method(pc, k, o, pc + 6, n)) ? INLINED : ENDED;
    }

    private boolean isCallable(final int pc, final Callee f, final int o, final int at, final int n,
            final boolean plain) {
        return isCallable(pc, f, positional(f, o, true, at, n), plain);
    }

    /** Whether it can be called with the arguments, inlined, directly or, where that will do, plainly. */
    final boolean isCallable(final int pc, final Callee f, final int[] arguments, final boolean plain) {
        return arguments != null && (mayInline(pc, f) || evidence.unit(f.state()) != null || isOwn(f)
                || plain && arguments.length <= 3 && !hasPacks(arguments) && f.state().code.ir().kwOnlyArgCount == 0);
    }

    private int method(final int pc, final Case k, final int o, final int at, final int n) {
        final Callee f = evidence.function((PyFunction) ((InlineCaches.ClassAttribute) k.entry()).value());
        isCode(f.function());
        final int how = function(pc, f, code[pc + 1], o, at, n);
        if (how != NOT_INLINED) {
            return how;
        }
        plain(pc, f, code[pc + 1], positional(f, o, true, at, n));
        return INLINED;
    }
}
