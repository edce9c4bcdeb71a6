package dev.adder.runtime.interp;

import dev.adder.language.ir.Common;
import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PySlice;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;

/** What {@link RareOperations} calls: an instruction each, giving the pc to go on at. For the reason see {@link Steps}. */
final class RareSteps {
    private RareSteps() {
    }

    static int deleteCell(final Frame f, final Object[] r, final int[] code, final int pc) {
        final Cell c = (Cell) r[code[pc + 1]];
        if (c.value == null) {
            throw Operations.unboundCell(f.ir(), code[pc + 1], f.ir().names[code[pc + 2]]);
        }
        c.value = null;
        return pc + 3;
    }

    static int deleteGlobal(final Frame f, final int[] code, final int pc) {
        if (f.globals().removeStr(f.ir().names[code[pc + 1]]) == null) {
            throw InlineCaches.nameError(f.ir().names[code[pc + 1]]);
        }
        return pc + 2;
    }

    static int deleteName(final ThreadState ts, final Frame f, final int[] code, final int pc) {
        RareOperations.deleteName(ts, f, f.ir().names[code[pc + 1]]);
        return pc + 2;
    }

    static int loadLocals(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = f.locals != null ? f.locals : FrameLocals.of(ts, f);
        return pc + 2;
    }

    static int loadFromDictOrGlobals(final ThreadState ts, final Frame f, final Object[] r, final int[] code,
            final int pc) {
        final String name = f.ir().names[code[pc + 3]];
        final Object value = Operations.mappingGet(ts, r[code[pc + 2]], name);
        r[code[pc + 1]] = value != null ? value : InlineCaches.loadGlobal(ts, f.state, name, code[pc + 4]);
        return pc + 5;
    }

    static int loadFromDictOrCell(final ThreadState ts, final Frame f, final Object[] r, final int[] code,
            final int pc) {
        final String name = f.ir().names[code[pc + 4]];
        Object value = Operations.mappingGet(ts, r[code[pc + 2]], name);
        if (value == null) {
            value = ((Cell) r[code[pc + 3]]).value;
            if (value == null) {
                throw Operations.unboundCell(f.ir(), code[pc + 3], name);
            }
        }
        r[code[pc + 1]] = value;
        return pc + 5;
    }

    static int loadCommon(final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = RareOperations.common(f, Common.of(code[pc + 2]));
        return pc + 3;
    }

    static int deleteAttr(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        PyObjects.delAttr(ts, r[code[pc + 1]], f.ir().names[code[pc + 2]]);
        return pc + 3;
    }

    static int loadSuperAttr(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = CompiledClosures.superAttribute(ts, r[code[pc + 2]], r[code[pc + 3]], r[code[pc + 4]],
                f.state, code[pc + 5], code[pc + 6]);
        return pc + 8;
    }

    static int deleteItem(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        PyObjects.delItem(ts, r[code[pc + 1]], r[code[pc + 2]]);
        return pc + 3;
    }

    static int loadSlice(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Operations.slice(ts, r[code[pc + 2]], r[code[pc + 3]], r[code[pc + 4]]);
        return pc + 6;
    }

    static int storeSlice(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        PyObjects.setItem(ts, r[code[pc + 1]],
                new PySlice(r[code[pc + 2]], r[code[pc + 3]], PyNone.NONE), r[code[pc + 4]]);
        return pc + 5;
    }

    static int buildSlice(final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = new PySlice(r[code[pc + 2]], r[code[pc + 3]], r[code[pc + 4]]);
        return pc + 5;
    }

    static int unpackEx(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        RareOperations.unpackEx(ts, r, code, pc);
        return pc + 4 + code[pc + 3];
    }

    static int buildSet(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = RareOperations.set(ts, Operations.gather(r, code, pc + 2));
        return pc + 3 + code[pc + 2];
    }

    static int buildMap(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = RareOperations.map(ts, Operations.gather(r, code, pc + 2));
        return pc + 3 + code[pc + 2];
    }

    static int buildString(final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = RareOperations.string(Operations.gather(r, code, pc + 2));
        return pc + 3 + code[pc + 2];
    }

    static int listExtend(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        Operations.extendUnpacked(ts, (PyList) r[code[pc + 1]], r[code[pc + 2]]);
        return pc + 3;
    }

    static int listToTuple(final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = PyTuple.of(((PyList) r[code[pc + 2]]).toArray());
        return pc + 3;
    }

    static int setAdd(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        ((PySet) r[code[pc + 1]]).add(ts, r[code[pc + 2]]);
        return pc + 3;
    }

    static int setUpdate(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        ((PySet) r[code[pc + 1]]).update(ts, r[code[pc + 2]]);
        return pc + 3;
    }

    static int dictUpdate(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        RareOperations.dictUpdate(ts, (PyDict) r[code[pc + 1]], r[code[pc + 2]]);
        return pc + 3;
    }

    static int dictMerge(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        RareOperations.dictMerge(ts, (PyDict) r[code[pc + 1]], r[code[pc + 2]], r[code[pc + 3]]);
        return pc + 4;
    }

    static int formatSimple(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = PyObjects.format(ts, r[code[pc + 2]], "");
        return pc + 3;
    }

    static int formatSpec(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = PyObjects.format(ts, r[code[pc + 2]], r[code[pc + 3]]);
        return pc + 4;
    }

    static int convert(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = switch (code[pc + 3]) {
            case 1 -> PyObjects.str(ts, r[code[pc + 2]]);
            case 2 -> PyObjects.repr(ts, r[code[pc + 2]]);
            default -> PyObjects.ascii(ts, r[code[pc + 2]]);
        };
        return pc + 4;
    }

    static int callMethodKw(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = InlineCaches.callMethod(ts, r[code[pc + 2]], f.state, code[pc + 3], code[pc + 5],
                Operations.gather(r, code, pc + 6), f.ir().keywordNames[code[pc + 4]]);
        return pc + 7 + code[pc + 6];
    }

    static int callLoadedKw(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = CompiledClosures.callLoaded(ts, r[code[pc + 2]], r[code[pc + 3]],
                Operations.gather(r, code, pc + 6), f.ir().keywordNames[code[pc + 4]]);
        return pc + 7 + code[pc + 6];
    }

    static int callEx(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = RareOperations.callEx(ts, r[code[pc + 2]], r[code[pc + 3]],
                code[pc + 4] < 0 ? null : (PyDict) r[code[pc + 4]]);
        return pc + 6;
    }

    static int intrinsic(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Intrinsics.apply(ts, f, code[pc + 2], Operations.gather(r, code, pc + 3));
        return pc + 4 + code[pc + 3];
    }

    static int getYieldFromIter(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Awaitables.yieldFromIter(ts, f, r[code[pc + 2]]);
        return pc + 3;
    }

    static int getAwaitable(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Awaitables.awaitable(ts, r[code[pc + 2]], code[pc + 3]);
        return pc + 4;
    }

    static int getAiter(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Awaitables.asyncIter(ts, r[code[pc + 2]]);
        return pc + 3;
    }

    static int getAnext(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        final int next = pc + 3;
        if (code[next] == Opcodes.YIELD_FROM && code[next + 2] == code[pc + 1] && ts.tracer == null) {
            return AwaitedCalls.await(ts, f, Awaitables.asyncNextFrame(ts, r[code[pc + 2]]), next);
        }
        r[code[pc + 1]] = Awaitables.asyncNext(ts, r[code[pc + 2]]);
        return pc + 3;
    }

    static int asyncWrap(final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = new PyAsyncGenerator.Item(r[code[pc + 2]]);
        return pc + 3;
    }

    static int endAsyncFor(final Frame f, final Object[] r, final int[] code, final int pc) {
        final PyBaseException e = (PyBaseException) r[code[pc + 1]];
        if (!e.type().isSubtypeOf(ExceptionTypes.STOP_ASYNC_ITERATION)) {
            throw RareOperations.reraise(f, e);
        }
        return pc + 2;
    }

    static int raiseStatement(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        if (code[pc + 1] < 0 && ts.handled() != null) {
            // What is being handled goes on without a traceback entry of its own here.
            throw RareOperations.reraise(f, ts.handled());
        }
        throw RareOperations.raise(ts, code[pc + 1] < 0 ? null : r[code[pc + 1]],
                code[pc + 2] < 0 ? null : r[code[pc + 2]]);
    }

    static int reraise(final Frame f, final Object[] r, final int[] code, final int pc) {
        throw RareOperations.reraise(f, (PyBaseException) r[code[pc + 1]]);
    }

    static int pushExc(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = CompiledOperations.pushException(ts, r[code[pc + 2]]);
        return pc + 3;
    }

    static int popExc(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        CompiledOperations.popException(ts, r[code[pc + 1]]);
        return pc + 2;
    }

    static int excMatch(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = RareOperations.matches(ts, (PyBaseException) r[code[pc + 2]], r[code[pc + 3]]);
        return pc + 4;
    }

    static int excGroupMatch(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        ExceptionGroups.match(ts, r, code, pc);
        return pc + 5;
    }

    static int withExcept(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        final PyBaseException e = (PyBaseException) r[code[pc + 3]];
        r[code[pc + 1]] = Calls.call3(ts, r[code[pc + 2]], e.type(), e,
                e.traceback == null ? PyNone.NONE : e.traceback);
        return pc + 4;
    }

    static int loadSpecial(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = RareOperations.loadSpecial(ts, r[code[pc + 2]], code[pc + 3]);
        return pc + 4;
    }

    static int getLen(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = PyObjects.length(ts, r[code[pc + 2]]);
        return pc + 3;
    }

    static int matchSequence(final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = PyType.of(r[code[pc + 2]]).patternFlags() == 32;
        return pc + 3;
    }

    static int matchMapping(final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = PyType.of(r[code[pc + 2]]).patternFlags() == 64;
        return pc + 3;
    }

    static int matchKeys(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Patterns.keys(ts, r[code[pc + 2]], (PyTuple) r[code[pc + 3]]);
        return pc + 4;
    }

    static int matchClass(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Patterns.classPattern(ts, r[code[pc + 2]], r[code[pc + 3]], code[pc + 4],
                (PyTuple) r[code[pc + 5]]);
        return pc + 6;
    }

    static int importName(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Imports.importName(ts, f, f.ir().names[code[pc + 2]], r[code[pc + 4]], r[code[pc + 3]]);
        return pc + 5;
    }

    static int importFrom(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc) {
        r[code[pc + 1]] = Imports.importFrom(ts, r[code[pc + 2]], f.ir().names[code[pc + 3]]);
        return pc + 4;
    }
}
