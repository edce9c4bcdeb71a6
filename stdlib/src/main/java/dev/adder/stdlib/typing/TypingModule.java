package dev.adder.stdlib.typing;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyGeneric;
import dev.adder.runtime.objects.PyNoDefault;
import dev.adder.runtime.objects.PyParamSpec;
import dev.adder.runtime.objects.PyTypeAlias;
import dev.adder.runtime.objects.PyTypeVar;
import dev.adder.runtime.objects.PyTypeVarTuple;
import dev.adder.runtime.objects.PyUnion;

/** The module {@code _typing}: what of {@code typing} the language itself needs. */
@PyModuleSpec("_typing")
public final class TypingModule extends NativeModule {
    @PyConstant("TypeVar")
    static final Object TYPE_VAR = PyTypeVar.TYPE;
    @PyConstant("ParamSpec")
    static final Object PARAM_SPEC = PyParamSpec.TYPE;
    @PyConstant("ParamSpecArgs")
    static final Object PARAM_SPEC_ARGS = PyParamSpec.Args.TYPE;
    @PyConstant("ParamSpecKwargs")
    static final Object PARAM_SPEC_KWARGS = PyParamSpec.Kwargs.TYPE;
    @PyConstant("TypeVarTuple")
    static final Object TYPE_VAR_TUPLE = PyTypeVarTuple.TYPE;
    @PyConstant("TypeAliasType")
    static final Object TYPE_ALIAS_TYPE = PyTypeAlias.TYPE;
    @PyConstant("Generic")
    static final Object GENERIC = PyGeneric.TYPE;
    @PyConstant("Union")
    static final Object UNION = PyUnion.TYPE;
    @PyConstant("NoDefault")
    static final Object NO_DEFAULT = PyNoDefault.INSTANCE;

    @Override
    public BuiltinTable table() {
        return new TypingModuleTable();
    }

    @PyFunction("_idfunc($module, x, /)")
    static Object idFunc(final Object x) {
        return x;
    }
}
