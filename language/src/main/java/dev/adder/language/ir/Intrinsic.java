package dev.adder.language.ir;

/** Rare operations of {@link Op#INTRINSIC}, one row each; the operand is the ordinal. All return a non-null object. */
public enum Intrinsic {
    PRINT_EXPR(1, "sys.displayhook(value); None."),
    IMPORT_STAR(1, "from module import *, into the frame's locals mapping; None."),
    SETUP_ANNOTATIONS(0, "Makes the locals mapping have __annotations__ (a dict); None."),
    PREP_RERAISE_STAR(2, "(original exception, list of what except* bodies raised or did not handle): the exception "
            + "to raise, or None (CPython _PyExc_PrepReraiseStar)."),
    TYPEVAR(1, "typing.TypeVar(name)."),
    TYPEVAR_WITH_BOUND(2, "TypeVar(name) with the lazily called bound."),
    TYPEVAR_WITH_CONSTRAINTS(2, "TypeVar(name) with the lazily called constraints."),
    PARAMSPEC(1, "typing.ParamSpec(name)."),
    TYPEVARTUPLE(1, "typing.TypeVarTuple(name)."),
    SET_TYPEPARAM_DEFAULT(2, "Gives the type parameter its lazily called default; the type parameter."),
    SUBSCRIPT_GENERIC(1, "typing.Generic[type parameters (a tuple)]."),
    TYPEALIAS(3, "typing.TypeAliasType(name, type parameters (a tuple or None), lazily called value)."),
    SET_FUNCTION_TYPE_PARAMS(2, "function.__type_params__ = tuple; the function."),
    RELEASE_VIEW(2, "(callee, argument) of bytes(memoryview(x)[a:b]): if they are bytes and a memoryview, the two views "
            + "that nobody else has are released, as CPython's reference counts do; None.");

    private static final Intrinsic[] ALL = values();
    private final int arguments;
    private final String meaning;

    Intrinsic(int arguments, String meaning) {
        this.arguments = arguments;
        this.meaning = meaning;
    }

    public static Intrinsic of(int which) {
        return ALL[which];
    }

    public static int count() {
        return ALL.length;
    }

    public int arguments() {
        return arguments;
    }

    public String meaning() {
        return meaning;
    }
}
