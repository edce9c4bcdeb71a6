package dev.adder.jit;

import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.PyType;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.GlobalCell;
import dev.adder.runtime.interp.InlineCaches;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyModule;

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
                isGlobal(g.global(), value);
                if (value instanceof PyFunction f) {
                    isCode(f);
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
        isGlobal(g.global(), null);
        isGlobal(g.builtin(), builtin);
        constant(builtin, OBJECT);
        setObject(dest, Ty.known(builtin));
    }

    /** Guards what a cell holds; null: nothing. */
    private void isGlobal(final GlobalCell cell, final Object value) {
        if (c == null) {
            return;
        }
        constant(cell, CELL);
        c.getfield(CELL, "value", OBJECT);
        if (value == null) {
            c.ifnonnull(regions.failure());
        } else {
            constant(value, OBJECT);
            c.if_acmpne(regions.failure());
        }
    }

    /** Guards that a known function has the code that it had. */
    final void isCode(final PyFunction f) {
        if (c != null) {
            constant(f, FUNCTION);
            c.getfield(FUNCTION, "state", STATE);
            state(evidence.state(f));
            c.if_acmpne(regions.failure());
        }
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
}
