package dev.adder.language.lower;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ast.Const;
import dev.adder.language.ast.Singleton;
import dev.adder.language.ast.Span;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.ir.Reg;
import dev.adder.language.lower.Unit.Var;
import dev.adder.language.scope.Scope;
import dev.adder.language.scope.Scopes;
import java.util.List;

/**
 * Syntax tree to IR, one module. The parts (statements, expressions, ...) share this context: what is compiled with
 * which options, and the unit at work.
 */
final class Lowering {
    final String filename;
    final Scopes scopes;
    final int futureFlags;
    final int optimize;
    final boolean interactive;
    final WarningSink warnings;
    final Expressions expressions = new Expressions(this);
    final Conditions conditions = new Conditions(this);
    final Displays displays = new Displays(this);
    final Strings strings = new Strings(this);
    final Calls calls = new Calls(this);
    final Comprehensions comprehensions = new Comprehensions(this);
    final Assignments assignments = new Assignments(this);
    final Statements statements = new Statements(this);
    final Tries tries = new Tries(this);
    final Groups groups = new Groups(this);
    final Withs withs = new Withs(this);
    final Functions functions = new Functions(this);
    final Annotations annotations = new Annotations(this);
    final Classes classes = new Classes(this);
    final TypeParameters typeParameters = new TypeParameters(this);
    final Patterns patterns = new Patterns(this);
    final Checks checks = new Checks(this);
    Unit unit;
    CodeBuilder b;
    private int quiet;

    Lowering(String filename, Scopes scopes, int futureFlags, int optimize, boolean interactive,
            WarningSink warnings) {
        this.filename = filename;
        this.scopes = scopes;
        this.futureFlags = futureFlags;
        this.optimize = optimize;
        this.interactive = interactive;
        this.warnings = warnings;
    }

    // Units

    /** Starts a nested code; {@link #leave} ends it. */
    Unit enter(String name, Scope scope, Unit.Type type, Span span, int firstLine, String className) {
        CodeBuilder builder = new CodeBuilder(name, qualifiedName(name, type), filename, firstLine);
        builder.at(null);
        unit = new Unit(unit, scope, type, builder, className);
        b = builder;
        b.at(span);
        return unit;
    }

    Unit enter(String name, Scope scope, Unit.Type type, Span span, String className) {
        return enter(name, scope, type, span, span.line(), className);
    }

    private String qualifiedName(String name, Unit.Type type) {
        Unit parent = unit;
        if (parent != null && (parent.type == Unit.Type.TYPE_PARAMETERS || parent.type == Unit.Type.ANNOTATIONS)) {
            // Annotation scopes are invisible in qualified names; CPython looks through one.
            parent = parent.parent;
        }
        if (parent == null || parent.parent == null) {
            return name;
        }
        boolean named = type == Unit.Type.FUNCTION || type == Unit.Type.ASYNC_FUNCTION || type == Unit.Type.CLASS;
        if (named && parent.scope.kindOf(parent.mangle(name)) == Scope.Kind.GLOBAL_EXPLICIT) {
            return name;
        }
        String base = parent.b.qualname();
        if (parent.type == Unit.Type.FUNCTION || parent.type == Unit.Type.ASYNC_FUNCTION
                || parent.type == Unit.Type.LAMBDA) {
            base += ".<locals>";
        }
        return (base + "." + name).intern();
    }

    /** Ends the unit at work and makes its code. */
    Code leave() {
        Unit done = unit;
        done.declareVariables();
        done.b.flags(done.b.flags() | flags(done));
        Code code = done.b.finish();
        unit = done.parent;
        b = unit == null ? null : unit.b;
        return code;
    }

    private int flags(Unit done) {
        Scope scope = done.scope;
        int flags = futureFlags;
        if (scope.isFunction()) {
            flags |= Code.CO_NEWLOCALS | Code.CO_OPTIMIZED;
            if (scope.isNested()) {
                flags |= Code.CO_NESTED;
            }
            if (scope.isGenerator()) {
                flags |= scope.isCoroutine() ? Code.CO_ASYNC_GENERATOR : Code.CO_GENERATOR;
            } else if (scope.isCoroutine()) {
                flags |= Code.CO_COROUTINE;
            }
            flags |= scope.hasVarargs() ? Code.CO_VARARGS : 0;
            flags |= scope.hasVarkeywords() ? Code.CO_VARKEYWORDS : 0;
            flags |= scope.isMethod() ? Code.CO_METHOD : 0;
        } else if (scope.block() == Scope.Block.MODULE && scope.isCoroutine()) {
            flags |= Code.CO_COROUTINE;
        }
        return flags;
    }

    /** Makes a function of a nested code: cells in the order of its free variables. */
    int makeFunction(Code code, int defaults, int keywordDefaults, int annotate, int dest) {
        int[] cells = new int[code.freeVars.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = unit.closureCell(code.freeVars[i]);
            if (cells[i] < 0) {
                throw new IllegalStateException("no cell for " + code.freeVars[i] + " of " + code.qualname + " in "
                        + b.qualname());
            }
        }
        int result = dest(dest);
        b.emitList(Opcodes.MAKE_FUNCTION, cells, result, b.constant(code), defaults, keywordDefaults, annotate);
        return result;
    }

    // Registers

    int dest(int dest) {
        return dest >= 0 ? dest : b.temp();
    }

    /** The value in {@code reg} where it was asked for. */
    int place(int reg, int dest) {
        if (dest < 0 || reg == dest) {
            return reg;
        }
        b.emit(Opcodes.MOVE, dest, reg);
        return dest;
    }

    int none() {
        return b.constant(Singleton.NONE);
    }

    /** Whether a register is a variable's own, so that it may change under a reader. */
    static boolean isVariable(int reg) {
        return !Reg.isTemp(reg) && !Reg.isConst(reg);
    }

    int copy(int reg) {
        int temp = b.temp();
        b.emit(Opcodes.MOVE, temp, reg);
        return temp;
    }

    /** A MOVE only if a later store to a variable could change the register. */
    int stable(int reg) {
        return isVariable(reg) ? copy(reg) : reg;
    }

    // Variables

    int load(String name, int dest) {
        Var v = unit.resolve(name);
        switch (v.how()) {
            case LOCAL -> {
                b.emit(Opcodes.CHECK_LOCAL, v.reg(), b.name(v.name()));
                if (unit.scope.isAccumulated(unit.mangle(name))) {
                    b.emit(Opcodes.FINISH, v.reg(), v.reg());
                }
                return place(v.reg(), dest);
            }
            case CELL -> {
                int result = dest(dest);
                b.emit(Opcodes.LOAD_CELL, result, v.reg(), b.name(v.name()));
                return result;
            }
            case CLASS_CELL -> {
                int result = dest(dest);
                int mark = b.mark();
                int mapping = classMapping();
                b.emit(Opcodes.LOAD_FROM_DICT_OR_CELL, result, mapping, v.reg(), b.name(v.name()));
                b.release(mark);
                return result;
            }
            case CLASS_GLOBAL -> {
                int result = dest(dest);
                int mark = b.mark();
                int mapping = classMapping();
                b.emit(Opcodes.LOAD_FROM_DICT_OR_GLOBALS, result, mapping, b.name(v.name()));
                b.release(mark);
                return result;
            }
            case GLOBAL -> {
                int result = dest(dest);
                b.emit(Opcodes.LOAD_GLOBAL, result, b.name(v.name()));
                return result;
            }
            case NAME -> {
                int result = dest(dest);
                b.emit(Opcodes.LOAD_NAME, result, b.name(v.name()));
                return result;
            }
        }
        throw new IllegalStateException();
    }

    /** The mapping of the class body, from in it or from an annotation scope that sees it. */
    private int classMapping() {
        int mapping = b.temp();
        if (unit.type == Unit.Type.CLASS) {
            b.emit(Opcodes.LOAD_LOCALS, mapping);
        } else {
            b.emit(Opcodes.LOAD_CELL, mapping, unit.cellOrFree("__classdict__"), b.name("__classdict__"));
        }
        return mapping;
    }

    void store(String name, int value) {
        store(unit.resolve(name), value);
    }

    void store(Var v, int value) {
        switch (v.how()) {
            case LOCAL -> place(value, v.reg());
            case CELL, CLASS_CELL -> b.emit(Opcodes.STORE_CELL, v.reg(), value);
            case GLOBAL, CLASS_GLOBAL -> b.emit(Opcodes.STORE_GLOBAL, b.name(v.name()), value);
            case NAME -> b.emit(Opcodes.STORE_NAME, b.name(v.name()), value);
        }
    }

    void delete(String name) {
        Var v = unit.resolve(name);
        switch (v.how()) {
            case LOCAL -> {
                b.emit(Opcodes.CHECK_LOCAL, v.reg(), b.name(v.name()));
                b.emit(Opcodes.CLEAR, v.reg());
            }
            case CELL, CLASS_CELL -> b.emit(Opcodes.DELETE_CELL, v.reg(), b.name(v.name()));
            case GLOBAL, CLASS_GLOBAL -> b.emit(Opcodes.DELETE_GLOBAL, b.name(v.name()));
            case NAME -> b.emit(Opcodes.DELETE_NAME, b.name(v.name()));
        }
    }

    /** {@code name = None; del name}: the end of an except clause's variable. */
    void forget(String name) {
        Var v = unit.resolve(name);
        if (v.how() == Unit.How.LOCAL) {
            b.emit(Opcodes.CLEAR, v.reg());
        } else {
            store(v, none());
            delete(name);
        }
    }

    // Diagnostics

    SyntaxException error(String message, Span span) {
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, filename, span.line(),
                span.col() + 1, span.endLine(), span.endCol() + 1, null);
    }

    void warn(String message, Span span) {
        if (quiet == 0 && warnings.warn(message, filename, span.line(), span)) {
            throw error(message, span);
        }
    }

    /** Lowers statements once more, without repeating their warnings. */
    void quietly(Runnable again) {
        quiet++;
        again.run();
        quiet--;
    }

    static Const.TupleConst tuple(List<?> items) {
        return new Const.TupleConst(List.copyOf(items));
    }
}
