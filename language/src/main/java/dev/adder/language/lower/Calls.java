package dev.adder.language.lower;

import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Keyword;
import dev.adder.language.ast.Span;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Intrinsic;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.ir.Reg;
import dev.adder.language.scope.Scope;
import dev.adder.language.text.Str;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Calls. */
final class Calls {
    private final Lowering l;

    Calls(Lowering l) {
        this.l = l;
    }

    int call(Expr.Call e, int dest) {
        checkKeywords(e.keywords());
        l.checks.caller(e.func());
        if (isExtended(e.args(), e.keywords())) {
            int mark = l.b.mark();
            return extended(mark, l.expressions.operand(e.func()), new int[0], e.args(), e.keywords(), e.span(),
                    dest);
        }
        if (e.func() instanceof Expr.Attribute method && !isSuperCall(method)) {
            return method(e, method, dest);
        }
        int mark = l.b.mark();
        int callee = l.expressions.operand(e.func());
        if (isCopyOfView(e)) {
            return copyOfView(mark, callee, e, dest);
        }
        return plain(mark, callee, new int[0], e.args(), e.keywords(), e.span(), dest);
    }

    /** {@code bytes(memoryview(x)[a:b])}, as asyncio's streams take from their buffer before they shorten it. */
    private static boolean isCopyOfView(Expr.Call e) {
        return isNamed(e.func(), "bytes") && e.args().size() == 1 && e.keywords().isEmpty()
                && e.args().getFirst() instanceof Expr.Subscript s && s.slice() instanceof Expr.Slice
                && s.value() instanceof Expr.Call c && isNamed(c.func(), "memoryview");
    }

    private static boolean isNamed(Expr e, String name) {
        return e instanceof Expr.Name n && n.id().equals(name);
    }

    private int copyOfView(int mark, int callee, Expr.Call e, int dest) {
        CodeBuilder b = l.b;
        int view = b.temp();
        int made = b.temp();
        b.emit(Opcodes.MOVE, view, l.expressions.eval(e.args().getFirst()));
        b.at(e.span());
        b.emitList(Opcodes.CALL, new int[] {view}, made, callee);
        b.emitList(Opcodes.INTRINSIC, new int[] {callee, view}, view, Intrinsic.RELEASE_VIEW.ordinal());
        b.release(mark);
        int result = l.dest(dest);
        b.emit(Opcodes.MOVE, result, made);
        return result;
    }

    /** Calls with arguments already in registers before those of the source; temporaries are released to a mark. */
    int call(int mark, int callee, int[] before, List<Expr> args, List<Keyword> keywords, Span span, int dest) {
        checkKeywords(keywords);
        if (isExtended(args, keywords)) {
            return extended(mark, callee, before, args, keywords, span, dest);
        }
        return plain(mark, callee, before, args, keywords, span, dest);
    }

    private int plain(int mark, int callee, int[] before, List<Expr> args, List<Keyword> keywords, Span span,
            int dest) {
        CodeBuilder b = l.b;
        int[] regs = arguments(before, args, keywords);
        b.release(mark);
        b.at(span);
        int result = l.dest(dest);
        if (keywords.isEmpty()) {
            b.emitList(Opcodes.CALL, regs, result, callee);
        } else {
            b.emitList(Opcodes.CALL_KW, regs, result, callee, keywordNames(keywords));
        }
        return result;
    }

    private void checkKeywords(List<Keyword> keywords) {
        Set<String> seen = null;
        for (Keyword k : keywords) {
            if (k.arg() != null) {
                seen = seen == null ? new HashSet<>() : seen;
                if (!seen.add(k.arg())) {
                    throw l.error("keyword argument repeated: " + k.arg(), k.span());
                }
            }
        }
    }

    private static boolean isExtended(List<Expr> args, List<Keyword> keywords) {
        for (Keyword k : keywords) {
            if (k.arg() == null) {
                return true;
            }
        }
        return Displays.hasStar(args);
    }

    private int keywordNames(List<Keyword> keywords) {
        List<String> names = new ArrayList<>(keywords.size());
        for (Keyword k : keywords) {
            names.add(l.unit.mangle(k.arg()));
        }
        return l.b.keywordNames(names);
    }

    private int[] arguments(int[] before, List<Expr> args, List<Keyword> keywords) {
        int[] regs = Arrays.copyOf(before, before.length + args.size() + keywords.size());
        int at = before.length;
        for (Expr a : args) {
            regs[at++] = l.expressions.operand(a);
        }
        for (Keyword k : keywords) {
            regs[at++] = l.expressions.operand(k.value());
        }
        return regs;
    }

    private int method(Expr.Call e, Expr.Attribute method, int dest) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int object = l.expressions.operand(method.value());
        int name = b.name(l.unit.mangle(method.attr()));
        Span span = callSpan(e, method);
        if (argumentsHaveNoEffect(e)) {
            int[] args = arguments(new int[0], e.args(), e.keywords());
            b.release(mark);
            b.at(span);
            int result = l.dest(dest);
            if (e.keywords().isEmpty()) {
                b.emitList(Opcodes.CALL_METHOD, args, result, object, name);
            } else {
                b.emitList(Opcodes.CALL_METHOD_KW, args, result, object, name, keywordNames(e.keywords()));
            }
            b.operandsAt(Expressions.attributeSpan(method));
            return result;
        }
        b.release(mark);
        b.at(Expressions.attributeSpan(method));
        int function = b.temp();
        int self = b.temp();
        b.emit(Opcodes.LOAD_METHOD, function, self, object, name);
        int[] args = arguments(new int[0], e.args(), e.keywords());
        b.release(mark);
        b.at(span);
        int result = l.dest(dest);
        if (e.keywords().isEmpty()) {
            b.emitList(Opcodes.CALL_LOADED, args, result, function, self);
        } else {
            b.emitList(Opcodes.CALL_LOADED_KW, args, result, function, self, keywordNames(e.keywords()));
        }
        return result;
    }

    private static Span callSpan(Expr.Call e, Expr.Attribute method) {
        Span at = Expressions.attributeSpan(method);
        if (at.line() == e.span().line()) {
            return e.span();
        }
        return new Span(at.line(), at.col(), e.span().endLine(), e.span().endCol());
    }

    /** Whether evaluating the arguments can neither run code nor raise: constants and variables surely bound. */
    private boolean argumentsHaveNoEffect(Expr.Call e) {
        for (Expr a : e.args()) {
            if (!hasNoEffect(a)) {
                return false;
            }
        }
        for (Keyword k : e.keywords()) {
            if (!hasNoEffect(k.value())) {
                return false;
            }
        }
        return true;
    }

    private boolean hasNoEffect(Expr e) {
        return switch (e) {
            case Expr.Constant c -> true;
            case Expr.Name n -> l.unit.resolve(n.id()).how() == Unit.How.LOCAL;
            case Expr.UnaryOp u -> u.operand() instanceof Expr.Constant;
            default -> false;
        };
    }

    private int extended(int mark, int callee, int[] before, List<Expr> args, List<Keyword> keywords, Span span,
            int dest) {
        CodeBuilder b = l.b;
        int tuple = positional(before, args, span);
        int dict = keywords.isEmpty() ? Reg.NONE : keywordDict(keywords, span, callee);
        b.release(mark);
        b.at(span);
        int result = l.dest(dest);
        b.emit(Opcodes.CALL_EX, result, callee, tuple, dict);
        return result;
    }

    /** The positional arguments as one iterable (a lone starred one as it is) or tuple. */
    private int positional(int[] before, List<Expr> args, Span span) {
        CodeBuilder b = l.b;
        if (before.length == 0 && args.size() == 1 && args.getFirst() instanceof Expr.Starred star) {
            return l.expressions.operand(star.value());
        }
        List<Object> constants = before.length == 0 ? l.displays.constants(args) : null;
        if (constants != null) {
            return b.constant(Lowering.tuple(constants));
        }
        if (!Displays.hasStar(args)) {
            int mark = b.mark();
            int[] regs = arguments(before, args, List.of());
            b.release(mark);
            b.at(span);
            int tuple = b.temp();
            b.emitList(Opcodes.BUILD_TUPLE, regs, tuple);
            return tuple;
        }
        int list = b.temp();
        l.displays.collect(before, args, list, false);
        b.at(span);
        b.emit(Opcodes.LIST_TO_TUPLE, list, list);
        return list;
    }

    private int keywordDict(List<Keyword> keywords, Span span, int callee) {
        CodeBuilder b = l.b;
        int dict = b.temp();
        int mark = b.mark();
        boolean made = false;
        List<Integer> run = new ArrayList<>();
        for (Keyword k : keywords) {
            if (k.arg() != null) {
                run.add(b.constant(Str.fromNameKey(l.unit.mangle(k.arg()))));
                run.add(l.expressions.operand(k.value()));
                continue;
            }
            made = flush(run, dict, callee, made, mark, span);
            int mapping = l.expressions.eval(k.value());
            b.at(span);
            if (!made) {
                b.emitList(Opcodes.BUILD_MAP, new int[0], dict);
                made = true;
            }
            b.emit(Opcodes.DICT_MERGE, dict, mapping, callee);
            b.release(mark);
        }
        flush(run, dict, callee, made, mark, span);
        return dict;
    }

    private boolean flush(List<Integer> run, int dict, int callee, boolean made, int mark, Span span) {
        CodeBuilder b = l.b;
        if (run.isEmpty()) {
            return made;
        }
        int[] regs = new int[run.size()];
        for (int i = 0; i < regs.length; i++) {
            regs[i] = run.get(i);
        }
        run.clear();
        b.at(span);
        b.release(mark);
        if (!made) {
            b.emitList(Opcodes.BUILD_MAP, regs, dict);
            return true;
        }
        int part = b.temp();
        b.emitList(Opcodes.BUILD_MAP, regs, part);
        b.emit(Opcodes.DICT_MERGE, dict, part, callee);
        b.release(mark);
        return true;
    }

    // super

    /**
     * Whether an attribute is one of a call of the builtin {@code super} in a plain form, so that no super object is
     * needed (CPython can_optimize_super_call).
     */
    boolean isSuperCall(Expr.Attribute e) {
        if (!(e.value() instanceof Expr.Call call && call.func() instanceof Expr.Name name
                && name.id().equals("super") && call.keywords().isEmpty()) || !l.unit.isFunction()) {
            return false;
        }
        if (l.unit.resolve("super").how() != Unit.How.GLOBAL
                || l.scopes.top().kindOf("super") != Scope.Kind.NONE
                        && l.scopes.top().kindOf("super") != Scope.Kind.GLOBAL_IMPLICIT) {
            return false;
        }
        if (call.args().size() == 2) {
            return !Displays.hasStar(call.args());
        }
        if (!call.args().isEmpty() || !l.unit.comps.isEmpty()) {
            return false;
        }
        boolean method = l.unit.type == Unit.Type.FUNCTION || l.unit.type == Unit.Type.ASYNC_FUNCTION
                || l.unit.type == Unit.Type.LAMBDA;
        return method && l.functions.hasPositional(l.unit)
                && l.unit.scope.kindOf("__class__") == Scope.Kind.FREE;
    }

    int superAttribute(Expr.Attribute e, int dest) {
        CodeBuilder b = l.b;
        Expr.Call call = (Expr.Call) e.value();
        int mark = b.mark();
        int object = l.expressions.operand(call.func());
        int type;
        int self;
        if (call.args().isEmpty()) {
            type = l.load("__class__", Reg.NONE);
            self = l.load(l.unit.firstParameter(), Reg.NONE);
        } else {
            type = l.expressions.operand(call.args().get(0));
            self = l.expressions.operand(call.args().get(1));
        }
        b.release(mark);
        b.at(Expressions.attributeSpan(e));
        int result = l.dest(dest);
        b.emit(Opcodes.LOAD_SUPER_ATTR, result, object, type, self, b.name(l.unit.mangle(e.attr())),
                call.args().size());
        return result;
    }
}
