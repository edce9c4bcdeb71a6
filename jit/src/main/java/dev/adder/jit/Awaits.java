package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.analysis.Blocks.Block;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.InlineCaches;
import dev.adder.runtime.interp.PyFunction;

/**
 * {@code await f(...)} of a coroutine function that is known, and {@code async for}: the call, what makes an iterator of
 * its result and the YIELD_FROM in one. The coroutine's frame is made and run at once; most end without suspending, and
 * then there never is a coroutine ({@code PyGenerator.await}).
 */
abstract class Awaits extends NamedCalls {
    Awaits(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
    }

    /** Translates such an await; gives where to go on, or -1: it is none. */
    final int awaited(final int pc, final int next, final Block b) {
        if (active.caller != null || !ir.isGeneratorLike() || next >= b.end || evidence.isBarred(pc)) {
            return -1;
        }
        if (code[pc] == GET_ANEXT) {
            return isAwait(next, code[pc + 1], b) ? asyncNext(pc, next, b) : -1;
        }
        if (code[pc] != CALL && code[pc] != CALL_METHOD && code[pc] != CALL_LOADED) {
            return -1;
        }
        final int at = next + 4;
        if (code[next] != GET_AWAITABLE || code[next + 2] != code[pc + 1] || at >= b.end
                || !isAwait(at, code[next + 1], b)) {
            return -1;
        }
        if (code[next + 3] != 0) {
            final boolean isForgotten = code[pc + 1] == code[at + 1] || !live.after(at).get(code[pc + 1]);
            return code[pc] == CALL && isForgotten ? special(pc, at, b, code[next + 3]) : -1;
        }
        return code[next + 1] == code[pc + 1] ? call(pc, at, b) : -1;
    }

    /** Whether the instruction is a YIELD_FROM of a temporary that nothing reads after it. */
    private boolean isAwait(final int at, final int iterator, final Block b) {
        return code[at] == YIELD_FROM && code[at + 2] == iterator && iterator >= ir.tempBase
                && (code[at + 1] == iterator || !live.after(at).get(iterator));
    }

    private int asyncNext(final int pc, final int at, final Block b) {
        calling(pc);
        thread();
        pushObject(code[pc + 2]);
        call(OPERATIONS, "asyncNextFrame", "TOO");
        if (c != null) {
            c.astore(scratchLocal);
        }
        return await(pc, at, b);
    }

    /** The callee's frame is in the scratch local. */
    private int await(final int pc, final int at, final Block b) {
        s[code[at + 2]] = Ty.O;
        currentPc = at;
        suspensions.prepare(at);
        handlers.mayRaise(b, at);
        suspensions.delegate(at, true);
        return at + 3;
    }

    /** {@code __aenter__} or {@code __aexit__}, bound: the callee is asked for its frame. */
    private int special(final int pc, final int at, final Block b, final int where) {
        calling(pc);
        thread();
        pushObject(code[pc + 2]);
        pushArray(pc + 4);
        number(where);
        call(OPERATIONS, "awaitedCall", "TOAIO");
        if (c != null) {
            c.astore(scratchLocal);
        }
        return await(pc, at, b);
    }

    private int call(final int pc, final int at, final Block b) {
        return switch (code[pc]) {
            case CALL -> function(pc, at, b, NO_RECEIVER, pc + 5, code[pc + 4]);
            case CALL_LOADED -> function(pc, at, b, code[pc + 3], pc + 6, code[pc + 5]);
            default -> method(pc, at, b);
        };
    }

    private int function(final int pc, final int at, final Block b, final int receiver, final int first, final int n) {
        final int f = code[pc + 2];
        return !isConstant(f) && s[f].isObject() && s[f] != UNBOUND && s[f].value() instanceof PyFunction known
                ? made(pc, at, b, evidence.function(known), receiver, first, n) : -1;
    }

    private int method(final int pc, final int at, final Block b) {
        final int o = code[pc + 2];
        final int n = code[pc + 5];
        final Object cache = attributeCache(pc, o, code[pc + 4]);
        if (cache instanceof InlineCaches.ModuleAttribute a) {
            if (!(evidence.value(a.cell()) instanceof PyFunction f)
                    || arguments(evidence.function(f), NO_RECEIVER, pc + 6, n) == null) {
                return -1;
            }
            site(pc);
            pushObject(o);
            constant(a.module(), OBJECT);
            constant(a.cell(), CELL);
            constant(f, OBJECT);
            call(SUPPORT, "isOfModule", "OOCOV");
            isCode(f);
            return made(pc, at, b, evidence.function(f), NO_RECEIVER, pc + 6, n);
        }
        final var cases = cases(cache, false);
        if (cases.size() != 1 || !(cases.getFirst().entry() instanceof InlineCaches.ClassAttribute a)
                || !(a.value() instanceof PyFunction f) || arguments(evidence.function(f), o, pc + 6, n) == null) {
            return -1;
        }
        site(pc);
        test(o, cases.getFirst(), true);
        isCode(f);
        return made(pc, at, b, evidence.function(f), o, pc + 6, n);
    }

    /** What goes into the coroutine's parameters, or null if the function makes none. */
    private int[] arguments(final Callee f, final int receiver, final int at, final int n) {
        return f.state().code.ir().is(Code.CO_COROUTINE) ? bound(f, receiver, receiver != NO_RECEIVER, at, n) : null;
    }

    private int made(final int pc, final int at, final Block b, final Callee f, final int receiver, final int first,
            final int n) {
        final int[] arguments = arguments(f, receiver, first, n);
        if (arguments == null) {
            return -1;
        }
        guardDefaults(pc, f, arguments);
        pushFunction(f);
        call(OPERATIONS, "frame", "PF");
        for (int i = 0; i < arguments.length; i++) {
            if (c != null) {
                c.dup();
                c.getfield(FRAME, "regs", OBJECTS);
                c.loadConstant(i);
            }
            pushArgument(f, arguments[i], 'O');
            if (c != null) {
                c.aastore();
            }
        }
        if (c != null) {
            c.astore(scratchLocal);
        }
        return await(pc, at, b);
    }
}
