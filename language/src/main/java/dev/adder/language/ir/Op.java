package dev.adder.language.ir;

import static dev.adder.language.ir.Effects.BRANCHES;
import static dev.adder.language.ir.Effects.CALLS;
import static dev.adder.language.ir.Effects.ENDS;
import static dev.adder.language.ir.Effects.FALLTHROUGH_WRITE;
import static dev.adder.language.ir.Effects.RAISES;
import static dev.adder.language.ir.Effects.RARE;
import static dev.adder.language.ir.Effects.SUSPENDS;

import java.util.ArrayList;
import java.util.List;

/**
 * The instructions of the register machine, one row each: number, effects, operands, meaning. Verifier, printer,
 * liveness, serialisation and documentation are derived from these rows.
 *
 * <p>An instruction is its opcode followed by its operands, all {@code int}s in {@link Code#code}. Operands stand in
 * the order of the row; see {@link Kind}. Only {@link Kind#REGS} and {@link Kind#DREGS} have a variable length (a
 * count, then that many registers) and they come last, so that every other operand, the inline-cache index too, is at
 * a fixed distance from the opcode.
 *
 * <p>Rules that hold for all rows:
 * <ul>
 * <li>A destination is written last and only if nothing was raised; it may be one of the registers read.</li>
 * <li>Registers of kind R are never null when read (the {@code Verifier} proves it); RN ones may be.</li>
 * <li>An instruction that raises continues at the handler that {@link Code#exceptions} gives for its own pc; one
 * suspended in is raised into at that pc.</li>
 * <li>Rare rows are expected to be carried out outside the interpreter's loop.</li>
 * </ul>
 */
public enum Op {
    // Moves, locals, cells
    NOP(Opcodes.NOP, 0, "", "Does nothing; keeps a line visible to tracing (`pass`)."),
    MOVE(Opcodes.MOVE, 0, "dest:D from:R", "dest = from."),
    CLEAR(Opcodes.CLEAR, 0, "dest:DN", "dest = unbound (null)."),
    CHECK_LOCAL(Opcodes.CHECK_LOCAL, RAISES, "local:RN name:N",
        "Raises UnboundLocalError (local variable) if the register is null; the register counts as bound "
        + "after it."),
    NEW_CELL(Opcodes.NEW_CELL, 0, "dest:D", "dest = a new empty cell."),
    MAKE_CELL(Opcodes.MAKE_CELL, 0, "dest:D from:X",
        "dest = a new cell holding from (null allowed); from = null. Entry of a function with captured "
        + "parameters."),
    LOAD_CELL(Opcodes.LOAD_CELL, RAISES, "dest:D cell:C name:N",
        "dest = content of the cell; empty: UnboundLocalError, or NameError (free variable) if the register "
        + "is one of the code's free variables."),
    STORE_CELL(Opcodes.STORE_CELL, 0, "cell:C value:R", "content of the cell = value."),
    DELETE_CELL(Opcodes.DELETE_CELL, RAISES, "cell:C name:N", "Empties the cell; already empty: as LOAD_CELL."),

    // Namespaces
    LOAD_GLOBAL(Opcodes.LOAD_GLOBAL, CALLS, "dest:D name:N ic",
        "dest = globals[name], else builtins[name], else NameError."),
    STORE_GLOBAL(Opcodes.STORE_GLOBAL, RAISES, "name:N value:R ic", "globals[name] = value."),
    DELETE_GLOBAL(Opcodes.DELETE_GLOBAL, RAISES | RARE, "name:N", "del globals[name]; NameError if absent."),
    LOAD_NAME(Opcodes.LOAD_NAME, CALLS, "dest:D name:N ic",
        "dest = locals mapping[name], else as LOAD_GLOBAL. Module, class and eval code."),
    STORE_NAME(Opcodes.STORE_NAME, CALLS, "name:N value:R ic", "locals mapping[name] = value."),
    DELETE_NAME(Opcodes.DELETE_NAME, CALLS | RARE, "name:N", "del locals mapping[name]; KeyError becomes NameError."),
    LOAD_LOCALS(Opcodes.LOAD_LOCALS, RAISES | RARE, "dest:D",
        "dest = the frame's locals mapping (class body, or function's mapping proxy); SystemError if there is "
        + "none."),
    LOAD_FROM_DICT_OR_GLOBALS(Opcodes.LOAD_FROM_DICT_OR_GLOBALS, CALLS | RARE, "dest:D mapping:R name:N ic",
        "dest = mapping[name], else as LOAD_GLOBAL."),
    LOAD_FROM_DICT_OR_CELL(Opcodes.LOAD_FROM_DICT_OR_CELL, CALLS | RARE, "dest:D mapping:R cell:C name:N",
        "dest = mapping[name], else as LOAD_CELL."),
    LOAD_COMMON(Opcodes.LOAD_COMMON, RAISES | RARE, "dest:D which:I",
        "dest = well-known object number which: see Common."),

    // Attributes
    LOAD_ATTR(Opcodes.LOAD_ATTR, CALLS, "dest:D object:R name:N ic", "dest = object.name."),
    STORE_ATTR(Opcodes.STORE_ATTR, CALLS, "object:R name:N value:R ic", "object.name = value."),
    DELETE_ATTR(Opcodes.DELETE_ATTR, CALLS | RARE, "object:R name:N", "del object.name."),
    LOAD_SUPER_ATTR(Opcodes.LOAD_SUPER_ATTR, CALLS, "dest:D superObject:R type:R self:R name:N arguments:I ic",
        "dest = superObject(type, self).name without making the super object if superObject is the builtin "
        + "super; if it is not, it is called with as many arguments as the source has (0 or 2)."),
    LOAD_METHOD(Opcodes.LOAD_METHOD, CALLS, "method:D self:DN object:R name:N ic",
        "Looks object.name up for a following CALL_LOADED: an unbound function with self = object, or "
        + "(attribute, null)."),

    // Items
    LOAD_ITEM(Opcodes.LOAD_ITEM, CALLS, "dest:D object:R key:R ic", "dest = object[key]."),
    STORE_ITEM(Opcodes.STORE_ITEM, CALLS, "object:R key:R value:R ic", "object[key] = value."),
    DELETE_ITEM(Opcodes.DELETE_ITEM, CALLS | RARE, "object:R key:R", "del object[key]."),
    LOAD_SLICE(Opcodes.LOAD_SLICE, CALLS, "dest:D object:R start:R stop:R ic",
        "dest = object[start:stop] (start and stop may be None)."),
    STORE_SLICE(Opcodes.STORE_SLICE, CALLS | RARE, "object:R start:R stop:R value:R", "object[start:stop] = value."),
    BUILD_SLICE(Opcodes.BUILD_SLICE, 0, "dest:D start:R stop:R step:R", "dest = slice(start, stop, step)."),

    // Binary operators, in the order of ast.Operator
    ADD(Opcodes.ADD, CALLS, "dest:D left:R right:R ic", "dest = left + right."),
    SUB(Opcodes.SUB, CALLS, "dest:D left:R right:R ic", "dest = left - right."),
    MUL(Opcodes.MUL, CALLS, "dest:D left:R right:R ic", "dest = left * right."),
    MATMUL(Opcodes.MATMUL, CALLS | RARE, "dest:D left:R right:R ic", "dest = left @ right."),
    TRUE_DIV(Opcodes.TRUE_DIV, CALLS, "dest:D left:R right:R ic", "dest = left / right."),
    MOD(Opcodes.MOD, CALLS, "dest:D left:R right:R ic", "dest = left % right."),
    POW(Opcodes.POW, CALLS, "dest:D left:R right:R ic", "dest = left ** right."),
    LSHIFT(Opcodes.LSHIFT, CALLS, "dest:D left:R right:R ic", "dest = left << right."),
    RSHIFT(Opcodes.RSHIFT, CALLS, "dest:D left:R right:R ic", "dest = left >> right."),
    OR(Opcodes.OR, CALLS, "dest:D left:R right:R ic", "dest = left | right (bitwise)."),
    XOR(Opcodes.XOR, CALLS, "dest:D left:R right:R ic", "dest = left ^ right."),
    AND(Opcodes.AND, CALLS, "dest:D left:R right:R ic", "dest = left & right."),
    FLOOR_DIV(Opcodes.FLOOR_DIV, CALLS, "dest:D left:R right:R ic", "dest = left // right."),

    // In-place operators, same order
    IADD(Opcodes.IADD, CALLS, "dest:D left:R right:R ic", "dest = left += right."),
    ISUB(Opcodes.ISUB, CALLS, "dest:D left:R right:R ic", "dest = left -= right."),
    IMUL(Opcodes.IMUL, CALLS, "dest:D left:R right:R ic", "dest = left *= right."),
    IMATMUL(Opcodes.IMATMUL, CALLS | RARE, "dest:D left:R right:R ic", "dest = left @= right."),
    ITRUE_DIV(Opcodes.ITRUE_DIV, CALLS, "dest:D left:R right:R ic", "dest = left /= right."),
    IMOD(Opcodes.IMOD, CALLS, "dest:D left:R right:R ic", "dest = left %= right."),
    IPOW(Opcodes.IPOW, CALLS | RARE, "dest:D left:R right:R ic", "dest = left **= right."),
    ILSHIFT(Opcodes.ILSHIFT, CALLS, "dest:D left:R right:R ic", "dest = left <<= right."),
    IRSHIFT(Opcodes.IRSHIFT, CALLS, "dest:D left:R right:R ic", "dest = left >>= right."),
    IOR(Opcodes.IOR, CALLS, "dest:D left:R right:R ic", "dest = left |= right (bitwise)."),
    IXOR(Opcodes.IXOR, CALLS, "dest:D left:R right:R ic", "dest = left ^= right."),
    IAND(Opcodes.IAND, CALLS, "dest:D left:R right:R ic", "dest = left &= right."),
    IFLOOR_DIV(Opcodes.IFLOOR_DIV, CALLS, "dest:D left:R right:R ic", "dest = left //= right."),

    // Unary operators
    NEG(Opcodes.NEG, CALLS, "dest:D value:R ic", "dest = -value."),
    POS(Opcodes.POS, CALLS | RARE, "dest:D value:R ic", "dest = +value."),
    INVERT(Opcodes.INVERT, CALLS, "dest:D value:R ic", "dest = ~value."),
    NOT(Opcodes.NOT, CALLS, "dest:D value:R ic", "dest = not value (always a bool)."),

    // Comparisons, the first six in the order of CPython's Py_LT..Py_GE
    LT(Opcodes.LT, CALLS, "dest:D left:R right:R ic", "dest = left < right (any object)."),
    LE(Opcodes.LE, CALLS, "dest:D left:R right:R ic", "dest = left <= right."),
    EQ(Opcodes.EQ, CALLS, "dest:D left:R right:R ic", "dest = left == right."),
    NE(Opcodes.NE, CALLS, "dest:D left:R right:R ic", "dest = left != right."),
    GT(Opcodes.GT, CALLS, "dest:D left:R right:R ic", "dest = left > right."),
    GE(Opcodes.GE, CALLS, "dest:D left:R right:R ic", "dest = left >= right."),
    IS(Opcodes.IS, 0, "dest:D left:R right:R", "dest = left is right."),
    IS_NOT(Opcodes.IS_NOT, 0, "dest:D left:R right:R", "dest = left is not right."),
    IN(Opcodes.IN, CALLS, "dest:D left:R right:R ic", "dest = left in right (a bool)."),
    NOT_IN(Opcodes.NOT_IN, CALLS, "dest:D left:R right:R ic", "dest = left not in right (a bool)."),

    // Jumps; only LOOP goes backward
    JUMP(Opcodes.JUMP, ENDS, "target:T", "Continues at target."),
    LOOP(Opcodes.LOOP, CALLS | ENDS, "target:T ic",
        "Backward jump: poll, count the back edge, continue at target. The poll may run Python code and "
        + "raise."),
    JUMP_IF_TRUE(Opcodes.JUMP_IF_TRUE, CALLS | BRANCHES, "value:R target:T ic", "Continues at target if bool(value)."),
    JUMP_IF_FALSE(Opcodes.JUMP_IF_FALSE, CALLS | BRANCHES, "value:R target:T ic",
        "Continues at target if not bool(value)."),
    JUMP_IF_NONE(Opcodes.JUMP_IF_NONE, BRANCHES, "value:R target:T", "Continues at target if value is None."),
    JUMP_IF_NOT_NONE(Opcodes.JUMP_IF_NOT_NONE, BRANCHES, "value:R target:T",
        "Continues at target if value is not None."),
    RETURN(Opcodes.RETURN, ENDS, "value:R", "Leaves the frame with value."),

    // Iteration and unpacking
    GET_ITER(Opcodes.GET_ITER, CALLS, "dest:D iterable:R ic", "dest = iter(iterable)."),
    FOR_ITER(Opcodes.FOR_ITER, CALLS | BRANCHES | FALLTHROUGH_WRITE, "dest:D iterator:R exit:T ic",
        "dest = next(iterator); exhausted: continues at exit, dest unchanged."),
    UNPACK_SEQUENCE(Opcodes.UNPACK_SEQUENCE, CALLS, "value:R ic items:DREGS",
        "Unpacks exactly as many items as there are destinations."),
    UNPACK_EX(Opcodes.UNPACK_EX, CALLS | RARE, "value:R before:I items:DREGS",
        "Star unpacking: `before` items, then a list, then the rest, one destination each."),

    // Displays
    BUILD_TUPLE(Opcodes.BUILD_TUPLE, 0, "dest:D items:REGS", "dest = (items...)."),
    BUILD_LIST(Opcodes.BUILD_LIST, 0, "dest:D items:REGS", "dest = [items...]."),
    BUILD_SET(Opcodes.BUILD_SET, CALLS, "dest:D items:REGS", "dest = {items...}."),
    BUILD_MAP(Opcodes.BUILD_MAP, CALLS, "dest:D items:REGS", "dest = {key: value, ...}; items alternate key, value."),
    BUILD_STRING(Opcodes.BUILD_STRING, 0, "dest:D items:REGS", "dest = the concatenation of the str items."),
    LIST_APPEND(Opcodes.LIST_APPEND, 0, "list:R value:R", "Appends to a list under construction (an exact list)."),
    LIST_EXTEND(Opcodes.LIST_EXTEND, CALLS, "list:R iterable:R",
        "Extends a list under construction; not iterable: \"Value after * must be an iterable, not X\"."),
    LIST_TO_TUPLE(Opcodes.LIST_TO_TUPLE, 0, "dest:D list:R",
        "dest = tuple(list) of a list under construction, which is dead afterwards."),
    SET_ADD(Opcodes.SET_ADD, CALLS, "set:R value:R", "Adds to a set under construction."),
    SET_UPDATE(Opcodes.SET_UPDATE, CALLS | RARE, "set:R iterable:R", "set.update(iterable)."),
    MAP_ADD(Opcodes.MAP_ADD, CALLS, "map:R key:R value:R", "map[key] = value of a dict under construction."),
    DICT_UPDATE(Opcodes.DICT_UPDATE, CALLS | RARE, "map:R mapping:R",
        "map.update(mapping) of a dict display; \"'X' object is not a mapping\"."),
    DICT_MERGE(Opcodes.DICT_MERGE, CALLS | RARE, "map:R mapping:R callee:R",
        "Merges **mapping into keyword arguments; duplicate or non-string keys: TypeError naming callee."),

    // Strings
    FORMAT_SIMPLE(Opcodes.FORMAT_SIMPLE, CALLS, "dest:D value:R", "dest = format(value, \"\")."),
    FORMAT_SPEC(Opcodes.FORMAT_SPEC, CALLS, "dest:D value:R spec:R", "dest = format(value, spec)."),
    CONVERT(Opcodes.CONVERT, CALLS, "dest:D value:R conversion:I",
        "dest = str(value) (1), repr(value) (2) or ascii(value) (3)."),
    BUILD_INTERPOLATION(Opcodes.BUILD_INTERPOLATION, RARE, "dest:D value:R expression:R conversion:I spec:R",
        "dest = string.templatelib.Interpolation; conversion 0 none, else as CONVERT's."),
    BUILD_TEMPLATE(Opcodes.BUILD_TEMPLATE, RARE, "dest:D strings:R interpolations:R",
        "dest = string.templatelib.Template of two tuples."),

    // Functions and calls
    MAKE_FUNCTION(Opcodes.MAKE_FUNCTION, 0, "dest:D code:R defaults:R? kwdefaults:R? annotate:R? cells:REGS",
        "dest = function; defaults a tuple, kwdefaults a dict, annotate a function; cells in the order of the "
        + "code's free variables."),
    CALL(Opcodes.CALL, CALLS, "dest:D callee:R ic args:REGS", "dest = callee(args...)."),
    CALL_KW(Opcodes.CALL_KW, CALLS, "dest:D callee:R keywords:K ic args:REGS",
        "dest = callee(...); the last args are the values of the keywords."),
    CALL_METHOD(Opcodes.CALL_METHOD, CALLS, "dest:D object:R name:N ic args:REGS",
        "dest = object.name(args...); emitted only when evaluating args has no effect, so that the look-up "
        + "may come last."),
    CALL_METHOD_KW(Opcodes.CALL_METHOD_KW, CALLS, "dest:D object:R name:N keywords:K ic args:REGS",
        "As CALL_METHOD, the last args being values of the keywords."),
    CALL_LOADED(Opcodes.CALL_LOADED, CALLS, "dest:D method:R self:RN ic args:REGS",
        "dest = method(self, args...), without self if that is null (see LOAD_METHOD)."),
    CALL_LOADED_KW(Opcodes.CALL_LOADED_KW, CALLS, "dest:D method:R self:RN keywords:K ic args:REGS",
        "As CALL_LOADED, the last args being values of the keywords."),
    CALL_EX(Opcodes.CALL_EX, CALLS, "dest:D callee:R args:R keywords:R? ic",
        "dest = callee(*args, **keywords); args any iterable (\"f() argument after * must be an iterable, not "
        + "X\"), keywords a dict made by DICT_MERGE."),
    INTRINSIC(Opcodes.INTRINSIC, CALLS | RARE, "dest:D which:I args:REGS",
        "dest = intrinsic number which applied to args: see Intrinsic."),

    // Generators and coroutines
    YIELD(Opcodes.YIELD, CALLS | SUSPENDS, "dest:D value:R",
        "Suspends with value; on resumption dest = what was sent, or the thrown exception is raised here."),
    YIELD_FROM(Opcodes.YIELD_FROM, CALLS | SUSPENDS, "dest:D iterator:R",
        "Delegates: each execution sends (None first) or throws into iterator; while it yields, suspends and "
        + "is executed again on resumption; when it returns, dest = its result. Also throw/close delegation."),
    GET_YIELD_FROM_ITER(Opcodes.GET_YIELD_FROM_ITER, CALLS | RARE, "dest:D iterable:R",
        "dest = iterable if it is a generator (or a coroutine, in a coroutine), else iter(iterable)."),
    GET_AWAITABLE(Opcodes.GET_AWAITABLE, CALLS, "dest:D value:R where:I",
        "dest = the iterator of awaitable value; where: 0 await, 1 result of __aenter__, 2 of __aexit__ (for "
        + "the error text)."),
    GET_AITER(Opcodes.GET_AITER, CALLS | RARE, "dest:D value:R",
        "dest = type(value).__aiter__(value), checked to have __anext__."),
    GET_ANEXT(Opcodes.GET_ANEXT, CALLS, "dest:D iterator:R",
        "dest = awaitable iterator of type(iterator).__anext__(iterator)."),
    ASYNC_WRAP(Opcodes.ASYNC_WRAP, 0, "dest:D value:R",
        "dest = value marked as an async generator's own item (before YIELD in an async generator)."),
    END_ASYNC_FOR(Opcodes.END_ASYNC_FOR, RAISES, "exception:R",
        "Falls through if exception is a StopAsyncIteration, else continues unwinding with it (as RERAISE)."),

    // Exceptions
    RAISE(Opcodes.RAISE, CALLS | ENDS | RARE, "exception:R? cause:R?",
        "raise exception from cause; without exception: re-raises the handled one (\"No active exception to "
        + "reraise\")."),
    RERAISE(Opcodes.RERAISE, RAISES | ENDS, "exception:R",
        "Continues unwinding with exception; no new traceback entry for this frame."),
    PUSH_EXC(Opcodes.PUSH_EXC, 0, "previous:D exception:R",
        "previous = the exception being handled so far (or None); exception becomes the handled one."),
    POP_EXC(Opcodes.POP_EXC, 0, "previous:R", "previous (or None) becomes the handled exception again."),
    EXC_MATCH(Opcodes.EXC_MATCH, CALLS, "dest:D exception:R type:R",
        "dest = exception matches type (class or tuple; else TypeError): a bool."),
    EXC_GROUP_MATCH(Opcodes.EXC_GROUP_MATCH, CALLS | RARE, "match:D rest:D exception:R type:R",
        "except*: splits; match None if nothing matches, rest None if all does; None matches nothing; a naked "
        + "exception is wrapped in a group."),
    WITH_EXCEPT(Opcodes.WITH_EXCEPT, CALLS, "dest:D exit:R exception:R",
        "dest = exit(type(exception), exception, exception.__traceback__)."),
    LOAD_SPECIAL(Opcodes.LOAD_SPECIAL, CALLS, "dest:D object:R which:I",
        "dest = bound special method of type(object): 0 __enter__, 1 __exit__, 2 __aenter__, 3 __aexit__; "
        + "absent: the TypeError of (async) with."),

    // Pattern matching
    GET_LEN(Opcodes.GET_LEN, CALLS | RARE, "dest:D value:R", "dest = len(value)."),
    MATCH_SEQUENCE(Opcodes.MATCH_SEQUENCE, RARE, "dest:D value:R",
        "dest = type(value) is a sequence for patterns (a bool)."),
    MATCH_MAPPING(Opcodes.MATCH_MAPPING, RARE, "dest:D value:R",
        "dest = type(value) is a mapping for patterns (a bool)."),
    MATCH_KEYS(Opcodes.MATCH_KEYS, CALLS | RARE, "dest:D value:R keys:R",
        "dest = tuple of value's values for the tuple keys, or None if one is missing."),
    MATCH_CLASS(Opcodes.MATCH_CLASS, CALLS | RARE, "dest:D value:R type:R count:I names:R",
        "dest = tuple of `count` positional, then names' (a tuple) attributes, or None if value does not "
        + "match."),

    // Imports
    IMPORT_NAME(Opcodes.IMPORT_NAME, CALLS | RARE, "dest:D name:N level:R fromlist:R",
        "dest = __import__(name, globals, locals, fromlist, level)."),
    IMPORT_FROM(Opcodes.IMPORT_FROM, CALLS | RARE, "dest:D module:R name:N",
        "dest = module.name, else sys.modules[module.__name__ + \".\" + name], else ImportError."),

    // Texts that grow in loops
    ACCUMULATE(Opcodes.ACCUMULATE, CALLS, "dest:D left:R right:R ic",
        "As IADD, of a local in a loop: dest and left are the same register, which FINISH stands before all other "
        + "reads of. A long str or bytes stays a builder there, so that the loop is not quadratic."),
    ACCUMULATE_ADD(Opcodes.ACCUMULATE_ADD, CALLS, "dest:D left:R right:R ic", "The same of `x = x + y`."),
    FINISH(Opcodes.FINISH, RAISES, "dest:D value:R",
        "dest = value, and if that is a builder what it has built (the same register).");

    /** What an operand is. */
    public enum Kind {
        /** Register written, to a non-null value. */
        D,
        /** Register written, possibly to null. */
        DN,
        /** Register read, not null. */
        R,
        /** Register read, may be null. */
        RN,
        /** Register read (may be null), then set to null. */
        X,
        /** Register read that holds a cell. */
        C,
        /** Register read, or -1 for none. */
        OPT,
        /** Index into {@link Code#names}. */
        N,
        /** Index into {@link Code#keywordNames}. */
        K,
        /** Immediate number. */
        I,
        /** Target pc. */
        T,
        /** Inline-cache and profile index: dense, one for each such operand of the code. */
        IC,
        /** A count and that many registers read. */
        REGS,
        /** A count and that many registers written. */
        DREGS
    }

    /** An operand of a row. */
    public record Operand(String name, Kind kind) {
    }

    private static final Op[] ALL = values();

    static {
        if (ALL.length != Opcodes.COUNT) {
            throw new AssertionError("Opcodes.COUNT is " + Opcodes.COUNT + ", rows are " + ALL.length);
        }
        for (int i = 0; i < ALL.length; i++) {
            if (ALL[i].number != i) {
                throw new AssertionError("Opcodes." + ALL[i] + " is " + ALL[i].number + ", its row is " + i);
            }
        }
    }

    private final int number;
    private final int effects;
    private final String meaning;
    private final Operand[] operands;
    private final Kind[] kinds;
    private final int fixedLength;
    private final boolean variable;
    private final int icOffset;

    Op(int number, int effects, String operands, String meaning) {
        this.number = number;
        this.effects = effects;
        this.meaning = meaning;
        this.operands = parse(operands);
        this.kinds = new Kind[this.operands.length];
        int ic = -1;
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = this.operands[i].kind();
            if (kinds[i] == Kind.IC) {
                ic = i + 1;
            }
        }
        this.icOffset = ic;
        this.fixedLength = 1 + kinds.length;
        this.variable = kinds.length > 0
                && (kinds[kinds.length - 1] == Kind.REGS || kinds[kinds.length - 1] == Kind.DREGS);
    }

    private static Operand[] parse(String row) {
        List<Operand> found = new ArrayList<>(6);
        int at = 0;
        while (at < row.length()) {
            int end = row.indexOf(' ', at);
            if (end < 0) {
                end = row.length();
            }
            String word = row.substring(at, end);
            int colon = word.indexOf(':');
            if (colon < 0) {
                found.add(new Operand(word, Kind.IC));
            } else {
                String kind = word.substring(colon + 1);
                found.add(new Operand(word.substring(0, colon), kind.equals("R?") ? Kind.OPT : Kind.valueOf(kind)));
            }
            at = end + 1;
        }
        return found.toArray(new Operand[0]);
    }

    /** The row of an opcode number. */
    public static Op of(int number) {
        return ALL[number];
    }

    public static boolean isOpcode(int number) {
        return number >= 0 && number < ALL.length;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }

    public int operandCount() {
        return operands.length;
    }

    public Operand operand(int index) {
        return operands[index];
    }

    public Kind kind(int index) {
        return kinds[index];
    }

    /** Length of an instruction without the registers of a variable operand: its opcode, operands, and the count. */
    public int fixedLength() {
        return fixedLength;
    }

    /** Whether the last operand is a count with registers. */
    public boolean isVariable() {
        return variable;
    }

    /** Length of the instruction at {@code pc}. */
    public int length(int[] code, int pc) {
        return variable ? fixedLength + code[pc + fixedLength - 1] : fixedLength;
    }

    /** Distance of the inline-cache operand from the opcode, or -1. */
    public int icOffset() {
        return icOffset;
    }

    public boolean mayCall() {
        return (effects & CALLS) != 0;
    }

    public boolean mayRaise() {
        return (effects & (CALLS | RAISES)) != 0;
    }

    public boolean isRare() {
        return (effects & RARE) != 0;
    }

    public boolean endsBlock() {
        return (effects & ENDS) != 0;
    }

    public boolean mayBranch() {
        return (effects & BRANCHES) != 0;
    }

    public boolean writesOnFallthroughOnly() {
        return (effects & FALLTHROUGH_WRITE) != 0;
    }

    public boolean suspends() {
        return (effects & SUSPENDS) != 0;
    }

    /** Distance of the target operand from the opcode, or -1. */
    public int targetOffset() {
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == Kind.T) {
                return i + 1;
            }
        }
        return -1;
    }
}
