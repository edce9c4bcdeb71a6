package dev.adder.runtime.interp;

import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/**
 * What {@link InterpreterLoop} calls: an instruction each. The launcher forbids HotSpot to inline these methods
 * ({@code tools/lib/jvm-flags.sh}), so that each is compiled on its own, when it is hot, and again by itself when it
 * meets what it has not met before. Inlined, they made the loop 60 KB of code that took the second compiler half a
 * second, two or three times a program: a branch never taken before threw all of it away.
 */
final class Steps {
    /** Given for a pc: the loop is left with {@link ThreadState#result}. */
    static final int LEAVE = -1;

    private Steps() {
    }

    // ---- names ----

    static void loadGlobal(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        final CodeState state = f.state;
        r[code[pc + 1]] = InlineCaches.loadGlobal(ts, state, state.code.ir().names[code[pc + 2]], code[pc + 3]);
    }

    static void storeGlobal(final Frame f, final Object[] r, final int[] code, final int pc) {
        final CodeState state = f.state;
        InlineCaches.storeGlobal(state, state.code.ir().names[code[pc + 1]], r[code[pc + 2]], code[pc + 3]);
    }

    static void loadName(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Operations.loadName(ts, f, code[pc + 2], code[pc + 3]);
    }

    static void storeName(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        Operations.storeName(ts, f, code[pc + 1], r[code[pc + 2]], code[pc + 3]);
    }

    // ---- attributes and items ----

    static void loadAttr(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = InlineCaches.loadAttr(ts, r[code[pc + 2]], f.state, code[pc + 3], code[pc + 4]);
    }

    static void storeAttr(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        InlineCaches.storeAttr(ts, r[code[pc + 1]], f.state, code[pc + 2], r[code[pc + 3]], code[pc + 4]);
    }

    static void loadMethod(final ThreadState ts, final Frame f, final int pc) {
        Operations.loadMethod(ts, f, pc);
    }

    static void loadItem(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Operations.loadItem(ts, r[code[pc + 2]], r[code[pc + 3]], f.state, code[pc + 4]);
    }

    static void storeItem(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        Operations.storeItem(ts, r[code[pc + 1]], r[code[pc + 2]], r[code[pc + 3]], f.state.kinds, code[pc + 4]);
    }

    /** IN and NOT_IN. */
    static void in(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        final boolean found = Operations.contains(ts, r[code[pc + 3]], r[code[pc + 2]], f.state.kinds, code[pc + 4]);
        r[code[pc + 1]] = found ^ code[pc] == Opcodes.NOT_IN;
    }

    // ---- operators ----

    static void add(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Arithmetic.add(ts, r[code[pc + 2]], r[code[pc + 3]], f.state, code[pc + 4]);
    }

    static void subtract(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Arithmetic.subtract(ts, r[code[pc + 2]], r[code[pc + 3]], f.state, code[pc + 4]);
    }

    static void multiply(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Arithmetic.multiply(ts, r[code[pc + 2]], r[code[pc + 3]], f.state, code[pc + 4]);
    }

    static void inPlaceAdd(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] =
                Arithmetic.inPlaceAdd(code[pc], ts, r[code[pc + 2]], r[code[pc + 3]], f.state, code[pc + 4]);
    }

    static void binary(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Arithmetic.binary(code[pc], ts, r[code[pc + 2]], r[code[pc + 3]], f.state, code[pc + 4]);
    }

    static void unary(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Arithmetic.unary(code[pc], ts, r[code[pc + 2]], f.state.kinds, code[pc + 3]);
    }

    static void compare(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Arithmetic.compare(code[pc], ts, r[code[pc + 2]], r[code[pc + 3]], f.state, code[pc + 4]);
    }

    /** IS and IS_NOT. */
    static void is(final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = PyObjects.is(r[code[pc + 2]], r[code[pc + 3]]) ^ code[pc] == Opcodes.IS_NOT;
    }

    // ---- jumps ----

    /** A back edge: gives the pc to go on at. */
    static int loop(final ThreadState ts, final Frame f, final int[] code, final int pc) {
        ts.poll();
        final int target = code[pc + 1];
        if (++f.state.loops < ts.loopThreshold) {
            return target;
        }
        final Object result = ts.interp.jit().enterLoop(ts, f, target);
        if (result == Jit.CONTINUE) {
            return f.pc;
        }
        if (result == null) {
            return target;
        }
        ts.result = result;
        return LEAVE;
    }

    static boolean isTrue(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        return Operations.truth(ts, r[code[pc + 1]], f.state.kinds, code[pc + 3]);
    }

    // ---- iteration ----

    static void getIter(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Operations.getIter(ts, r[code[pc + 2]], f.state.kinds, code[pc + 3]);
    }

    static int forIter(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        final Object it = r[code[pc + 2]];
        final Object item = it instanceof PyIterator i && !i.shape.type.isHeapType() ? i.next(ts) : PyIter.next(ts, it);
        if (item == null) {
            return code[pc + 3];
        }
        r[code[pc + 1]] = item;
        f.state.kinds[code[pc + 4]] |= item instanceof Long ? Kinds.INT : Kinds.of(item);
        return pc + 5;
    }

    static int unpack(final ThreadState ts, final Frame f, final int[] code, final int pc) {
        Operations.unpack(ts, f, pc);
        return pc + 4 + code[pc + 3];
    }

    // ---- displays ----

    static int buildTuple(final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = PyTuple.of(Operations.gather(r, code, pc + 2));
        return pc + 3 + code[pc + 2];
    }

    static int buildList(final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = PyList.of(Operations.gather(r, code, pc + 2));
        return pc + 3 + code[pc + 2];
    }

    static void listAppend(final Object[] r, final int[] code, final int pc) {
        ((PyList) r[code[pc + 1]]).appendUnshared(r[code[pc + 2]]);
    }

    static void mapAdd(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        ((PyDict) r[code[pc + 1]]).put(ts, r[code[pc + 2]], r[code[pc + 3]]);
    }

    // ---- functions and calls ----

    static int makeFunction(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Operations.makeFunction(ts, f, pc);
        return pc + 7 + code[pc + 6];
    }

    static int call(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        final Object callee = r[code[pc + 2]];
        final int n = code[pc + 4];
        final Object[] caches = f.state.caches;
        caches[code[pc + 3]] = InlineCaches.callee(caches[code[pc + 3]], callee);
        if (code[pc + 5 + n] == Opcodes.GET_AWAITABLE) {
            final int to = AwaitedCalls.call(ts, f, r, code, pc, pc + 5 + n);
            if (to != AwaitedCalls.OTHER) {
                return to;
            }
        }
        r[code[pc + 1]] = switch (n) {
            case 0 -> Calls.call0(ts, callee);
            case 1 -> Calls.call1(ts, callee, r[code[pc + 5]]);
            case 2 -> Calls.call2(ts, callee, r[code[pc + 5]], r[code[pc + 6]]);
            case 3 -> Calls.call3(ts, callee, r[code[pc + 5]], r[code[pc + 6]], r[code[pc + 7]]);
            default -> Calls.call(ts, callee, Operations.gather(r, code, pc + 4), null);
        };
        return pc + 5 + n;
    }

    static int callMethod(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        final Object o = r[code[pc + 2]];
        final int n = code[pc + 5];
        if (code[pc + 6 + n] == Opcodes.GET_AWAITABLE) {
            final int to = AwaitedCalls.callMethod(ts, f, r, code, pc, pc + 6 + n);
            if (to != AwaitedCalls.OTHER) {
                return to;
            }
        }
        r[code[pc + 1]] = switch (n) {
            case 0 -> InlineCaches.callMethod0(ts, o, f.state, code[pc + 3], code[pc + 4]);
            case 1 -> InlineCaches.callMethod1(ts, o, f.state, code[pc + 3], code[pc + 4], r[code[pc + 6]]);
            case 2 -> InlineCaches.callMethod2(ts, o, f.state, code[pc + 3], code[pc + 4], r[code[pc + 6]],
                    r[code[pc + 7]]);
            default -> InlineCaches.callMethod(ts, o, f.state, code[pc + 3], code[pc + 4],
                    Operations.gather(r, code, pc + 5), null);
        };
        return pc + 6 + n;
    }

    static int callLoaded(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        final int next = pc + 6 + code[pc + 5];
        if (code[next] == Opcodes.GET_AWAITABLE) {
            final int to = AwaitedCalls.callLoaded(ts, f, r, code, pc, next);
            if (to != AwaitedCalls.OTHER) {
                return to;
            }
        }
        r[code[pc + 1]] = Operations.callLoaded(ts, f, pc);
        return next;
    }

    static int callKw(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Calls.call(ts, r[code[pc + 2]], Operations.gather(r, code, pc + 5),
                f.ir().keywordNames[code[pc + 3]]);
        return pc + 6 + code[pc + 5];
    }

    // ---- leaving ----

    static int yieldFrom(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        final Object yielded = Operations.yieldFrom(ts, f, pc);
        if (f.suspended) {
            ts.result = yielded;
            return LEAVE;
        }
        r[code[pc + 1]] = yielded;
        return pc + 3;
    }

    /** What the loop that was left gives. */
    static Object result(final ThreadState ts) {
        final Object result = ts.result;
        ts.result = null;
        return result;
    }
}
