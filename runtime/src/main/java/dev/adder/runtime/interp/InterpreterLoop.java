package dev.adder.runtime.interp;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.language.ir.Code;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/**
 * Tier 0: the dispatch loop. It stays under 4,000 bytes of bytecode (a test watches it): HotSpot stops inlining into a
 * method at 8,000 bytes, inlined code included, and never compiles a larger one. So a case holds only what is hot;
 * everything else is a call to {@link Operations} or, for opcodes marked rare, {@link RareOperations}.
 */
final class InterpreterLoop {
    private InterpreterLoop() {
    }

    /**
     * Executes the frame from {@code f.pc} until it returns (gives the value), suspends (gives the yielded value with
     * {@code f.suspended} set) or raises. {@code f.pc} is exact whenever anything is raised or called.
     */
    static Object run(final ThreadState ts, final Frame f) {
        final CodeState state = f.state;
        final Code ir = state.code.ir();
        final int[] code = ir.code;
        final Object[] r = f.regs;
        final int[] kinds = state.kinds;
        int pc = f.pc;
        while (true) {
            f.pc = pc;
            final int op = code[pc];
            switch (op) {
                case NOP:
                    pc++;
                    break;
                case MOVE:
                    r[code[pc + 1]] = r[code[pc + 2]];
                    pc += 3;
                    break;
                case FINISH:
                    r[code[pc + 1]] = Accumulator.finish(r[code[pc + 2]]);
                    pc += 3;
                    break;
                case CLEAR:
                    r[code[pc + 1]] = null;
                    pc += 2;
                    break;
                case CHECK_LOCAL:
                    if (r[code[pc + 1]] == null) {
                        throw Operations.unboundLocal(ir.names[code[pc + 2]]);
                    }
                    pc += 3;
                    break;
                case LOAD_CELL: {
                    final Object value = ((Cell) r[code[pc + 2]]).value;
                    if (value == null) {
                        throw Operations.unboundCell(ir, code[pc + 2], ir.names[code[pc + 3]]);
                    }
                    r[code[pc + 1]] = value;
                    pc += 4;
                    break;
                }
                case STORE_CELL:
                    ((Cell) r[code[pc + 1]]).value = r[code[pc + 2]];
                    pc += 3;
                    break;
                case LOAD_GLOBAL:
                    r[code[pc + 1]] = InlineCaches.loadGlobal(ts, state, ir.names[code[pc + 2]], code[pc + 3]);
                    pc += 4;
                    break;
                case LOAD_NAME:
                    r[code[pc + 1]] = Operations.loadName(ts, f, code[pc + 2], code[pc + 3]);
                    pc += 4;
                    break;
                case STORE_NAME:
                    Operations.storeName(ts, f, code[pc + 1], r[code[pc + 2]], code[pc + 3]);
                    pc += 4;
                    break;
                case STORE_GLOBAL:
                    InlineCaches.storeGlobal(state, ir.names[code[pc + 1]], r[code[pc + 2]], code[pc + 3]);
                    pc += 4;
                    break;
                case LOAD_ATTR:
                    r[code[pc + 1]] = InlineCaches.loadAttr(ts, r[code[pc + 2]], state, code[pc + 3], code[pc + 4]);
                    pc += 5;
                    break;
                case STORE_ATTR:
                    InlineCaches.storeAttr(ts, r[code[pc + 1]], state, code[pc + 2], r[code[pc + 3]], code[pc + 4]);
                    pc += 5;
                    break;
                case LOAD_METHOD:
                    Operations.loadMethod(ts, f, pc);
                    pc += 6;
                    break;
                case LOAD_ITEM:
                    r[code[pc + 1]] = Operations.loadItem(ts, r[code[pc + 2]], r[code[pc + 3]], state, code[pc + 4]);
                    pc += 5;
                    break;
                case STORE_ITEM:
                    Operations.storeItem(ts, r[code[pc + 1]], r[code[pc + 2]], r[code[pc + 3]], kinds, code[pc + 4]);
                    pc += 5;
                    break;
                case ADD:
                    r[code[pc + 1]] = Arithmetic.add(ts, r[code[pc + 2]], r[code[pc + 3]], state, code[pc + 4]);
                    pc += 5;
                    break;
                case IADD:
                case ACCUMULATE:
                case ACCUMULATE_ADD:
                    r[code[pc + 1]] =
                            Arithmetic.inPlaceAdd(op, ts, r[code[pc + 2]], r[code[pc + 3]], state, code[pc + 4]);
                    pc += 5;
                    break;
                case SUB:
                    r[code[pc + 1]] = Arithmetic.subtract(ts, r[code[pc + 2]], r[code[pc + 3]], state, code[pc + 4]);
                    pc += 5;
                    break;
                case MUL:
                    r[code[pc + 1]] = Arithmetic.multiply(ts, r[code[pc + 2]], r[code[pc + 3]], state, code[pc + 4]);
                    pc += 5;
                    break;
                case MATMUL:
                case TRUE_DIV:
                case MOD:
                case POW:
                case LSHIFT:
                case RSHIFT:
                case OR:
                case XOR:
                case AND:
                case FLOOR_DIV:
                case ISUB:
                case IMUL:
                case IMATMUL:
                case ITRUE_DIV:
                case IMOD:
                case IPOW:
                case ILSHIFT:
                case IRSHIFT:
                case IOR:
                case IXOR:
                case IAND:
                case IFLOOR_DIV:
                    r[code[pc + 1]] =
                            Arithmetic.binary(op, ts, r[code[pc + 2]], r[code[pc + 3]], state, code[pc + 4]);
                    pc += 5;
                    break;
                case NEG:
                case POS:
                case INVERT:
                case NOT:
                    r[code[pc + 1]] = Arithmetic.unary(op, ts, r[code[pc + 2]], kinds, code[pc + 3]);
                    pc += 4;
                    break;
                case LT:
                case LE:
                case EQ:
                case NE:
                case GT:
                case GE:
                    r[code[pc + 1]] =
                            Arithmetic.compare(op, ts, r[code[pc + 2]], r[code[pc + 3]], state, code[pc + 4]);
                    pc += 5;
                    break;
                case IS:
                    r[code[pc + 1]] = PyObjects.is(r[code[pc + 2]], r[code[pc + 3]]);
                    pc += 4;
                    break;
                case IS_NOT:
                    r[code[pc + 1]] = !PyObjects.is(r[code[pc + 2]], r[code[pc + 3]]);
                    pc += 4;
                    break;
                case IN:
                    r[code[pc + 1]] = Operations.contains(ts, r[code[pc + 3]], r[code[pc + 2]], kinds, code[pc + 4]);
                    pc += 5;
                    break;
                case NOT_IN:
                    r[code[pc + 1]] = !Operations.contains(ts, r[code[pc + 3]], r[code[pc + 2]], kinds, code[pc + 4]);
                    pc += 5;
                    break;
                case JUMP:
                    pc = code[pc + 1];
                    break;
                case LOOP: {
                    ts.poll();
                    if (++state.loops >= ts.loopThreshold) {
                        final Object result = ts.interp.jit().enterLoop(ts, f, code[pc + 1]);
                        if (result == Jit.CONTINUE) {
                            pc = f.pc;
                        } else if (result == null) {
                            pc = code[pc + 1];
                        } else {
                            return result;
                        }
                    } else {
                        pc = code[pc + 1];
                    }
                    if (ts.tracer != null) {
                        return Traced.switched(ts, f, pc);
                    }
                    break;
                }
                case JUMP_IF_TRUE: {
                    final Object v = r[code[pc + 1]];
                    pc = (v instanceof Boolean b ? b : Operations.truth(ts, v, kinds, code[pc + 3])) ? code[pc + 2]
                            : pc + 4;
                    break;
                }
                case JUMP_IF_FALSE: {
                    final Object v = r[code[pc + 1]];
                    pc = (v instanceof Boolean b ? b : Operations.truth(ts, v, kinds, code[pc + 3])) ? pc + 4
                            : code[pc + 2];
                    break;
                }
                case JUMP_IF_NONE:
                    pc = r[code[pc + 1]] == PyNone.NONE ? code[pc + 2] : pc + 3;
                    break;
                case JUMP_IF_NOT_NONE:
                    pc = r[code[pc + 1]] != PyNone.NONE ? code[pc + 2] : pc + 3;
                    break;
                case RETURN:
                    f.finished = true;
                    return r[code[pc + 1]];
                case GET_ITER:
                    r[code[pc + 1]] = Operations.getIter(ts, r[code[pc + 2]], kinds, code[pc + 3]);
                    pc += 4;
                    break;
                case FOR_ITER: {
                    final Object it = r[code[pc + 2]];
                    final Object item = it instanceof PyIterator i && !i.shape.type.isHeapType() ? i.next(ts)
                            : PyIter.next(ts, it);
                    if (item == null) {
                        pc = code[pc + 3];
                    } else {
                        r[code[pc + 1]] = item;
                        kinds[code[pc + 4]] |= item instanceof Long ? Kinds.INT : Kinds.of(item);
                        pc += 5;
                    }
                    break;
                }
                case UNPACK_SEQUENCE:
                    Operations.unpack(ts, f, pc);
                    pc += 4 + code[pc + 3];
                    break;
                case BUILD_TUPLE:
                    r[code[pc + 1]] = PyTuple.of(Operations.gather(r, code, pc + 2));
                    pc += 3 + code[pc + 2];
                    break;
                case BUILD_LIST:
                    r[code[pc + 1]] = PyList.of(Operations.gather(r, code, pc + 2));
                    pc += 3 + code[pc + 2];
                    break;
                case LIST_APPEND:
                    ((PyList) r[code[pc + 1]]).appendUnshared(r[code[pc + 2]]);
                    pc += 3;
                    break;
                case MAP_ADD:
                    ((PyDict) r[code[pc + 1]]).put(ts, r[code[pc + 2]], r[code[pc + 3]]);
                    pc += 4;
                    break;
                case MAKE_FUNCTION:
                    r[code[pc + 1]] = Operations.makeFunction(ts, f, pc);
                    pc += 7 + code[pc + 6];
                    break;
                case CALL: {
                    final Object callee = r[code[pc + 2]];
                    final int n = code[pc + 4];
                    state.caches[code[pc + 3]] = InlineCaches.callee(state.caches[code[pc + 3]], callee);
                    r[code[pc + 1]] = switch (n) {
                        case 0 -> Calls.call0(ts, callee);
                        case 1 -> Calls.call1(ts, callee, r[code[pc + 5]]);
                        case 2 -> Calls.call2(ts, callee, r[code[pc + 5]], r[code[pc + 6]]);
                        case 3 -> Calls.call3(ts, callee, r[code[pc + 5]], r[code[pc + 6]], r[code[pc + 7]]);
                        default -> Calls.call(ts, callee, Operations.gather(r, code, pc + 4), null);
                    };
                    pc += 5 + n;
                    if (ts.tracer != null) {
                        return Traced.switched(ts, f, pc);
                    }
                    break;
                }
                case CALL_METHOD: {
                    final Object o = r[code[pc + 2]];
                    final int n = code[pc + 5];
                    r[code[pc + 1]] = switch (n) {
                        case 0 -> InlineCaches.callMethod0(ts, o, state, code[pc + 3], code[pc + 4]);
                        case 1 -> InlineCaches.callMethod1(ts, o, state, code[pc + 3], code[pc + 4],
                                r[code[pc + 6]]);
                        case 2 -> InlineCaches.callMethod2(ts, o, state, code[pc + 3], code[pc + 4],
                                r[code[pc + 6]], r[code[pc + 7]]);
                        default -> InlineCaches.callMethod(ts, o, state, code[pc + 3], code[pc + 4],
                                Operations.gather(r, code, pc + 5), null);
                    };
                    pc += 6 + n;
                    if (ts.tracer != null) {
                        return Traced.switched(ts, f, pc);
                    }
                    break;
                }
                case CALL_LOADED:
                    r[code[pc + 1]] = Operations.callLoaded(ts, f, pc);
                    pc += 6 + code[pc + 5];
                    if (ts.tracer != null) {
                        return Traced.switched(ts, f, pc);
                    }
                    break;
                case CALL_KW:
                    r[code[pc + 1]] = Calls.call(ts, r[code[pc + 2]], Operations.gather(r, code, pc + 5),
                            ir.keywordNames[code[pc + 3]]);
                    pc += 6 + code[pc + 5];
                    if (ts.tracer != null) {
                        return Traced.switched(ts, f, pc);
                    }
                    break;
                case YIELD:
                    f.suspended = true;
                    return r[code[pc + 2]];
                case YIELD_FROM: {
                    final Object yielded = Operations.yieldFrom(ts, f, pc);
                    if (f.suspended) {
                        return yielded;
                    }
                    r[code[pc + 1]] = yielded;
                    pc += 3;
                    break;
                }
                default:
                    pc = RareOperations.execute(ts, f, pc);
                    break;
            }
        }
    }
}
