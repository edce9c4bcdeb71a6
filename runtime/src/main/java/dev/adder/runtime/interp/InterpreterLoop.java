package dev.adder.runtime.interp;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.language.ir.Code;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;

/**
 * Tier 0: the dispatch loop. A case does what takes a few loads and stores; everything else is a call to {@link Steps},
 * or to {@link RareOperations} for opcodes marked rare. No case holds a branch that a program may not take for a long
 * time: HotSpot leaves such a branch out, and when it is taken throws the compiled loop away and compiles it anew.
 */
final class InterpreterLoop {
    // HotSpot leaves out, too, what calls a class that is not loaded yet: what the loop names is, before it runs.
    static {
        Accumulator.finish(PyNone.NONE);
    }

    private InterpreterLoop() {
    }

    /**
     * Executes the frame from {@code f.pc} until it returns (gives the value), suspends (gives the yielded value with
     * {@code f.suspended} set) or raises. {@code f.pc} is exact whenever anything is raised or called.
     */
    static Object run(final ThreadState ts, final Frame f) {
        final Code ir = f.state.code.ir();
        final int[] code = ir.code;
        final Object[] r = f.regs;
        int pc = f.pc;
        while (pc >= 0) {
            f.pc = pc;
            switch (code[pc]) {
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
                    Steps.loadGlobal(ts, f, r, code, pc);
                    pc += 4;
                    break;
                case LOAD_NAME:
                    Steps.loadName(ts, f, r, code, pc);
                    pc += 4;
                    break;
                case STORE_NAME:
                    Steps.storeName(ts, f, r, code, pc);
                    pc += 4;
                    break;
                case STORE_GLOBAL:
                    Steps.storeGlobal(f, r, code, pc);
                    pc += 4;
                    break;
                case LOAD_ATTR:
                    Steps.loadAttr(ts, f, r, code, pc);
                    pc += 5;
                    break;
                case STORE_ATTR:
                    Steps.storeAttr(ts, f, r, code, pc);
                    pc += 5;
                    break;
                case LOAD_METHOD:
                    Steps.loadMethod(ts, f, pc);
                    pc += 6;
                    break;
                case LOAD_ITEM:
                    Steps.loadItem(ts, f, r, code, pc);
                    pc += 5;
                    break;
                case STORE_ITEM:
                    Steps.storeItem(ts, f, r, code, pc);
                    pc += 5;
                    break;
                case ADD:
                    Steps.add(ts, f, r, code, pc);
                    pc += 5;
                    break;
                case IADD:
                case ACCUMULATE:
                case ACCUMULATE_ADD:
                    Steps.inPlaceAdd(ts, f, r, code, pc);
                    pc += 5;
                    break;
                case SUB:
                    Steps.subtract(ts, f, r, code, pc);
                    pc += 5;
                    break;
                case MUL:
                    Steps.multiply(ts, f, r, code, pc);
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
                    Steps.binary(ts, f, r, code, pc);
                    pc += 5;
                    break;
                case NEG:
                case POS:
                case INVERT:
                case NOT:
                    Steps.unary(ts, f, r, code, pc);
                    pc += 4;
                    break;
                case LT:
                case LE:
                case EQ:
                case NE:
                case GT:
                case GE:
                    Steps.compare(ts, f, r, code, pc);
                    pc += 5;
                    break;
                case IS:
                case IS_NOT:
                    Steps.is(r, code, pc);
                    pc += 4;
                    break;
                case IN:
                case NOT_IN:
                    Steps.in(ts, f, r, code, pc);
                    pc += 5;
                    break;
                case JUMP:
                    pc = code[pc + 1];
                    break;
                case LOOP:
                    pc = Steps.loop(ts, f, code, pc);
                    if (ts.tracer != null && pc >= 0) {
                        return Traced.switched(ts, f, pc);
                    }
                    break;
                case JUMP_IF_TRUE: {
                    final Object v = r[code[pc + 1]];
                    pc = (v instanceof Boolean b ? b : Steps.isTrue(ts, f, r, code, pc)) ? code[pc + 2] : pc + 4;
                    break;
                }
                case JUMP_IF_FALSE: {
                    final Object v = r[code[pc + 1]];
                    pc = (v instanceof Boolean b ? b : Steps.isTrue(ts, f, r, code, pc)) ? pc + 4 : code[pc + 2];
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
                    ts.result = r[code[pc + 1]];
                    pc = Steps.LEAVE;
                    break;
                case GET_ITER:
                    Steps.getIter(ts, f, r, code, pc);
                    pc += 4;
                    break;
                case FOR_ITER:
                    pc = Steps.forIter(ts, f, r, code, pc);
                    break;
                case UNPACK_SEQUENCE:
                    pc = Steps.unpack(ts, f, code, pc);
                    break;
                case BUILD_TUPLE:
                    pc = Steps.buildTuple(r, code, pc);
                    break;
                case BUILD_LIST:
                    pc = Steps.buildList(r, code, pc);
                    break;
                case LIST_APPEND:
                    Steps.listAppend(r, code, pc);
                    pc += 3;
                    break;
                case MAP_ADD:
                    Steps.mapAdd(ts, r, code, pc);
                    pc += 4;
                    break;
                case MAKE_FUNCTION:
                    pc = Steps.makeFunction(ts, f, r, code, pc);
                    break;
                case CALL:
                    pc = Steps.call(ts, f, r, code, pc);
                    if (ts.tracer != null && pc >= 0) {
                        return Traced.switched(ts, f, pc);
                    }
                    break;
                case CALL_METHOD:
                    pc = Steps.callMethod(ts, f, r, code, pc);
                    if (ts.tracer != null && pc >= 0) {
                        return Traced.switched(ts, f, pc);
                    }
                    break;
                case CALL_LOADED:
                    pc = Steps.callLoaded(ts, f, r, code, pc);
                    if (ts.tracer != null && pc >= 0) {
                        return Traced.switched(ts, f, pc);
                    }
                    break;
                case CALL_KW:
                    pc = Steps.callKw(ts, f, r, code, pc);
                    if (ts.tracer != null) {
                        return Traced.switched(ts, f, pc);
                    }
                    break;
                case YIELD:
                    f.suspended = true;
                    ts.result = r[code[pc + 2]];
                    pc = Steps.LEAVE;
                    break;
                case YIELD_FROM:
                    pc = Steps.yieldFrom(ts, f, r, code, pc);
                    break;
                default:
                    pc = RareOperations.execute(ts, f, pc);
                    break;
            }
        }
        return Steps.result(ts);
    }
}
