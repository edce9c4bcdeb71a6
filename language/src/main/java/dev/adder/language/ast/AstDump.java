package dev.adder.language.ast;

import dev.adder.language.text.FloatText;
import dev.adder.language.text.Quote;
import dev.adder.language.text.Str;
import java.math.BigInteger;
import java.util.List;

/** Prints a tree as CPython's {@code ast.dump(tree, include_attributes=...)} does. */
public final class AstDump {
    private final StringBuilder out = new StringBuilder(1 << 12);
    private final boolean attributes;
    private boolean first;

    private AstDump(boolean attributes) {
        this.attributes = attributes;
    }

    public static String dump(Node tree, boolean includeAttributes) {
        AstDump d = new AstDump(includeAttributes);
        d.node(tree);
        return d.out.toString();
    }

    // ---- the form ----

    private void open(String name) {
        out.append(name).append('(');
        first = true;
    }

    private void close(Span span) {
        if (attributes && span != null) {
            number("lineno", span.line());
            number("col_offset", span.col());
            number("end_lineno", span.endLine());
            number("end_col_offset", span.endCol());
        }
        out.append(')');
        first = false;
    }

    private void key(String name) {
        if (!first) {
            out.append(", ");
        }
        first = false;
        out.append(name).append('=');
    }

    private void number(String name, int value) {
        key(name);
        out.append(value);
    }

    private void name(String name, String value) {
        if (value != null) {
            key(name);
            string(Str.fromNameKey(value));
        }
    }

    private void text(String name, String value) {
        if (value != null) {
            key(name);
            string(Str.ofUtf16(value));
        }
    }

    /** A node, left out when absent. */
    private void child(String name, Node value) {
        if (value != null) {
            key(name);
            node(value);
        }
    }

    /** A list, left out when empty. */
    private void list(String name, List<?> values) {
        if (values.isEmpty()) {
            return;
        }
        key(name);
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            item(values.get(i));
        }
        out.append(']');
        first = false;
    }

    private void item(Object value) {
        switch (value) {
            case null -> out.append("None");
            case Node n -> node(n);
            case CmpOp op -> out.append(switch (op) {
                case EQ -> "Eq()";
                case NOT_EQ -> "NotEq()";
                case LT -> "Lt()";
                case LT_E -> "LtE()";
                case GT -> "Gt()";
                case GT_E -> "GtE()";
                case IS -> "Is()";
                case IS_NOT -> "IsNot()";
                case IN -> "In()";
                case NOT_IN -> "NotIn()";
            });
            default -> string(Str.fromNameKey((String) value));
        }
    }

    private void word(String name, String constructor) {
        key(name);
        out.append(constructor).append("()");
    }

    private void ctx(ExprContext ctx) {
        word("ctx", switch (ctx) {
            case LOAD -> "Load";
            case STORE -> "Store";
            case DEL -> "Del";
        });
    }

    private void operator(Operator op) {
        word("op", switch (op) {
            case ADD -> "Add";
            case SUB -> "Sub";
            case MULT -> "Mult";
            case MAT_MULT -> "MatMult";
            case DIV -> "Div";
            case MOD -> "Mod";
            case POW -> "Pow";
            case L_SHIFT -> "LShift";
            case R_SHIFT -> "RShift";
            case BIT_OR -> "BitOr";
            case BIT_XOR -> "BitXor";
            case BIT_AND -> "BitAnd";
            case FLOOR_DIV -> "FloorDiv";
        });
    }

    // ---- nodes ----

    private void node(Node n) {
        switch (n) {
            case Mod m -> mod(m);
            case Stmt s -> stmt(s);
            case Expr e -> expr(e);
            case Pattern p -> pattern(p);
            case TypeParam t -> typeParam(t);
            default -> product(n);
        }
    }

    private void mod(Mod m) {
        switch (m) {
            case Mod.Module x -> {
                open("Module");
                list("body", x.body());
                list("type_ignores", x.typeIgnores());
            }
            case Mod.Interactive x -> {
                open("Interactive");
                list("body", x.body());
            }
            case Mod.Expression x -> {
                open("Expression");
                child("body", x.body());
            }
            case Mod.FunctionType x -> {
                open("FunctionType");
                list("argtypes", x.argtypes());
                child("returns", x.returns());
            }
        }
        close(null);
    }

    private void product(Node n) {
        switch (n) {
            case ExceptHandler x -> {
                open("ExceptHandler");
                child("type", x.type());
                name("name", x.name());
                list("body", x.body());
                close(x.span());
            }
            case TypeIgnore x -> {
                open("TypeIgnore");
                number("lineno", x.lineno());
                text("tag", x.tag());
                close(null);
            }
            case Comprehension x -> {
                open("comprehension");
                child("target", x.target());
                child("iter", x.iter());
                list("ifs", x.ifs());
                number("is_async", x.isAsync() ? 1 : 0);
                close(null);
            }
            case Arguments x -> {
                open("arguments");
                list("posonlyargs", x.posonlyargs());
                list("args", x.args());
                child("vararg", x.vararg());
                list("kwonlyargs", x.kwonlyargs());
                list("kw_defaults", x.kwDefaults());
                child("kwarg", x.kwarg());
                list("defaults", x.defaults());
                close(null);
            }
            case Arg x -> {
                open("arg");
                name("arg", x.arg());
                child("annotation", x.annotation());
                text("type_comment", x.typeComment());
                close(x.span());
            }
            case Keyword x -> {
                open("keyword");
                name("arg", x.arg());
                child("value", x.value());
                close(x.span());
            }
            case Alias x -> {
                open("alias");
                name("name", x.name());
                name("asname", x.asname());
                close(x.span());
            }
            case WithItem x -> {
                open("withitem");
                child("context_expr", x.contextExpr());
                child("optional_vars", x.optionalVars());
                close(null);
            }
            case MatchCase x -> {
                open("match_case");
                child("pattern", x.pattern());
                child("guard", x.guard());
                list("body", x.body());
                close(null);
            }
            default -> throw new AssertionError(n);
        }
    }

    private void typeParam(TypeParam t) {
        switch (t) {
            case TypeParam.TypeVar x -> {
                open("TypeVar");
                name("name", x.name());
                child("bound", x.bound());
            }
            case TypeParam.ParamSpec x -> {
                open("ParamSpec");
                name("name", x.name());
            }
            case TypeParam.TypeVarTuple x -> {
                open("TypeVarTuple");
                name("name", x.name());
            }
        }
        child("default_value", t.defaultValue());
        close(t.span());
    }

    private void function(String kind, String name, Arguments args, List<Stmt> body, List<Expr> decorators,
            Expr returns, String comment, List<TypeParam> params) {
        open(kind);
        name("name", name);
        child("args", args);
        list("body", body);
        list("decorator_list", decorators);
        child("returns", returns);
        text("type_comment", comment);
        list("type_params", params);
    }

    private void loop(String kind, Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, String comment) {
        open(kind);
        child("target", target);
        child("iter", iter);
        list("body", body);
        list("orelse", orelse);
        text("type_comment", comment);
    }

    private void with(String kind, List<WithItem> items, List<Stmt> body, String comment) {
        open(kind);
        list("items", items);
        list("body", body);
        text("type_comment", comment);
    }

    private void tryBlock(String kind, List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse,
            List<Stmt> last) {
        open(kind);
        list("body", body);
        list("handlers", handlers);
        list("orelse", orelse);
        list("finalbody", last);
    }

    private void stmt(Stmt s) {
        switch (s) {
            case Stmt.FunctionDef x -> function("FunctionDef", x.name(), x.args(), x.body(), x.decoratorList(),
                    x.returns(), x.typeComment(), x.typeParams());
            case Stmt.AsyncFunctionDef x -> function("AsyncFunctionDef", x.name(), x.args(), x.body(),
                    x.decoratorList(), x.returns(), x.typeComment(), x.typeParams());
            case Stmt.ClassDef x -> {
                open("ClassDef");
                name("name", x.name());
                list("bases", x.bases());
                list("keywords", x.keywords());
                list("body", x.body());
                list("decorator_list", x.decoratorList());
                list("type_params", x.typeParams());
            }
            case Stmt.Return x -> {
                open("Return");
                child("value", x.value());
            }
            case Stmt.Delete x -> {
                open("Delete");
                list("targets", x.targets());
            }
            case Stmt.Assign x -> {
                open("Assign");
                list("targets", x.targets());
                child("value", x.value());
                text("type_comment", x.typeComment());
            }
            case Stmt.TypeAlias x -> {
                open("TypeAlias");
                child("name", x.name());
                list("type_params", x.typeParams());
                child("value", x.value());
            }
            case Stmt.AugAssign x -> {
                open("AugAssign");
                child("target", x.target());
                operator(x.op());
                child("value", x.value());
            }
            case Stmt.AnnAssign x -> {
                open("AnnAssign");
                child("target", x.target());
                child("annotation", x.annotation());
                child("value", x.value());
                number("simple", x.simple() ? 1 : 0);
            }
            case Stmt.For x -> loop("For", x.target(), x.iter(), x.body(), x.orelse(), x.typeComment());
            case Stmt.AsyncFor x -> loop("AsyncFor", x.target(), x.iter(), x.body(), x.orelse(), x.typeComment());
            case Stmt.While x -> {
                open("While");
                child("test", x.test());
                list("body", x.body());
                list("orelse", x.orelse());
            }
            case Stmt.If x -> {
                open("If");
                child("test", x.test());
                list("body", x.body());
                list("orelse", x.orelse());
            }
            case Stmt.With x -> with("With", x.items(), x.body(), x.typeComment());
            case Stmt.AsyncWith x -> with("AsyncWith", x.items(), x.body(), x.typeComment());
            case Stmt.Match x -> {
                open("Match");
                child("subject", x.subject());
                list("cases", x.cases());
            }
            case Stmt.Raise x -> {
                open("Raise");
                child("exc", x.exc());
                child("cause", x.cause());
            }
            case Stmt.Try x -> tryBlock("Try", x.body(), x.handlers(), x.orelse(), x.finalbody());
            case Stmt.TryStar x -> tryBlock("TryStar", x.body(), x.handlers(), x.orelse(), x.finalbody());
            case Stmt.Assert x -> {
                open("Assert");
                child("test", x.test());
                child("msg", x.msg());
            }
            case Stmt.Import x -> {
                open("Import");
                list("names", x.names());
            }
            case Stmt.ImportFrom x -> {
                open("ImportFrom");
                name("module", x.module());
                list("names", x.names());
                number("level", x.level());
            }
            case Stmt.Global x -> {
                open("Global");
                list("names", x.names());
            }
            case Stmt.Nonlocal x -> {
                open("Nonlocal");
                list("names", x.names());
            }
            case Stmt.ExprStmt x -> {
                open("Expr");
                child("value", x.value());
            }
            case Stmt.Pass x -> open("Pass");
            case Stmt.Break x -> open("Break");
            case Stmt.Continue x -> open("Continue");
        }
        close(s.span());
    }

    private void comprehension(String kind, Expr elt, List<Comprehension> generators) {
        open(kind);
        child("elt", elt);
        list("generators", generators);
    }

    private void expr(Expr e) {
        switch (e) {
            case Expr.BoolOp x -> {
                open("BoolOp");
                word("op", x.op() == BoolOpKind.AND ? "And" : "Or");
                list("values", x.values());
            }
            case Expr.NamedExpr x -> {
                open("NamedExpr");
                child("target", x.target());
                child("value", x.value());
            }
            case Expr.BinOp x -> {
                open("BinOp");
                child("left", x.left());
                operator(x.op());
                child("right", x.right());
            }
            case Expr.UnaryOp x -> {
                open("UnaryOp");
                word("op", switch (x.op()) {
                    case INVERT -> "Invert";
                    case NOT -> "Not";
                    case U_ADD -> "UAdd";
                    case U_SUB -> "USub";
                });
                child("operand", x.operand());
            }
            case Expr.Lambda x -> {
                open("Lambda");
                child("args", x.args());
                child("body", x.body());
            }
            case Expr.IfExp x -> {
                open("IfExp");
                child("test", x.test());
                child("body", x.body());
                child("orelse", x.orelse());
            }
            case Expr.Dict x -> {
                open("Dict");
                list("keys", x.keys());
                list("values", x.values());
            }
            case Expr.Set x -> {
                open("Set");
                list("elts", x.elts());
            }
            case Expr.ListComp x -> comprehension("ListComp", x.elt(), x.generators());
            case Expr.SetComp x -> comprehension("SetComp", x.elt(), x.generators());
            case Expr.GeneratorExp x -> comprehension("GeneratorExp", x.elt(), x.generators());
            case Expr.DictComp x -> {
                open("DictComp");
                child("key", x.key());
                child("value", x.value());
                list("generators", x.generators());
            }
            case Expr.Await x -> {
                open("Await");
                child("value", x.value());
            }
            case Expr.Yield x -> {
                open("Yield");
                child("value", x.value());
            }
            case Expr.YieldFrom x -> {
                open("YieldFrom");
                child("value", x.value());
            }
            case Expr.Compare x -> {
                open("Compare");
                child("left", x.left());
                list("ops", x.ops());
                list("comparators", x.comparators());
            }
            case Expr.Call x -> {
                open("Call");
                child("func", x.func());
                list("args", x.args());
                list("keywords", x.keywords());
            }
            case Expr.FormattedValue x -> {
                open("FormattedValue");
                child("value", x.value());
                number("conversion", x.conversion());
                child("format_spec", x.formatSpec());
            }
            case Expr.Interpolation x -> {
                open("Interpolation");
                child("value", x.value());
                key("str");
                string(x.str());
                number("conversion", x.conversion());
                child("format_spec", x.formatSpec());
            }
            case Expr.JoinedStr x -> {
                open("JoinedStr");
                list("values", x.values());
            }
            case Expr.TemplateStr x -> {
                open("TemplateStr");
                list("values", x.values());
            }
            case Expr.Constant x -> {
                open("Constant");
                key("value");
                constant(x.value());
                text("kind", x.kind());
            }
            case Expr.Attribute x -> {
                open("Attribute");
                child("value", x.value());
                name("attr", x.attr());
                ctx(x.ctx());
            }
            case Expr.Subscript x -> {
                open("Subscript");
                child("value", x.value());
                child("slice", x.slice());
                ctx(x.ctx());
            }
            case Expr.Starred x -> {
                open("Starred");
                child("value", x.value());
                ctx(x.ctx());
            }
            case Expr.Name x -> {
                open("Name");
                name("id", x.id());
                ctx(x.ctx());
            }
            case Expr.List x -> {
                open("List");
                list("elts", x.elts());
                ctx(x.ctx());
            }
            case Expr.Tuple x -> {
                open("Tuple");
                list("elts", x.elts());
                ctx(x.ctx());
            }
            case Expr.Slice x -> {
                open("Slice");
                child("lower", x.lower());
                child("upper", x.upper());
                child("step", x.step());
            }
        }
        close(e.span());
    }

    private void pattern(Pattern p) {
        switch (p) {
            case Pattern.MatchValue x -> {
                open("MatchValue");
                child("value", x.value());
            }
            case Pattern.MatchSingleton x -> {
                open("MatchSingleton");
                key("value");
                constant(x.value());
            }
            case Pattern.MatchSequence x -> {
                open("MatchSequence");
                list("patterns", x.patterns());
            }
            case Pattern.MatchMapping x -> {
                open("MatchMapping");
                list("keys", x.keys());
                list("patterns", x.patterns());
                name("rest", x.rest());
            }
            case Pattern.MatchClass x -> {
                open("MatchClass");
                child("cls", x.cls());
                list("patterns", x.patterns());
                list("kwd_attrs", x.kwdAttrs());
                list("kwd_patterns", x.kwdPatterns());
            }
            case Pattern.MatchStar x -> {
                open("MatchStar");
                name("name", x.name());
            }
            case Pattern.MatchAs x -> {
                open("MatchAs");
                child("pattern", x.pattern());
                name("name", x.name());
            }
            case Pattern.MatchOr x -> {
                open("MatchOr");
                list("patterns", x.patterns());
            }
        }
        close(p.span());
    }

    // ---- constants ----

    private void constant(Object value) {
        switch (value) {
            case Singleton s -> out.append(s == Singleton.NONE ? "None" : "Ellipsis");
            case Boolean b -> out.append(b ? "True" : "False");
            case Long n -> out.append(n.longValue());
            case BigInteger n -> out.append(n);
            case Double d -> out.append(FloatText.repr(d));
            case Const.ComplexConst c -> complex(c);
            case Const.BytesConst b -> out.append(Quote.reprBytes(b.bytes()));
            default -> string(value);
        }
    }

    private void complex(Const.ComplexConst c) {
        String im = FloatText.format(c.im(), 'r', 0, 0);
        if (Double.doubleToRawLongBits(c.re()) == 0) {
            out.append(im).append('j');
        } else {
            out.append('(').append(FloatText.format(c.re(), 'r', 0, 0)).append(im.startsWith("-") ? "" : "+").append(im)
                    .append("j)");
        }
    }

    private void string(Object text) {
        out.append(Str.toJava(Quote.repr(text)));
    }
}
