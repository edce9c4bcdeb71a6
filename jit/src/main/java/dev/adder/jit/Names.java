package dev.adder.jit;

import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.PyType;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.InlineCaches;
import dev.adder.runtime.interp.Kinds;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyModule;
import java.lang.classfile.Label;

/** Globals and attributes. */
abstract class Names extends Containers {
    Names(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
    }

    final void frame() {
        if (c != null) {
            c.aload(frameLocal);
        }
    }

    final void loadGlobal(final int pc, final int dest, final int name, final int ic) {
        if (!(evidence.caches[ic] instanceof InlineCaches.Global g)) {
            globalByName(pc, dest, name, ic);
            return;
        }
        final Object value = evidence.value(g.global());
        if (value != null) {
            site(pc);
            if (isFixed(value) && !evidence.isBarred(pc)) {
                constant(g.global(), CELL);
                if (value instanceof PyFunction f) {
                    constant(f, FUNCTION);
                    state(evidence.state(f));
                    call(SUPPORT, "isFunction", "CPSV");
                } else {
                    constant(value, OBJECT);
                    call(SUPPORT, "isGlobal", "COV");
                }
                constant(value, OBJECT);
                setObject(dest, Ty.known(value));
                return;
            }
            constant(g.global(), CELL);
            call(SUPPORT, "global", "CO");
            if (value instanceof Long && !evidence.isBarred(pc)) {
                call(SUPPORT, "asLong", "OJ");
                setLong(dest);
            } else if (value instanceof Double && !evidence.isBarred(pc)) {
                call(SUPPORT, "asDouble", "OD");
                setDouble(dest);
            } else {
                setObject(dest);
                if (value instanceof PyComplex && !evidence.isBarred(pc)) {
                    needComplex(dest);
                }
            }
            return;
        }
        final Object builtin = evidence.value(g.builtin());
        if (builtin == null || evidence.isBarred(pc)) {
            globalByName(pc, dest, name, ic);
            return;
        }
        site(pc);
        constant(g.global(), CELL);
        constant(g.builtin(), CELL);
        constant(builtin, OBJECT);
        call(SUPPORT, "isBuiltin", "CCOV");
        constant(builtin, OBJECT);
        setObject(dest, Ty.known(builtin));
    }

    private static boolean isFixed(final Object value) {
        return value instanceof PyFunction || value instanceof PyType || value instanceof BuiltinFunction
                || value instanceof PyModule;
    }

    private void globalByName(final int pc, final int dest, final int name, final int ic) {
        calling(pc);
        thread();
        state(state);
        number(name);
        number(ic);
        call(OPERATIONS, "loadGlobal", "TSIIO");
        setObject(dest);
    }

    /** The cache of an attribute that has met one shape only, else null. */
    final Object attributeCache(final int pc, final int o, final int ic) {
        return evidence.isBarred(pc) || !type(o).isObject() || (evidence.kinds[ic] & Kinds.MANY_SHAPES) != 0 ? null
                : evidence.caches[ic];
    }

    final void loadAttr(final int pc) {
        final int dest = code[pc + 1];
        final int o = code[pc + 2];
        final int name = code[pc + 3];
        final int ic = code[pc + 4];
        switch (attributeCache(pc, o, ic)) {
            case InlineCaches.Slot a -> {
                site(pc);
                pushObject(o);
                constant(a.shape(), SHAPE);
                longNumber(a.version());
                number(a.slot());
                call(SUPPORT, "slot", "OHJIO");
                setObject(dest);
            }
            case InlineCaches.ModuleAttribute a -> {
                site(pc);
                pushObject(o);
                constant(a.module(), OBJECT);
                constant(a.cell(), CELL);
                call(SUPPORT, "moduleAttribute", "OOCO");
                setObject(dest);
            }
            case null, default -> {
                calling(pc);
                thread();
                pushObject(o);
                state(state);
                number(name);
                number(ic);
                call(OPERATIONS, "loadAttr", "TOSIIO");
                setObject(dest);
            }
        }
    }

    final void storeAttr(final int pc) {
        final int o = code[pc + 1];
        final int name = code[pc + 2];
        final int value = code[pc + 3];
        final int ic = code[pc + 4];
        switch (attributeCache(pc, o, ic)) {
            case InlineCaches.Slot a -> {
                site(pc);
                thread();
                pushObject(o);
                pushObject(value);
                constant(a.shape(), SHAPE);
                longNumber(a.version());
                number(a.slot());
                call(SUPPORT, "setSlot", "TOOHJIV");
            }
            case InlineCaches.Transition a -> {
                site(pc);
                thread();
                pushObject(o);
                pushObject(value);
                constant(a.shape(), SHAPE);
                longNumber(a.version());
                constant(a.next(), SHAPE);
                call(SUPPORT, "addSlot", "TOOHJHV");
            }
            case null, default -> {
                calling(pc);
                thread();
                pushObject(o);
                state(state);
                number(name);
                pushObject(value);
                number(ic);
                call(OPERATIONS, "storeAttr", "TOSIOIV");
            }
        }
    }

    final void loadMethod(final int pc) {
        final int method = code[pc + 1];
        final int receiver = code[pc + 2];
        final int o = code[pc + 3];
        if (attributeCache(pc, o, code[pc + 5]) instanceof InlineCaches.ClassAttribute a && a.shape() != null
                && a.value() instanceof PyFunction f) {
            site(pc);
            pushObject(o);
            constant(a.shape(), SHAPE);
            longNumber(a.version());
            constant(f, FUNCTION);
            state(evidence.state(f));
            call(SUPPORT, "isMethod", "OHJPSV");
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
}
