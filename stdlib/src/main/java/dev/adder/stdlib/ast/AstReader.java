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
import dev.adder.language.ast.Operator;
import dev.adder.language.ast.Pattern;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ast.TypeIgnore;
import dev.adder.language.ast.TypeParam;
import dev.adder.language.ast.UnaryOperator;
import dev.adder.language.ast.WithItem;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Reads the compiler's tree from {@code ast} objects, whatever a program put into them. */
final class AstReader {
    private final ThreadState ts;
    private final AstModule module;

    AstReader(final ThreadState ts, final AstModule module) {
        this.ts = ts;
        this.module = module;
    }

    // ---- fields ----

    private boolean is(final Object o, final String type) {
        return o instanceof PyAst a && a.type() == module.type(type) || PyObjects.isInstance(ts, o, module.type(type));
    }

    private Object field(final Object o, final String name, final String owner) {
        final Object value = PyObjects.lookupAttr(ts, o, name);
        if (value == null) {
            throw Errors.typeError("required field \"" + name + "\" missing from " + owner);
        }
        return value;
    }

    private Object optional(final Object o, final String name) {
        final Object value = PyObjects.lookupAttr(ts, o, name);
        return value == PyNone.NONE ? null : value;
    }

    /** A required node: absent is a TypeError, None a ValueError. */
    private <T> T one(final Object o, final String name, final String owner, final Function<Object, T> read) {
        final Object value = field(o, name, owner);
        if (value == PyNone.NONE) {
            throw Errors.valueError("field '" + name + "' is required for " + owner);
        }
        return read(value, read);
    }

    private <T> T maybe(final Object o, final String name, final Function<Object, T> read) {
        final Object value = optional(o, name);
        return value == null ? null : read(value, read);
    }

    private <T> T read(final Object value, final Function<Object, T> read) {
        ts.enterCall(" during  ast construction");
        try {
            return read.apply(value);
        } finally {
            ts.leaveCall();
        }
    }

    private <T> List<T> list(final Object o, final String name, final String owner, final Function<Object, T> read) {
        final Object value = PyObjects.lookupAttr(ts, o, name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof PyList l)) {
            throw Errors.typeError(owner + " field \"" + name + "\" must be a list, not a " + PyType.of(value).name());
        }
        final ArrayList<T> out = new ArrayList<>();
        for (final Object item : l.toArray()) {
            out.add(item == PyNone.NONE ? null : read(item, read));
        }
        return Collections.unmodifiableList(out);
    }

    private String identifier(final Object value) {
        if (!(value instanceof String) && !PyObjects.isText(value)) {
            throw Errors.typeError("AST identifier must be of type str");
        }
        return Str.nameKey(PyObjects.textOf(value)).intern();
    }

    private String string(final Object value) {
        if (!PyObjects.isText(value)) {
            throw Errors.typeError("AST string must be of type str");
        }
        return Str.toJava(PyObjects.textOf(value));
    }

    private Integer integer(final Object value) {
        if (!(value instanceof Long) && !(value instanceof Boolean)) {
            throw Errors.valueError("invalid integer value: " + PyObjects.reprJava(ts, value));
        }
        return PyNumber.asInt(ts, value);
    }

    private int flag(final Object o, final String name, final String owner) {
        return integer(field(o, name, owner));
    }

    private Object constant(final Object value) {
        return AstConstants.read(ts, value);
    }

    private Span span(final Object o, final String owner) {
        final int line = integer(field(o, "lineno", owner));
        final int col = integer(field(o, "col_offset", owner));
        final Object endLine = optional(o, "end_lineno");
        final Object endCol = optional(o, "end_col_offset");
        return new Span(line, col, endLine == null ? line : integer(endLine), endCol == null ? col : integer(endCol));
    }

    private dev.adder.runtime.PyRaise unexpected(final String type, final Object o) {
        return Errors.typeError("expected some sort of " + type + ", but got " + PyObjects.reprJava(ts, o));
    }

    private ExprContext context(final Object o) {
        if (is(o, "Load")) {
            return ExprContext.LOAD;
        }
        if (is(o, "Store")) {
            return ExprContext.STORE;
        }
        if (is(o, "Del")) {
            return ExprContext.DEL;
        }
        throw unexpected("expr_context", o);
    }

    private BoolOpKind boolOp(final Object o) {
        if (is(o, "And")) {
            return BoolOpKind.AND;
        }
        if (is(o, "Or")) {
            return BoolOpKind.OR;
        }
        throw unexpected("boolop", o);
    }

    private Operator operator(final Object o) {
        if (is(o, "Add")) {
            return Operator.ADD;
        }
        if (is(o, "Sub")) {
            return Operator.SUB;
        }
        if (is(o, "Mult")) {
            return Operator.MULT;
        }
        if (is(o, "MatMult")) {
            return Operator.MAT_MULT;
        }
        if (is(o, "Div")) {
            return Operator.DIV;
        }
        if (is(o, "Mod")) {
            return Operator.MOD;
        }
        if (is(o, "Pow")) {
            return Operator.POW;
        }
        if (is(o, "LShift")) {
            return Operator.L_SHIFT;
        }
        if (is(o, "RShift")) {
            return Operator.R_SHIFT;
        }
        if (is(o, "BitOr")) {
            return Operator.BIT_OR;
        }
        if (is(o, "BitXor")) {
            return Operator.BIT_XOR;
        }
        if (is(o, "BitAnd")) {
            return Operator.BIT_AND;
        }
        if (is(o, "FloorDiv")) {
            return Operator.FLOOR_DIV;
        }
        throw unexpected("operator", o);
    }

    private UnaryOperator unaryOp(final Object o) {
        if (is(o, "Invert")) {
            return UnaryOperator.INVERT;
        }
        if (is(o, "Not")) {
            return UnaryOperator.NOT;
        }
        if (is(o, "UAdd")) {
            return UnaryOperator.U_ADD;
        }
        if (is(o, "USub")) {
            return UnaryOperator.U_SUB;
        }
        throw unexpected("unaryop", o);
    }

    private CmpOp compareOp(final Object o) {
        if (is(o, "Eq")) {
            return CmpOp.EQ;
        }
        if (is(o, "NotEq")) {
            return CmpOp.NOT_EQ;
        }
        if (is(o, "Lt")) {
            return CmpOp.LT;
        }
        if (is(o, "LtE")) {
            return CmpOp.LT_E;
        }
        if (is(o, "Gt")) {
            return CmpOp.GT;
        }
        if (is(o, "GtE")) {
            return CmpOp.GT_E;
        }
        if (is(o, "Is")) {
            return CmpOp.IS;
        }
        if (is(o, "IsNot")) {
            return CmpOp.IS_NOT;
        }
        if (is(o, "In")) {
            return CmpOp.IN;
        }
        if (is(o, "NotIn")) {
            return CmpOp.NOT_IN;
        }
        throw unexpected("cmpop", o);
    }

    private int level(final Object o) {
        final Object value = optional(o, "level");
        return value == null ? 0 : integer(value);
    }

    Mod mod(final Object o) {
        if (is(o, "Module")) {
            return new Mod.Module(list(o, "body", "Module", this::stmt), list(o, "type_ignores", "Module",
                    this::typeIgnore));
        }
        if (is(o, "Interactive")) {
            return new Mod.Interactive(list(o, "body", "Interactive", this::stmt));
        }
        if (is(o, "Expression")) {
            return new Mod.Expression(one(o, "body", "Expression", this::expr));
        }
        if (is(o, "FunctionType")) {
            return new Mod.FunctionType(list(o, "argtypes", "FunctionType", this::expr), one(o, "returns",
                    "FunctionType", this::expr));
        }
        throw unexpected("mod", o);
    }

    private Stmt stmt(final Object o) {
        final Span span = span(o, "stmt");
        if (is(o, "FunctionDef")) {
            return new Stmt.FunctionDef(one(o, "name", "FunctionDef", this::identifier), one(o, "args",
                    "FunctionDef", this::arguments), list(o, "body", "FunctionDef", this::stmt), list(o,
                    "decorator_list", "FunctionDef", this::expr), maybe(o, "returns", this::expr), maybe(o,
                    "type_comment", this::string), list(o, "type_params", "FunctionDef", this::typeParam), span);
        }
        if (is(o, "AsyncFunctionDef")) {
            return new Stmt.AsyncFunctionDef(one(o, "name", "AsyncFunctionDef", this::identifier), one(o, "args",
                    "AsyncFunctionDef", this::arguments), list(o, "body", "AsyncFunctionDef", this::stmt), list(o,
                    "decorator_list", "AsyncFunctionDef", this::expr), maybe(o, "returns", this::expr), maybe(o,
                    "type_comment", this::string), list(o, "type_params", "AsyncFunctionDef", this::typeParam),
                    span);
        }
        if (is(o, "ClassDef")) {
            return new Stmt.ClassDef(one(o, "name", "ClassDef", this::identifier), list(o, "bases", "ClassDef",
                    this::expr), list(o, "keywords", "ClassDef", this::keyword), list(o, "body", "ClassDef",
                    this::stmt), list(o, "decorator_list", "ClassDef", this::expr), list(o, "type_params",
                    "ClassDef", this::typeParam), span);
        }
        if (is(o, "Return")) {
            return new Stmt.Return(maybe(o, "value", this::expr), span);
        }
        if (is(o, "Delete")) {
            return new Stmt.Delete(list(o, "targets", "Delete", this::expr), span);
        }
        if (is(o, "Assign")) {
            return new Stmt.Assign(list(o, "targets", "Assign", this::expr), one(o, "value", "Assign", this::expr),
                    maybe(o, "type_comment", this::string), span);
        }
        if (is(o, "TypeAlias")) {
            return new Stmt.TypeAlias(one(o, "name", "TypeAlias", this::expr), list(o, "type_params", "TypeAlias",
                    this::typeParam), one(o, "value", "TypeAlias", this::expr), span);
        }
        if (is(o, "AugAssign")) {
            return new Stmt.AugAssign(one(o, "target", "AugAssign", this::expr), one(o, "op", "AugAssign",
                    this::operator), one(o, "value", "AugAssign", this::expr), span);
        }
        if (is(o, "AnnAssign")) {
            return new Stmt.AnnAssign(one(o, "target", "AnnAssign", this::expr), one(o, "annotation", "AnnAssign",
                    this::expr), maybe(o, "value", this::expr), flag(o, "simple", "AnnAssign") != 0, span);
        }
        if (is(o, "For")) {
            return new Stmt.For(one(o, "target", "For", this::expr), one(o, "iter", "For", this::expr), list(o,
                    "body", "For", this::stmt), list(o, "orelse", "For", this::stmt), maybe(o, "type_comment",
                    this::string), span);
        }
        if (is(o, "AsyncFor")) {
            return new Stmt.AsyncFor(one(o, "target", "AsyncFor", this::expr), one(o, "iter", "AsyncFor",
                    this::expr), list(o, "body", "AsyncFor", this::stmt), list(o, "orelse", "AsyncFor", this::stmt),
                    maybe(o, "type_comment", this::string), span);
        }
        if (is(o, "While")) {
            return new Stmt.While(one(o, "test", "While", this::expr), list(o, "body", "While", this::stmt), list(o,
                    "orelse", "While", this::stmt), span);
        }
        if (is(o, "If")) {
            return new Stmt.If(one(o, "test", "If", this::expr), list(o, "body", "If", this::stmt), list(o, "orelse",
                    "If", this::stmt), span);
        }
        if (is(o, "With")) {
            return new Stmt.With(list(o, "items", "With", this::withitem), list(o, "body", "With", this::stmt),
                    maybe(o, "type_comment", this::string), span);
        }
        if (is(o, "AsyncWith")) {
            return new Stmt.AsyncWith(list(o, "items", "AsyncWith", this::withitem), list(o, "body", "AsyncWith",
                    this::stmt), maybe(o, "type_comment", this::string), span);
        }
        if (is(o, "Match")) {
            return new Stmt.Match(one(o, "subject", "Match", this::expr), list(o, "cases", "Match", this::matchCase),
                    span);
        }
        if (is(o, "Raise")) {
            return new Stmt.Raise(maybe(o, "exc", this::expr), maybe(o, "cause", this::expr), span);
        }
        if (is(o, "Try")) {
            return new Stmt.Try(list(o, "body", "Try", this::stmt), list(o, "handlers", "Try", this::excepthandler),
                    list(o, "orelse", "Try", this::stmt), list(o, "finalbody", "Try", this::stmt), span);
        }
        if (is(o, "TryStar")) {
            return new Stmt.TryStar(list(o, "body", "TryStar", this::stmt), list(o, "handlers", "TryStar",
                    this::excepthandler), list(o, "orelse", "TryStar", this::stmt), list(o, "finalbody", "TryStar",
                    this::stmt), span);
        }
        if (is(o, "Assert")) {
            return new Stmt.Assert(one(o, "test", "Assert", this::expr), maybe(o, "msg", this::expr), span);
        }
        if (is(o, "Import")) {
            return new Stmt.Import(list(o, "names", "Import", this::alias), span);
        }
        if (is(o, "ImportFrom")) {
            return new Stmt.ImportFrom(maybe(o, "module", this::identifier), list(o, "names", "ImportFrom",
                    this::alias), level(o), span);
        }
        if (is(o, "Global")) {
            return new Stmt.Global(list(o, "names", "Global", this::identifier), span);
        }
        if (is(o, "Nonlocal")) {
            return new Stmt.Nonlocal(list(o, "names", "Nonlocal", this::identifier), span);
        }
        if (is(o, "Expr")) {
            return new Stmt.ExprStmt(one(o, "value", "Expr", this::expr), span);
        }
        if (is(o, "Pass")) {
            return new Stmt.Pass(span);
        }
        if (is(o, "Break")) {
            return new Stmt.Break(span);
        }
        if (is(o, "Continue")) {
            return new Stmt.Continue(span);
        }
        throw unexpected("stmt", o);
    }

    private Expr expr(final Object o) {
        final Span span = span(o, "expr");
        if (is(o, "BoolOp")) {
            return new Expr.BoolOp(one(o, "op", "BoolOp", this::boolOp), list(o, "values", "BoolOp", this::expr),
                    span);
        }
        if (is(o, "NamedExpr")) {
            return new Expr.NamedExpr(one(o, "target", "NamedExpr", this::expr), one(o, "value", "NamedExpr",
                    this::expr), span);
        }
        if (is(o, "BinOp")) {
            return new Expr.BinOp(one(o, "left", "BinOp", this::expr), one(o, "op", "BinOp", this::operator), one(o,
                    "right", "BinOp", this::expr), span);
        }
        if (is(o, "UnaryOp")) {
            return new Expr.UnaryOp(one(o, "op", "UnaryOp", this::unaryOp), one(o, "operand", "UnaryOp", this::expr),
                    span);
        }
        if (is(o, "Lambda")) {
            return new Expr.Lambda(one(o, "args", "Lambda", this::arguments), one(o, "body", "Lambda", this::expr),
                    span);
        }
        if (is(o, "IfExp")) {
            return new Expr.IfExp(one(o, "test", "IfExp", this::expr), one(o, "body", "IfExp", this::expr), one(o,
                    "orelse", "IfExp", this::expr), span);
        }
        if (is(o, "Dict")) {
            return new Expr.Dict(list(o, "keys", "Dict", this::expr), list(o, "values", "Dict", this::expr), span);
        }
        if (is(o, "Set")) {
            return new Expr.Set(list(o, "elts", "Set", this::expr), span);
        }
        if (is(o, "ListComp")) {
            return new Expr.ListComp(one(o, "elt", "ListComp", this::expr), list(o, "generators", "ListComp",
                    this::comprehension), span);
        }
        if (is(o, "SetComp")) {
            return new Expr.SetComp(one(o, "elt", "SetComp", this::expr), list(o, "generators", "SetComp",
                    this::comprehension), span);
        }
        if (is(o, "DictComp")) {
            return new Expr.DictComp(one(o, "key", "DictComp", this::expr), one(o, "value", "DictComp", this::expr),
                    list(o, "generators", "DictComp", this::comprehension), span);
        }
        if (is(o, "GeneratorExp")) {
            return new Expr.GeneratorExp(one(o, "elt", "GeneratorExp", this::expr), list(o, "generators",
                    "GeneratorExp", this::comprehension), span);
        }
        if (is(o, "Await")) {
            return new Expr.Await(one(o, "value", "Await", this::expr), span);
        }
        if (is(o, "Yield")) {
            return new Expr.Yield(maybe(o, "value", this::expr), span);
        }
        if (is(o, "YieldFrom")) {
            return new Expr.YieldFrom(one(o, "value", "YieldFrom", this::expr), span);
        }
        if (is(o, "Compare")) {
            return new Expr.Compare(one(o, "left", "Compare", this::expr), list(o, "ops", "Compare",
                    this::compareOp), list(o, "comparators", "Compare", this::expr), span);
        }
        if (is(o, "Call")) {
            return new Expr.Call(one(o, "func", "Call", this::expr), list(o, "args", "Call", this::expr), list(o,
                    "keywords", "Call", this::keyword), span);
        }
        if (is(o, "FormattedValue")) {
            return new Expr.FormattedValue(one(o, "value", "FormattedValue", this::expr), flag(o, "conversion",
                    "FormattedValue"), maybe(o, "format_spec", this::expr), span);
        }
        if (is(o, "Interpolation")) {
            return new Expr.Interpolation(one(o, "value", "Interpolation", this::expr), field(o, "str",
                    "Interpolation"), flag(o, "conversion", "Interpolation"), maybe(o, "format_spec", this::expr),
                    span);
        }
        if (is(o, "JoinedStr")) {
            return new Expr.JoinedStr(list(o, "values", "JoinedStr", this::expr), span);
        }
        if (is(o, "TemplateStr")) {
            return new Expr.TemplateStr(list(o, "values", "TemplateStr", this::expr), span);
        }
        if (is(o, "Constant")) {
            return new Expr.Constant(constant(field(o, "value", "Constant")), maybe(o, "kind", this::string), span);
        }
        if (is(o, "Attribute")) {
            return new Expr.Attribute(one(o, "value", "Attribute", this::expr), one(o, "attr", "Attribute",
                    this::identifier), one(o, "ctx", "Attribute", this::context), span);
        }
        if (is(o, "Subscript")) {
            return new Expr.Subscript(one(o, "value", "Subscript", this::expr), one(o, "slice", "Subscript",
                    this::expr), one(o, "ctx", "Subscript", this::context), span);
        }
        if (is(o, "Starred")) {
            return new Expr.Starred(one(o, "value", "Starred", this::expr), one(o, "ctx", "Starred", this::context),
                    span);
        }
        if (is(o, "Name")) {
            return new Expr.Name(one(o, "id", "Name", this::identifier), one(o, "ctx", "Name", this::context), span);
        }
        if (is(o, "List")) {
            return new Expr.List(list(o, "elts", "List", this::expr), one(o, "ctx", "List", this::context), span);
        }
        if (is(o, "Tuple")) {
            return new Expr.Tuple(list(o, "elts", "Tuple", this::expr), one(o, "ctx", "Tuple", this::context), span);
        }
        if (is(o, "Slice")) {
            return new Expr.Slice(maybe(o, "lower", this::expr), maybe(o, "upper", this::expr), maybe(o, "step",
                    this::expr), span);
        }
        throw unexpected("expr", o);
    }

    private Pattern pattern(final Object o) {
        final Span span = span(o, "pattern");
        if (is(o, "MatchValue")) {
            return new Pattern.MatchValue(one(o, "value", "MatchValue", this::expr), span);
        }
        if (is(o, "MatchSingleton")) {
            return new Pattern.MatchSingleton(constant(field(o, "value", "MatchSingleton")), span);
        }
        if (is(o, "MatchSequence")) {
            return new Pattern.MatchSequence(list(o, "patterns", "MatchSequence", this::pattern), span);
        }
        if (is(o, "MatchMapping")) {
            return new Pattern.MatchMapping(list(o, "keys", "MatchMapping", this::expr), list(o, "patterns",
                    "MatchMapping", this::pattern), maybe(o, "rest", this::identifier), span);
        }
        if (is(o, "MatchClass")) {
            return new Pattern.MatchClass(one(o, "cls", "MatchClass", this::expr), list(o, "patterns", "MatchClass",
                    this::pattern), list(o, "kwd_attrs", "MatchClass", this::identifier), list(o, "kwd_patterns",
                    "MatchClass", this::pattern), span);
        }
        if (is(o, "MatchStar")) {
            return new Pattern.MatchStar(maybe(o, "name", this::identifier), span);
        }
        if (is(o, "MatchAs")) {
            return new Pattern.MatchAs(maybe(o, "pattern", this::pattern), maybe(o, "name", this::identifier), span);
        }
        if (is(o, "MatchOr")) {
            return new Pattern.MatchOr(list(o, "patterns", "MatchOr", this::pattern), span);
        }
        throw unexpected("pattern", o);
    }

    private TypeParam typeParam(final Object o) {
        final Span span = span(o, "type_param");
        if (is(o, "TypeVar")) {
            return new TypeParam.TypeVar(one(o, "name", "TypeVar", this::identifier), maybe(o, "bound", this::expr),
                    maybe(o, "default_value", this::expr), span);
        }
        if (is(o, "ParamSpec")) {
            return new TypeParam.ParamSpec(one(o, "name", "ParamSpec", this::identifier), maybe(o, "default_value",
                    this::expr), span);
        }
        if (is(o, "TypeVarTuple")) {
            return new TypeParam.TypeVarTuple(one(o, "name", "TypeVarTuple", this::identifier), maybe(o,
                    "default_value", this::expr), span);
        }
        throw unexpected("type_param", o);
    }

    private ExceptHandler excepthandler(final Object o) {
        final Span span = span(o, "excepthandler");
        if (is(o, "ExceptHandler")) {
            return new ExceptHandler(maybe(o, "type", this::expr), maybe(o, "name", this::identifier), list(o,
                    "body", "ExceptHandler", this::stmt), span);
        }
        throw unexpected("excepthandler", o);
    }

    private TypeIgnore typeIgnore(final Object o) {
        if (is(o, "TypeIgnore")) {
            return new TypeIgnore(flag(o, "lineno", "TypeIgnore"), one(o, "tag", "TypeIgnore", this::string));
        }
        throw unexpected("type_ignore", o);
    }

    private Comprehension comprehension(final Object o) {
        return new Comprehension(one(o, "target", "comprehension", this::expr), one(o, "iter", "comprehension",
                this::expr), list(o, "ifs", "comprehension", this::expr), flag(o, "is_async", "comprehension") != 0);
    }

    private Arguments arguments(final Object o) {
        return new Arguments(list(o, "posonlyargs", "arguments", this::arg), list(o, "args", "arguments", this::arg),
                maybe(o, "vararg", this::arg), list(o, "kwonlyargs", "arguments", this::arg), list(o, "kw_defaults",
                "arguments", this::expr), maybe(o, "kwarg", this::arg), list(o, "defaults", "arguments",
                this::expr));
    }

    private Arg arg(final Object o) {
        return new Arg(one(o, "arg", "arg", this::identifier), maybe(o, "annotation", this::expr), maybe(o,
                "type_comment", this::string), span(o, "arg"));
    }

    private Keyword keyword(final Object o) {
        return new Keyword(maybe(o, "arg", this::identifier), one(o, "value", "keyword", this::expr), span(o,
                "keyword"));
    }

    private Alias alias(final Object o) {
        return new Alias(one(o, "name", "alias", this::identifier), maybe(o, "asname", this::identifier), span(o,
                "alias"));
    }

    private WithItem withitem(final Object o) {
        return new WithItem(one(o, "context_expr", "withitem", this::expr), maybe(o, "optional_vars", this::expr));
    }

    private MatchCase matchCase(final Object o) {
        return new MatchCase(one(o, "pattern", "match_case", this::pattern), maybe(o, "guard", this::expr), list(o,
                "body", "match_case", this::stmt));
    }
}
