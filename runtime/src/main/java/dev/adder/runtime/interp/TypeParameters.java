package dev.adder.runtime.interp;

import dev.adder.language.ir.Intrinsic;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyGeneric;
import dev.adder.runtime.objects.PyParamSpec;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.objects.PyTypeAlias;
import dev.adder.runtime.objects.PyTypeVar;
import dev.adder.runtime.objects.PyTypeVarTuple;
import dev.adder.runtime.objects.TypeParameter;
import dev.adder.runtime.ops.PyObjects;

/** Type parameters and type aliases (PEP 695, PEP 696): what the compiler calls to make them. */
final class TypeParameters {
    private TypeParameters() {
    }

    static Object make(final ThreadState ts, final Frame f, final Intrinsic which, final Object[] args) {
        return switch (which) {
            case TYPEVAR -> PyTypeVar.ofSyntax(ts, args[0], null, null);
            case TYPEVAR_WITH_BOUND -> PyTypeVar.ofSyntax(ts, args[0], args[1], null);
            case TYPEVAR_WITH_CONSTRAINTS -> PyTypeVar.ofSyntax(ts, args[0], null, args[1]);
            case PARAMSPEC -> PyParamSpec.ofSyntax(ts, args[0]);
            case TYPEVARTUPLE -> PyTypeVarTuple.ofSyntax(ts, args[0]);
            case SET_TYPEPARAM_DEFAULT -> {
                ((TypeParameter) args[0]).setDefault(args[1]);
                yield args[0];
            }
            case SUBSCRIPT_GENERIC -> Calls.call2(ts, PyTypeVar.typing(ts, "_GenericAlias"), PyGeneric.TYPE,
                    PyTypeVarTuple.unpackAll(ts, (PyTuple) args[0]));
            case TYPEALIAS -> PyTypeAlias.ofSyntax(PyObjects.isText(args[0]) ? args[0] : Str.ofUtf16(args[0].toString()),
                    args[1], args[2]);
            default -> throw Errors.notImplemented("intrinsic " + which + " is not implemented yet");
        };
    }
}
