package dev.adder.stdlib.compiler;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyTuple;

/**
 * The module {@code _opcode}: facts about CPython 3.14's bytecode, which {@code opcode} and {@code dis} show. Adder's own
 * code is another one ({@code adder dis}); its code objects show an outline in this one.
 */
@PyModuleSpec("_opcode")
public final class OpcodeModule extends NativeModule {
    /** Opcodes as ranges, both ends included. */
    private static final int[] ARG = {44, 120, 128, 128, 143, 153, 155, 195, 197, 197, 200, 200, 209, 211, 237, 237, 239,
        239, 241, 245, 247, 251, 253, 253, 255, 255, 257, 261, 263, 266};
    private static final int[] CONST = {82, 82, 190, 191};
    private static final int[] EXC = {263, 265};
    private static final int[] FREE = {62, 62, 90, 90, 97, 97, 111, 111};
    private static final int[] JUMP = {68, 68, 70, 70, 75, 77, 100, 103, 106, 106, 172, 176, 237, 237, 248, 248, 257,
        260};
    private static final int[] LOCAL = {3, 3, 63, 63, 83, 89, 112, 114, 261, 261, 266, 266};
    private static final int[] NAME = {61, 61, 64, 65, 72, 73, 80, 80, 91, 93, 96, 96, 110, 110, 115, 116, 179, 179, 189,
        189, 194, 195, 200, 200, 249, 249};
    private static final int[] VALID = {0, 120, 128, 211, 234, 266};

    private static final String[] BINARY = {"ADD", "+", "AND", "&", "FLOOR_DIVIDE", "//", "LSHIFT", "<<",
        "MATRIX_MULTIPLY", "@", "MULTIPLY", "*", "REMAINDER", "%", "OR", "|", "POWER", "**", "RSHIFT", ">>", "SUBTRACT",
        "-", "TRUE_DIVIDE", "/", "XOR", "^"};

    @Override
    public BuiltinTable table() {
        return new OpcodeModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("ENABLE_SPECIALIZATION", 1L);
        module.dict().putStr("ENABLE_SPECIALIZATION_FT", 1L);
    }

    private static boolean in(final int[] ranges, final int opcode) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (opcode >= ranges[i] && opcode <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }

    @PyFunction("is_valid($module, /, opcode)")
    boolean isValid(final int opcode) {
        return in(VALID, opcode);
    }

    @PyFunction("has_arg($module, /, opcode)")
    boolean hasArg(final int opcode) {
        return in(ARG, opcode);
    }

    @PyFunction("has_const($module, /, opcode)")
    boolean hasConst(final int opcode) {
        return in(CONST, opcode);
    }

    @PyFunction("has_name($module, /, opcode)")
    boolean hasName(final int opcode) {
        return in(NAME, opcode);
    }

    @PyFunction("has_jump($module, /, opcode)")
    boolean hasJump(final int opcode) {
        return in(JUMP, opcode);
    }

    @PyFunction("has_free($module, /, opcode)")
    boolean hasFree(final int opcode) {
        return in(FREE, opcode);
    }

    @PyFunction("has_local($module, /, opcode)")
    boolean hasLocal(final int opcode) {
        return in(LOCAL, opcode);
    }

    @PyFunction("has_exc($module, /, opcode)")
    boolean hasExc(final int opcode) {
        return in(EXC, opcode);
    }

    @PyFunction("stack_effect($module, opcode, oparg=None, /, *, jump=None)")
    Object stackEffect(final int opcode, final Object oparg, final Object jump) {
        throw Errors.notImplemented("stack_effect() is not implemented: Adder's code has registers, not a stack");
    }

    @PyFunction("get_specialization_stats($module, /)")
    Object specializationStats() {
        return PyNone.NONE;
    }

    @PyFunction("get_nb_ops($module, /)")
    Object binaryOperators(final ThreadState ts) {
        final PyList out = new PyList();
        for (int i = 0; i < BINARY.length; i += 2) {
            out.append(ts, PyTuple.of("NB_" + BINARY[i], BINARY[i + 1]));
        }
        for (int i = 0; i < BINARY.length; i += 2) {
            out.append(ts, PyTuple.of("NB_INPLACE_" + BINARY[i], BINARY[i + 1] + "="));
        }
        out.append(ts, PyTuple.of("NB_SUBSCR", "[]"));
        return out;
    }

    @PyFunction("get_intrinsic1_descs($module, /)")
    Object intrinsics1() {
        return PyList.of("INTRINSIC_1_INVALID", "INTRINSIC_PRINT", "INTRINSIC_IMPORT_STAR",
                "INTRINSIC_STOPITERATION_ERROR", "INTRINSIC_ASYNC_GEN_WRAP", "INTRINSIC_UNARY_POSITIVE",
                "INTRINSIC_LIST_TO_TUPLE", "INTRINSIC_TYPEVAR", "INTRINSIC_PARAMSPEC", "INTRINSIC_TYPEVARTUPLE",
                "INTRINSIC_SUBSCRIPT_GENERIC", "INTRINSIC_TYPEALIAS");
    }

    @PyFunction("get_intrinsic2_descs($module, /)")
    Object intrinsics2() {
        return PyList.of("INTRINSIC_2_INVALID", "INTRINSIC_PREP_RERAISE_STAR", "INTRINSIC_TYPEVAR_WITH_BOUND",
                "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS", "INTRINSIC_SET_FUNCTION_TYPE_PARAMS",
                "INTRINSIC_SET_TYPEPARAM_DEFAULT");
    }

    @PyFunction("get_special_method_names($module, /)")
    Object specialMethods() {
        return PyList.of("__enter__", "__exit__", "__aenter__", "__aexit__");
    }

    @PyFunction("get_executor($module, /, code, offset)")
    Object executor(final Object code, final Object offset) {
        throw Errors.runtimeError("Executors are not available in this build");
    }
}
