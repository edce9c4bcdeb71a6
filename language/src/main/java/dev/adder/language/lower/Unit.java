package dev.adder.language.lower;

import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.ir.Reg;
import dev.adder.language.scope.Names;
import dev.adder.language.scope.Scope;
import dev.adder.language.scope.Scope.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A code object being lowered: its scope, registers of its variables, and the statements it is inside of. */
final class Unit {
    enum Type {
        MODULE, CLASS, FUNCTION, ASYNC_FUNCTION, LAMBDA, COMPREHENSION, ANNOTATIONS, TYPE_PARAMETERS
    }

    /** How a variable is reached. */
    enum How {
        /** In register {@link Var#reg}. */
        LOCAL,
        /** In the cell in the register. */
        CELL,
        /** In the class body's mapping, else in the cell. */
        CLASS_CELL,
        GLOBAL,
        /** In the class body's mapping, else global. */
        CLASS_GLOBAL,
        NAME
    }

    record Var(How how, int reg, String name) {
    }

    /** An inlined comprehension: where its own variables are. */
    static final class Comp {
        final Scope scope;
        final Map<String, Var> vars = new HashMap<>();

        Comp(Scope scope) {
            this.scope = scope;
        }
    }

    /** An annotation of a module's or class's variable, for its annotate function. */
    record Annotation(String name, Expr annotation, int conditionalIndex, Span span) {
    }

    final Unit parent;
    final Scope scope;
    final Type type;
    final CodeBuilder b;
    final String className;
    final List<Block> blocks = new ArrayList<>();
    final List<Comp> comps = new ArrayList<>();
    final List<Annotation> annotations = new ArrayList<>();
    final TreeSet<String> staticAttributes = new TreeSet<>();
    boolean inConditionalBlock;
    int positionalCount;
    int conditionalAnnotations;
    private final Map<String, Integer> locals = new HashMap<>();
    private final List<String> localNames = new ArrayList<>();
    private final List<String> hiddenNames = new ArrayList<>();
    private final Map<String, List<Integer>> freeHidden = new HashMap<>();
    private final Map<String, Integer> cells = new HashMap<>();
    private final List<String> cellNames = new ArrayList<>();
    private final Map<String, Integer> frees = new HashMap<>();
    private final List<String> freeNames = new ArrayList<>();

    Unit(Unit parent, Scope scope, Type type, CodeBuilder b, String className) {
        this.parent = parent;
        this.scope = scope;
        this.type = type;
        this.b = b;
        this.className = className;
        for (String parameter : scope.parameters()) {
            local(parameter);
        }
        findCells();
        for (String cell : cellNames) {
            Integer parameter = locals.get(cell);
            if (parameter == null) {
                b.emit(Opcodes.NEW_CELL, Reg.cell(cells.get(cell)));
            } else {
                b.emit(Opcodes.MAKE_CELL, Reg.cell(cells.get(cell)), Reg.local(parameter));
            }
        }
    }

    private void findCells() {
        TreeSet<String> own = new TreeSet<>();
        TreeSet<String> outer = new TreeSet<>();
        for (String name : scope.symbols().keySet()) {
            Kind kind = scope.kindOf(name);
            if (kind == Kind.CELL && !scope.isMerged(name)) {
                own.add(name);
            } else if (kind == Kind.FREE || (scope.flagsOf(name) & Scope.DEF_FREE_CLASS) != 0) {
                outer.add(name);
            }
        }
        if (scope.needsClassClosure()) {
            addCell("__class__");
        }
        if (scope.needsClassDict()) {
            addCell("__classdict__");
        }
        if (scope.hasConditionalAnnotations() && type == Type.CLASS) {
            addCell("__conditional_annotations__");
        }
        for (String name : own) {
            addCell(name);
        }
        for (String name : outer) {
            frees.put(name, freeNames.size());
            freeNames.add(name);
        }
    }

    private void addCell(String name) {
        cells.put(name, cellNames.size());
        cellNames.add(name);
    }

    private int local(String name) {
        Integer known = locals.get(name);
        if (known == null) {
            known = localNames.size();
            locals.put(name, known);
            localNames.add(name);
        }
        return known;
    }

    /** A register for a variable of an inlined comprehension. */
    int takeHidden(String name) {
        List<Integer> free = freeHidden.get(name);
        if (free != null && !free.isEmpty()) {
            return Reg.hidden(free.removeLast());
        }
        hiddenNames.add(name);
        return Reg.hidden(hiddenNames.size() - 1);
    }

    void giveHidden(String name, int reg) {
        freeHidden.computeIfAbsent(name, k -> new ArrayList<>()).add(reg - Reg.hidden(0));
    }

    String mangle(String name) {
        return Names.mangle(className, scope, name);
    }

    boolean isFunction() {
        return scope.isFunction();
    }

    /** Where a name of the source is found from here. */
    Var resolve(String source) {
        String name = mangle(source);
        for (int i = comps.size() - 1; i >= 0; i--) {
            Var own = comps.get(i).vars.get(name);
            if (own != null) {
                return own;
            }
        }
        if (type == Type.CLASS && !comps.isEmpty()) {
            // A comprehension does not see the names of the class body around it.
            Scope comp = comps.getLast().scope;
            if (comp.kindOf(name) == Kind.FREE) {
                return new Var(How.CELL, Reg.free(frees.get(name)), name);
            }
            return new Var(How.GLOBAL, Reg.NONE, name);
        }
        return switch (scope.kindOf(name)) {
            case LOCAL -> isFunction() ? new Var(How.LOCAL, Reg.local(local(name)), name)
                    : new Var(How.NAME, Reg.NONE, name);
            case CELL -> new Var(How.CELL, Reg.cell(cells.get(name)), name);
            // A class body may have a __class__ from outside and one of its own for its functions.
            case FREE -> new Var(type == Type.CLASS || scope.canSeeClassScope() && !isClassCell(name)
                    ? How.CLASS_CELL : How.CELL, Reg.free(frees.get(name)), name);
            case GLOBAL_EXPLICIT -> new Var(How.GLOBAL, Reg.NONE, name);
            case GLOBAL_IMPLICIT, NONE -> {
                if (!isFunction()) {
                    yield new Var(How.NAME, Reg.NONE, name);
                }
                yield new Var(scope.canSeeClassScope() ? How.CLASS_GLOBAL : How.GLOBAL, Reg.NONE, name);
            }
        };
    }

    private static boolean isClassCell(String name) {
        return name.equals("__classdict__") || name.equals("__conditional_annotations__");
    }

    /** The register of a cell by name, own or from outside, or -1. */
    int cellOrFree(String name) {
        Integer own = cells.get(name);
        if (own != null) {
            return Reg.cell(own);
        }
        Integer outer = frees.get(name);
        return outer == null ? Reg.NONE : Reg.free(outer);
    }

    /** The register of the cell that a nested code's free variable of this name is closed over. */
    int closureCell(String name) {
        for (int i = comps.size() - 1; i >= 0; i--) {
            Var own = comps.get(i).vars.get(name);
            if (own != null && own.how() == How.CELL) {
                return own.reg();
            }
        }
        return cellOrFree(name);
    }

    List<String> freeNames() {
        return freeNames;
    }

    /** The parameter that zero-argument super takes, or null. */
    String firstParameter() {
        return scope.parameters().isEmpty() ? null : scope.parameters().getFirst();
    }

    void declareVariables() {
        b.variables(localNames, hiddenNames, cellNames, freeNames);
    }

    void renameParameter(String from, String to) {
        localNames.set(localNames.indexOf(from), to);
    }

    /** A statement around the current one that leaving it must tidy up, or that a jump can leave. */
    static final class Block {
        enum Kind {
            /** {@code break} and {@code continue} refer to it. */
            LOOP,
            /** Body of try with except clauses. */
            TRY,
            /** Body of try with finally: leaving runs {@link #finalBody}. */
            FINALLY,
            /** Finally body run because of an exception. */
            FINALLY_EXCEPTION,
            WITH,
            ASYNC_WITH,
            /** Body of an except clause; {@link #name} may be its variable. */
            HANDLER,
            /** Body of an except* clause: cannot be left by a jump. */
            GROUP_HANDLER,
            /** Exceptional end of with: only to restore the handled exception. */
            POP_EXCEPTION
        }

        final Kind kind;
        /** Handler in effect around the statement. */
        final CodeBuilder.Handler outer;
        CodeBuilder.Label breakLabel;
        CodeBuilder.Label continueLabel;
        List<Stmt> finalBody;
        int previous = Reg.NONE;
        int exit = Reg.NONE;
        String name;
        Span span;

        Block(Kind kind, CodeBuilder.Handler outer) {
            this.kind = kind;
            this.outer = outer;
        }
    }
}
