package dev.adder.stdlib.ast;

import java.util.ArrayList;
import java.util.List;

/** The classes of the {@code ast} module: CPython 3.14's {@code Python.asdl}, one type a line. */
final class AstSchema {
    /** A field: "expr", "identifier" ...; optional ({@code ?}), a list ({@code *}) or a list with gaps ({@code ?*}). */
    record Field(String type, String mark, String name) {
        boolean isList() {
            return mark.endsWith("*");
        }

        boolean isOptional() {
            return mark.equals("?");
        }
    }

    /** A class with fields; {@code doc} is its text in the schema. */
    record Constructor(String name, List<Field> fields, String doc) {
    }

    /** A type: of several constructors (a sum), or of one that has its own name (a product). */
    record Type(String name, boolean sum, List<Constructor> constructors) {
        /** What CPython shows as the class's docstring. */
        String doc() {
            if (!sum) {
                return constructors.get(0).doc();
            }
            boolean plain = true;
            for (Constructor c : constructors) {
                plain &= c.fields().isEmpty();
            }
            StringBuilder b = new StringBuilder(name).append(" = ");
            for (int i = 0; i < constructors.size(); i++) {
                if (i > 0) {
                    b.append(plain ? " " : "\n".concat(" ".repeat(name.length() + 1))).append("| ");
                }
                b.append(constructors.get(i).doc());
            }
            return b.toString();
        }
    }

    private static final String TEXT = """
        mod = Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr body) | \
        FunctionType(expr* argtypes, expr returns)
        stmt = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, \
        string? type_comment, type_param* type_params) | AsyncFunctionDef(identifier name, arguments args, stmt* \
        body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params) | \
        ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* \
        type_params) | Return(expr? value) | Delete(expr* targets) | Assign(expr* targets, expr value, string? \
        type_comment) | TypeAlias(expr name, type_param* type_params, expr value) | AugAssign(expr target, \
        operator op, expr value) | AnnAssign(expr target, expr annotation, expr? value, int simple) | For(expr \
        target, expr iter, stmt* body, stmt* orelse, string? type_comment) | AsyncFor(expr target, expr iter, \
        stmt* body, stmt* orelse, string? type_comment) | While(expr test, stmt* body, stmt* orelse) | If(expr \
        test, stmt* body, stmt* orelse) | With(withitem* items, stmt* body, string? type_comment) | \
        AsyncWith(withitem* items, stmt* body, string? type_comment) | Match(expr subject, match_case* cases) | \
        Raise(expr? exc, expr? cause) | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) \
        | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | Assert(expr test, expr? \
        msg) | Import(alias* names) | ImportFrom(identifier? module, alias* names, int? level) | \
        Global(identifier* names) | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | Continue
        expr = BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value) | BinOp(expr left, operator \
        op, expr right) | UnaryOp(unaryop op, expr operand) | Lambda(arguments args, expr body) | IfExp(expr \
        test, expr body, expr orelse) | Dict(expr?* keys, expr* values) | Set(expr* elts) | ListComp(expr elt, \
        comprehension* generators) | SetComp(expr elt, comprehension* generators) | DictComp(expr key, expr \
        value, comprehension* generators) | GeneratorExp(expr elt, comprehension* generators) | Await(expr \
        value) | Yield(expr? value) | YieldFrom(expr value) | Compare(expr left, cmpop* ops, expr* comparators) \
        | Call(expr func, expr* args, keyword* keywords) | FormattedValue(expr value, int conversion, expr? \
        format_spec) | Interpolation(expr value, constant str, int conversion, expr? format_spec) | \
        JoinedStr(expr* values) | TemplateStr(expr* values) | Constant(constant value, string? kind) | \
        Attribute(expr value, identifier attr, expr_context ctx) | Subscript(expr value, expr slice, \
        expr_context ctx) | Starred(expr value, expr_context ctx) | Name(identifier id, expr_context ctx) | \
        List(expr* elts, expr_context ctx) | Tuple(expr* elts, expr_context ctx) | Slice(expr? lower, expr? \
        upper, expr? step)
        expr_context = Load | Store | Del
        boolop = And | Or
        operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | \
        FloorDiv
        unaryop = Invert | Not | UAdd | USub
        cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
        comprehension(expr target, expr iter, expr* ifs, int is_async)
        excepthandler = ExceptHandler(expr? type, identifier? name, stmt* body)
        arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr?* kw_defaults, arg? kwarg, \
        expr* defaults)
        arg(identifier arg, expr? annotation, string? type_comment)
        keyword(identifier? arg, expr value)
        alias(identifier name, identifier? asname)
        withitem(expr context_expr, expr? optional_vars)
        match_case(pattern pattern, expr? guard, stmt* body)
        pattern = MatchValue(expr value) | MatchSingleton(constant value) | MatchSequence(pattern* patterns) | \
        MatchMapping(expr* keys, pattern* patterns, identifier? rest) | MatchClass(expr cls, pattern* patterns, \
        identifier* kwd_attrs, pattern* kwd_patterns) | MatchStar(identifier? name) | MatchAs(pattern? pattern, \
        identifier? name) | MatchOr(pattern* patterns)
        type_ignore = TypeIgnore(int lineno, string tag)
        type_param = TypeVar(identifier name, expr? bound, expr? default_value) | ParamSpec(identifier name, \
        expr? default_value) | TypeVarTuple(identifier name, expr? default_value)
        """;

    /** Types whose nodes have a place in the source. */
    private static final String PLACED = " stmt expr excepthandler pattern type_param arg keyword alias ";
    /** Those of them whose end may be missing. */
    private static final String OPEN_END = " stmt expr excepthandler arg keyword alias ";

    private AstSchema() {
    }

    static boolean isPlaced(String type) {
        return PLACED.contains(" " + type + " ");
    }

    static boolean isOpenEnd(String type) {
        return OPEN_END.contains(" " + type + " ");
    }

    static List<Type> types() {
        List<Type> out = new ArrayList<>();
        for (String line : TEXT.split("\n")) {
            String s = line.strip();
            if (s.isEmpty()) {
                continue;
            }
            int eq = s.indexOf(" = ");
            if (eq < 0) {
                Constructor c = constructor(s);
                out.add(new Type(c.name(), false, List.of(c)));
                continue;
            }
            List<Constructor> all = new ArrayList<>();
            for (String one : s.substring(eq + 3).split(" \\| ")) {
                all.add(constructor(one.strip()));
            }
            out.add(new Type(s.substring(0, eq), true, all));
        }
        return out;
    }

    private static Constructor constructor(String doc) {
        int open = doc.indexOf('(');
        if (open < 0) {
            return new Constructor(doc, List.of(), doc);
        }
        List<Field> fields = new ArrayList<>();
        for (String part : doc.substring(open + 1, doc.length() - 1).split(", ")) {
            int space = part.indexOf(' ');
            String type = part.substring(0, space);
            int mark = type.length();
            while (type.charAt(mark - 1) == '*' || type.charAt(mark - 1) == '?') {
                mark--;
            }
            fields.add(new Field(type.substring(0, mark), type.substring(mark), part.substring(space + 1)));
        }
        return new Constructor(doc.substring(0, open), fields, doc);
    }
}
