package dev.adder.stdlib.ast;

import dev.adder.language.ast.Alias;
import dev.adder.language.ast.Arg;
import dev.adder.language.ast.Arguments;
import dev.adder.language.ast.BoolOpKind;
import dev.adder.language.ast.CmpOp;
import dev.adder.language.ast.Comprehension;
import dev.adder.language.ast.ExceptHandler;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.ExprContext;
import dev.adder.language.ast.Keyword;
import dev.adder.language.ast.MatchCase;
import dev.adder.language.ast.Mod;
import dev.adder.language.ast.Node;
import dev.adder.language.ast.Operator;
import dev.adder.language.ast.Pattern;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ast.TypeIgnore;
import dev.adder.language.ast.TypeParam;
import dev.adder.language.ast.UnaryOperator;
import dev.adder.language.ast.WithItem;
import dev.adder.language.text.Str;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.ops.PyObjects;
import java.util.List;

/** Makes {@code ast} objects of the compiler's tree. */
final class AstMaker {
    private final ThreadState ts;
    private final AstModule module;

    AstMaker(final ThreadState ts, final AstModule module) {
        this.ts = ts;
        this.module = module;
    }

    private Object make(final String name, final Span span, final Object... values) {
        final PyType type = module.type(name);
        final PyAst made = new PyAst(type);
        final String[] fields = module.fields(name);
        for (int i = 0; i < fields.length; i++) {
            PyObjects.setAttr(ts, made, fields[i], values[i]);
        }
        if (span != null) {
            PyObjects.setAttr(ts, made, "lineno", (long) span.line());
            PyObjects.setAttr(ts, made, "col_offset", (long) span.col());
            PyObjects.setAttr(ts, made, "end_lineno", (long) span.endLine());
            PyObjects.setAttr(ts, made, "end_col_offset", (long) span.endCol());
        }
        return made;
    }

    private Object list(final List<?> items) {
        final Object[] out = new Object[items.size()];
        for (int i = 0; i < out.length; i++) {
            final Object item = items.get(i);
            out[i] = item instanceof String s ? Str.fromNameKey(s) : item instanceof CmpOp op ? operator(op)
                    : node((Node) item);
        }
        return PyList.of(out);
    }

    private static Object name(final String key) {
        return key == null ? PyNone.NONE : Str.fromNameKey(key);
    }

    private static Object text(final String utf16) {
        return utf16 == null ? PyNone.NONE : Str.ofUtf16(utf16);
    }

    private Object context(final ExprContext x) {
        return module.singleton(switch (x) {
            case LOAD -> "Load";
            case STORE -> "Store";
            case DEL -> "Del";
        });
    }

    private Object operator(final BoolOpKind x) {
        return module.singleton(switch (x) {
            case AND -> "And";
            case OR -> "Or";
        });
    }

    private Object operator(final Operator x) {
        return module.singleton(switch (x) {
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

    private Object operator(final UnaryOperator x) {
        return module.singleton(switch (x) {
            case INVERT -> "Invert";
            case NOT -> "Not";
            case U_ADD -> "UAdd";
            case U_SUB -> "USub";
        });
    }

    private Object operator(final CmpOp x) {
        return module.singleton(switch (x) {
            case EQ -> "Eq";
            case NOT_EQ -> "NotEq";
            case LT -> "Lt";
            case LT_E -> "LtE";
            case GT -> "Gt";
            case GT_E -> "GtE";
            case IS -> "Is";
            case IS_NOT -> "IsNot";
            case IN -> "In";
            case NOT_IN -> "NotIn";
        });
    }

    /** The object of a node; None for none. */
    Object node(final Node n) {
        return switch (n) {
            case null -> PyNone.NONE;
            case Mod x -> mod(x);
            case Stmt x -> stmt(x);
            case Expr x -> expr(x);
            case Pattern x -> pattern(x);
            case TypeParam x -> typeParam(x);
            case ExceptHandler x -> make("ExceptHandler", x.span(), node(x.type()), name(x.name()), list(x.body()));
            case TypeIgnore x -> make("TypeIgnore", null, (long) x.lineno(), text(x.tag()));
            case Comprehension x -> make("comprehension", null, node(x.target()), node(x.iter()), list(x.ifs()),
                    x.isAsync() ? 1L : 0L);
            case Arguments x -> make("arguments", null, list(x.posonlyargs()), list(x.args()), node(x.vararg()),
                    list(x.kwonlyargs()), list(x.kwDefaults()), node(x.kwarg()), list(x.defaults()));
            case Arg x -> make("arg", x.span(), name(x.arg()), node(x.annotation()), text(x.typeComment()));
            case Keyword x -> make("keyword", x.span(), name(x.arg()), node(x.value()));
            case Alias x -> make("alias", x.span(), name(x.name()), name(x.asname()));
            case WithItem x -> make("withitem", null, node(x.contextExpr()), node(x.optionalVars()));
            case MatchCase x -> make("match_case", null, node(x.pattern()), node(x.guard()), list(x.body()));
        };
    }

    private Object mod(final Mod n) {
        return switch (n) {
            case Mod.Module x -> make("Module", null, list(x.body()), list(x.typeIgnores()));
            case Mod.Interactive x -> make("Interactive", null, list(x.body()));
            case Mod.Expression x -> make("Expression", null, node(x.body()));
            case Mod.FunctionType x -> make("FunctionType", null, list(x.argtypes()), node(x.returns()));
        };
    }

    private Object stmt(final Stmt n) {
        return switch (n) {
            case Stmt.FunctionDef x -> make("FunctionDef", x.span(), name(x.name()), node(x.args()), list(x.body()),
                    list(x.decoratorList()), node(x.returns()), text(x.typeComment()), list(x.typeParams()));
            case Stmt.AsyncFunctionDef x -> make("AsyncFunctionDef", x.span(), name(x.name()), node(x.args()),
                    list(x.body()), list(x.decoratorList()), node(x.returns()), text(x.typeComment()),
                    list(x.typeParams()));
            case Stmt.ClassDef x -> make("ClassDef", x.span(), name(x.name()), list(x.bases()), list(x.keywords()),
                    list(x.body()), list(x.decoratorList()), list(x.typeParams()));
            case Stmt.Return x -> make("Return", x.span(), node(x.value()));
            case Stmt.Delete x -> make("Delete", x.span(), list(x.targets()));
            case Stmt.Assign x -> make("Assign", x.span(), list(x.targets()), node(x.value()),
                    text(x.typeComment()));
            case Stmt.TypeAlias x -> make("TypeAlias", x.span(), node(x.name()), list(x.typeParams()),
                    node(x.value()));
            case Stmt.AugAssign x -> make("AugAssign", x.span(), node(x.target()), operator(x.op()),
                    node(x.value()));
            case Stmt.AnnAssign x -> make("AnnAssign", x.span(), node(x.target()), node(x.annotation()),
                    node(x.value()), x.simple() ? 1L : 0L);
            case Stmt.For x -> make("For", x.span(), node(x.target()), node(x.iter()), list(x.body()),
                    list(x.orelse()), text(x.typeComment()));
            case Stmt.AsyncFor x -> make("AsyncFor", x.span(), node(x.target()), node(x.iter()), list(x.body()),
                    list(x.orelse()), text(x.typeComment()));
            case Stmt.While x -> make("While", x.span(), node(x.test()), list(x.body()), list(x.orelse()));
            case Stmt.If x -> make("If", x.span(), node(x.test()), list(x.body()), list(x.orelse()));
            case Stmt.With x -> make("With", x.span(), list(x.items()), list(x.body()), text(x.typeComment()));
            case Stmt.AsyncWith x -> make("AsyncWith", x.span(), list(x.items()), list(x.body()),
                    text(x.typeComment()));
            case Stmt.Match x -> make("Match", x.span(), node(x.subject()), list(x.cases()));
            case Stmt.Raise x -> make("Raise", x.span(), node(x.exc()), node(x.cause()));
            case Stmt.Try x -> make("Try", x.span(), list(x.body()), list(x.handlers()), list(x.orelse()),
                    list(x.finalbody()));
            case Stmt.TryStar x -> make("TryStar", x.span(), list(x.body()), list(x.handlers()), list(x.orelse()),
                    list(x.finalbody()));
            case Stmt.Assert x -> make("Assert", x.span(), node(x.test()), node(x.msg()));
            case Stmt.Import x -> make("Import", x.span(), list(x.names()));
            case Stmt.ImportFrom x -> make("ImportFrom", x.span(), name(x.module()), list(x.names()), (long)
                    x.level());
            case Stmt.Global x -> make("Global", x.span(), list(x.names()));
            case Stmt.Nonlocal x -> make("Nonlocal", x.span(), list(x.names()));
            case Stmt.ExprStmt x -> make("Expr", x.span(), node(x.value()));
            case Stmt.Pass x -> make("Pass", x.span());
            case Stmt.Break x -> make("Break", x.span());
            case Stmt.Continue x -> make("Continue", x.span());
        };
    }

    private Object expr(final Expr n) {
        return switch (n) {
            case Expr.BoolOp x -> make("BoolOp", x.span(), operator(x.op()), list(x.values()));
            case Expr.NamedExpr x -> make("NamedExpr", x.span(), node(x.target()), node(x.value()));
            case Expr.BinOp x -> make("BinOp", x.span(), node(x.left()), operator(x.op()), node(x.right()));
            case Expr.UnaryOp x -> make("UnaryOp", x.span(), operator(x.op()), node(x.operand()));
            case Expr.Lambda x -> make("Lambda", x.span(), node(x.args()), node(x.body()));
            case Expr.IfExp x -> make("IfExp", x.span(), node(x.test()), node(x.body()), node(x.orelse()));
            case Expr.Dict x -> make("Dict", x.span(), list(x.keys()), list(x.values()));
            case Expr.Set x -> make("Set", x.span(), list(x.elts()));
            case Expr.ListComp x -> make("ListComp", x.span(), node(x.elt()), list(x.generators()));
            case Expr.SetComp x -> make("SetComp", x.span(), node(x.elt()), list(x.generators()));
            case Expr.DictComp x -> make("DictComp", x.span(), node(x.key()), node(x.value()), list(x.generators()));
            case Expr.GeneratorExp x -> make("GeneratorExp", x.span(), node(x.elt()), list(x.generators()));
            case Expr.Await x -> make("Await", x.span(), node(x.value()));
            case Expr.Yield x -> make("Yield", x.span(), node(x.value()));
            case Expr.YieldFrom x -> make("YieldFrom", x.span(), node(x.value()));
            case Expr.Compare x -> make("Compare", x.span(), node(x.left()), list(x.ops()), list(x.comparators()));
            case Expr.Call x -> make("Call", x.span(), node(x.func()), list(x.args()), list(x.keywords()));
            case Expr.FormattedValue x -> make("FormattedValue", x.span(), node(x.value()), (long) x.conversion(),
                    node(x.formatSpec()));
            case Expr.Interpolation x -> make("Interpolation", x.span(), node(x.value()), x.str(), (long)
                    x.conversion(), node(x.formatSpec()));
            case Expr.JoinedStr x -> make("JoinedStr", x.span(), list(x.values()));
            case Expr.TemplateStr x -> make("TemplateStr", x.span(), list(x.values()));
            case Expr.Constant x -> make("Constant", x.span(), PyCode.materialise(x.value()), text(x.kind()));
            case Expr.Attribute x -> make("Attribute", x.span(), node(x.value()), name(x.attr()), context(x.ctx()));
            case Expr.Subscript x -> make("Subscript", x.span(), node(x.value()), node(x.slice()), context(x.ctx()));
            case Expr.Starred x -> make("Starred", x.span(), node(x.value()), context(x.ctx()));
            case Expr.Name x -> make("Name", x.span(), name(x.id()), context(x.ctx()));
            case Expr.List x -> make("List", x.span(), list(x.elts()), context(x.ctx()));
            case Expr.Tuple x -> make("Tuple", x.span(), list(x.elts()), context(x.ctx()));
            case Expr.Slice x -> make("Slice", x.span(), node(x.lower()), node(x.upper()), node(x.step()));
        };
    }

    private Object pattern(final Pattern n) {
        return switch (n) {
            case Pattern.MatchValue x -> make("MatchValue", x.span(), node(x.value()));
            case Pattern.MatchSingleton x -> make("MatchSingleton", x.span(), PyCode.materialise(x.value()));
            case Pattern.MatchSequence x -> make("MatchSequence", x.span(), list(x.patterns()));
            case Pattern.MatchMapping x -> make("MatchMapping", x.span(), list(x.keys()), list(x.patterns()),
                    name(x.rest()));
            case Pattern.MatchClass x -> make("MatchClass", x.span(), node(x.cls()), list(x.patterns()),
                    list(x.kwdAttrs()), list(x.kwdPatterns()));
            case Pattern.MatchStar x -> make("MatchStar", x.span(), name(x.name()));
            case Pattern.MatchAs x -> make("MatchAs", x.span(), node(x.pattern()), name(x.name()));
            case Pattern.MatchOr x -> make("MatchOr", x.span(), list(x.patterns()));
        };
    }

    private Object typeParam(final TypeParam n) {
        return switch (n) {
            case TypeParam.TypeVar x -> make("TypeVar", x.span(), name(x.name()), node(x.bound()),
                    node(x.defaultValue()));
            case TypeParam.ParamSpec x -> make("ParamSpec", x.span(), name(x.name()), node(x.defaultValue()));
            case TypeParam.TypeVarTuple x -> make("TypeVarTuple", x.span(), name(x.name()), node(x.defaultValue()));
        };
    }
}
