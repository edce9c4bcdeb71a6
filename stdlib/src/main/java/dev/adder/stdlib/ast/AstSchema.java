package dev.adder.stdlib.ast;

/**
 * The classes of the {@code ast} module: CPython 3.14's {@code Python.asdl}. A type is one class with its own name (a
 * product), or several that have the type as their base (a sum). A field's type ends in {@code ?} where it is optional,
 * {@code *} where it is a list, {@code ?*} where it is a list with gaps.
 */
final class AstSchema {
    /**
     * A class a row: the sum that it belongs to, or null; its name; the type and the name of each field. Not one text in
     * the schema's own form: taking that apart was 3 ms of the 8 that {@code import _ast} took.
     */
    static final String[][] ROWS = {
        {"mod", "Module", "stmt*", "body", "type_ignore*", "type_ignores"},
        {"mod", "Interactive", "stmt*", "body"},
        {"mod", "Expression", "expr", "body"},
        {"mod", "FunctionType", "expr*", "argtypes", "expr", "returns"},
        {"stmt", "FunctionDef", "identifier", "name", "arguments", "args", "stmt*", "body", "expr*", "decorator_list",
            "expr?", "returns", "string?", "type_comment", "type_param*", "type_params"},
        {"stmt", "AsyncFunctionDef", "identifier", "name", "arguments", "args", "stmt*", "body", "expr*",
            "decorator_list", "expr?", "returns", "string?", "type_comment", "type_param*", "type_params"},
        {"stmt", "ClassDef", "identifier", "name", "expr*", "bases", "keyword*", "keywords", "stmt*", "body", "expr*",
            "decorator_list", "type_param*", "type_params"},
        {"stmt", "Return", "expr?", "value"},
        {"stmt", "Delete", "expr*", "targets"},
        {"stmt", "Assign", "expr*", "targets", "expr", "value", "string?", "type_comment"},
        {"stmt", "TypeAlias", "expr", "name", "type_param*", "type_params", "expr", "value"},
        {"stmt", "AugAssign", "expr", "target", "operator", "op", "expr", "value"},
        {"stmt", "AnnAssign", "expr", "target", "expr", "annotation", "expr?", "value", "int", "simple"},
        {"stmt", "For", "expr", "target", "expr", "iter", "stmt*", "body", "stmt*", "orelse", "string?",
            "type_comment"},
        {"stmt", "AsyncFor", "expr", "target", "expr", "iter", "stmt*", "body", "stmt*", "orelse", "string?",
            "type_comment"},
        {"stmt", "While", "expr", "test", "stmt*", "body", "stmt*", "orelse"},
        {"stmt", "If", "expr", "test", "stmt*", "body", "stmt*", "orelse"},
        {"stmt", "With", "withitem*", "items", "stmt*", "body", "string?", "type_comment"},
        {"stmt", "AsyncWith", "withitem*", "items", "stmt*", "body", "string?", "type_comment"},
        {"stmt", "Match", "expr", "subject", "match_case*", "cases"},
        {"stmt", "Raise", "expr?", "exc", "expr?", "cause"},
        {"stmt", "Try", "stmt*", "body", "excepthandler*", "handlers", "stmt*", "orelse", "stmt*", "finalbody"},
        {"stmt", "TryStar", "stmt*", "body", "excepthandler*", "handlers", "stmt*", "orelse", "stmt*", "finalbody"},
        {"stmt", "Assert", "expr", "test", "expr?", "msg"},
        {"stmt", "Import", "alias*", "names"},
        {"stmt", "ImportFrom", "identifier?", "module", "alias*", "names", "int?", "level"},
        {"stmt", "Global", "identifier*", "names"},
        {"stmt", "Nonlocal", "identifier*", "names"},
        {"stmt", "Expr", "expr", "value"},
        {"stmt", "Pass"},
        {"stmt", "Break"},
        {"stmt", "Continue"},
        {"expr", "BoolOp", "boolop", "op", "expr*", "values"},
        {"expr", "NamedExpr", "expr", "target", "expr", "value"},
        {"expr", "BinOp", "expr", "left", "operator", "op", "expr", "right"},
        {"expr", "UnaryOp", "unaryop", "op", "expr", "operand"},
        {"expr", "Lambda", "arguments", "args", "expr", "body"},
        {"expr", "IfExp", "expr", "test", "expr", "body", "expr", "orelse"},
        {"expr", "Dict", "expr?*", "keys", "expr*", "values"},
        {"expr", "Set", "expr*", "elts"},
        {"expr", "ListComp", "expr", "elt", "comprehension*", "generators"},
        {"expr", "SetComp", "expr", "elt", "comprehension*", "generators"},
        {"expr", "DictComp", "expr", "key", "expr", "value", "comprehension*", "generators"},
        {"expr", "GeneratorExp", "expr", "elt", "comprehension*", "generators"},
        {"expr", "Await", "expr", "value"},
        {"expr", "Yield", "expr?", "value"},
        {"expr", "YieldFrom", "expr", "value"},
        {"expr", "Compare", "expr", "left", "cmpop*", "ops", "expr*", "comparators"},
        {"expr", "Call", "expr", "func", "expr*", "args", "keyword*", "keywords"},
        {"expr", "FormattedValue", "expr", "value", "int", "conversion", "expr?", "format_spec"},
        {"expr", "Interpolation", "expr", "value", "constant", "str", "int", "conversion", "expr?", "format_spec"},
        {"expr", "JoinedStr", "expr*", "values"},
        {"expr", "TemplateStr", "expr*", "values"},
        {"expr", "Constant", "constant", "value", "string?", "kind"},
        {"expr", "Attribute", "expr", "value", "identifier", "attr", "expr_context", "ctx"},
        {"expr", "Subscript", "expr", "value", "expr", "slice", "expr_context", "ctx"},
        {"expr", "Starred", "expr", "value", "expr_context", "ctx"},
        {"expr", "Name", "identifier", "id", "expr_context", "ctx"},
        {"expr", "List", "expr*", "elts", "expr_context", "ctx"},
        {"expr", "Tuple", "expr*", "elts", "expr_context", "ctx"},
        {"expr", "Slice", "expr?", "lower", "expr?", "upper", "expr?", "step"},
        {"expr_context", "Load"},
        {"expr_context", "Store"},
        {"expr_context", "Del"},
        {"boolop", "And"},
        {"boolop", "Or"},
        {"operator", "Add"},
        {"operator", "Sub"},
        {"operator", "Mult"},
        {"operator", "MatMult"},
        {"operator", "Div"},
        {"operator", "Mod"},
        {"operator", "Pow"},
        {"operator", "LShift"},
        {"operator", "RShift"},
        {"operator", "BitOr"},
        {"operator", "BitXor"},
        {"operator", "BitAnd"},
        {"operator", "FloorDiv"},
        {"unaryop", "Invert"},
        {"unaryop", "Not"},
        {"unaryop", "UAdd"},
        {"unaryop", "USub"},
        {"cmpop", "Eq"},
        {"cmpop", "NotEq"},
        {"cmpop", "Lt"},
        {"cmpop", "LtE"},
        {"cmpop", "Gt"},
        {"cmpop", "GtE"},
        {"cmpop", "Is"},
        {"cmpop", "IsNot"},
        {"cmpop", "In"},
        {"cmpop", "NotIn"},
        {null, "comprehension", "expr", "target", "expr", "iter", "expr*", "ifs", "int", "is_async"},
        {"excepthandler", "ExceptHandler", "expr?", "type", "identifier?", "name", "stmt*", "body"},
        {null, "arguments", "arg*", "posonlyargs", "arg*", "args", "arg?", "vararg", "arg*", "kwonlyargs", "expr?*",
            "kw_defaults", "arg?", "kwarg", "expr*", "defaults"},
        {null, "arg", "identifier", "arg", "expr?", "annotation", "string?", "type_comment"},
        {null, "keyword", "identifier?", "arg", "expr", "value"},
        {null, "alias", "identifier", "name", "identifier?", "asname"},
        {null, "withitem", "expr", "context_expr", "expr?", "optional_vars"},
        {null, "match_case", "pattern", "pattern", "expr?", "guard", "stmt*", "body"},
        {"pattern", "MatchValue", "expr", "value"},
        {"pattern", "MatchSingleton", "constant", "value"},
        {"pattern", "MatchSequence", "pattern*", "patterns"},
        {"pattern", "MatchMapping", "expr*", "keys", "pattern*", "patterns", "identifier?", "rest"},
        {"pattern", "MatchClass", "expr", "cls", "pattern*", "patterns", "identifier*", "kwd_attrs", "pattern*",
            "kwd_patterns"},
        {"pattern", "MatchStar", "identifier?", "name"},
        {"pattern", "MatchAs", "pattern?", "pattern", "identifier?", "name"},
        {"pattern", "MatchOr", "pattern*", "patterns"},
        {"type_ignore", "TypeIgnore", "int", "lineno", "string", "tag"},
        {"type_param", "TypeVar", "identifier", "name", "expr?", "bound", "expr?", "default_value"},
        {"type_param", "ParamSpec", "identifier", "name", "expr?", "default_value"},
        {"type_param", "TypeVarTuple", "identifier", "name", "expr?", "default_value"},
    };

    /** Where in a row the fields begin. */
    static final int FIELDS = 2;

    private AstSchema() {
    }

    /** Whether the nodes of a type have a place in the source. */
    static boolean isPlaced(final String type) {
        return switch (type) {
            case "stmt", "expr", "excepthandler", "pattern", "type_param", "arg", "keyword", "alias" -> true;
            default -> false;
        };
    }

    /** Whether the end of that place may be missing. */
    static boolean isOpenEnd(final String type) {
        return switch (type) {
            case "stmt", "expr", "excepthandler", "arg", "keyword", "alias" -> true;
            default -> false;
        };
    }

    static boolean isOptional(final String fieldType) {
        return fieldType.endsWith("?");
    }

    static boolean isList(final String fieldType) {
        return fieldType.endsWith("*");
    }

    /** A field's type without its mark. */
    static String plain(final String fieldType) {
        int end = fieldType.length();
        while (fieldType.charAt(end - 1) == '*' || fieldType.charAt(end - 1) == '?') {
            end--;
        }
        return fieldType.substring(0, end);
    }

    /** What CPython shows as a class's docstring: its text in the schema. */
    static String doc(final String[] row) {
        if (row.length == FIELDS) {
            return row[1];
        }
        final StringBuilder b = new StringBuilder(row[1]).append('(');
        for (int i = FIELDS; i < row.length; i += 2) {
            b.append(i == FIELDS ? "" : ", ").append(row[i]).append(' ').append(row[i + 1]);
        }
        return b.append(')').toString();
    }

    /** The same for a sum. */
    static String sumDoc(final String sum) {
        boolean plain = true;
        for (final String[] row : ROWS) {
            plain &= !sum.equals(row[0]) || row.length == FIELDS;
        }
        final String next = (plain ? " " : "\n".concat(" ".repeat(sum.length() + 1))).concat("| ");
        final StringBuilder b = new StringBuilder(sum).append(" = ");
        boolean first = true;
        for (final String[] row : ROWS) {
            if (sum.equals(row[0])) {
                b.append(first ? "" : next).append(doc(row));
                first = false;
            }
        }
        return b.toString();
    }
}
