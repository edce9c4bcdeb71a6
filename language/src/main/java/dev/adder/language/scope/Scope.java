package dev.adder.language.scope;

import dev.adder.language.ast.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A block of code with names of its own, and what is known of each name. Flag values are those that the
 * {@code symtable} module shows.
 */
public final class Scope {
    public static final int DEF_GLOBAL = 1;
    public static final int DEF_LOCAL = 2;
    public static final int DEF_PARAM = 4;
    public static final int DEF_NONLOCAL = 8;
    public static final int USE = 16;
    public static final int DEF_FREE_CLASS = 64;
    public static final int DEF_IMPORT = 128;
    public static final int DEF_ANNOT = 256;
    public static final int DEF_COMP_ITER = 512;
    public static final int DEF_TYPE_PARAM = 1024;
    public static final int DEF_COMP_CELL = 2048;
    public static final int DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM;
    static final int SCOPE_OFFSET = 12;
    /** Came in with an inlined comprehension; not the block's own. */
    static final int MERGED = 1 << 20;

    /** What a name is in a scope; ordinals are CPython's numbers. */
    public enum Kind {
        NONE, LOCAL, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, FREE, CELL;

        private static final Kind[] ALL = values();
    }

    /** Kinds of blocks; ordinals are CPython's numbers. */
    public enum Block {
        FUNCTION, CLASS, MODULE, ANNOTATION, TYPE_VARIABLE, TYPE_ALIAS, TYPE_PARAMETERS
    }

    /** Kinds of comprehensions. */
    public enum Comp {
        NONE, LIST, DICT, SET, GENERATOR
    }

    /** A global or nonlocal declaration, for error positions. */
    record Directive(String name, Span span) {
    }

    final String name;
    final Block block;
    final Span span;
    final Map<String, Integer> symbols = new LinkedHashMap<>();
    final List<String> parameters = new ArrayList<>();
    final List<Scope> children = new ArrayList<>();
    final List<Directive> directives = new ArrayList<>();
    /** In the type-parameter scope of a class, and in functions within: the names that are mangled (its type parameters). */
    Set<String> mangledNames;
    Scope annotationBlock;
    Comp comp = Comp.NONE;
    boolean nested;
    boolean method;
    boolean generator;
    boolean coroutine;
    boolean varargs;
    boolean varkeywords;
    boolean returnsValue;
    boolean annotationsUsed;
    boolean needsClassClosure;
    boolean needsClassDict;
    boolean hasConditionalAnnotations;
    boolean inConditionalBlock;
    boolean inUnevaluatedAnnotation;
    boolean canSeeClassScope;
    boolean compInlined;
    boolean compIterTarget;
    int compIterExpr;
    /** In a type-variable scope: what it is, for error texts ("a TypeVar bound"). */
    String typeVariablePart;
    final Set<String> walrusTargets = new HashSet<>();
    final Set<String> accumulated = new HashSet<>();
    /** How many loops of this block are around what is being read. */
    int loops;

    Scope(String name, Block block, Span span) {
        this.name = name;
        this.block = block;
        this.span = span;
    }

    boolean isFunctionLike() {
        return block != Block.CLASS && block != Block.MODULE;
    }

    int flags(String mangled) {
        Integer flags = symbols.get(mangled);
        return flags == null ? 0 : flags;
    }

    public int flagsOf(String mangled) {
        return flags(mangled) & (1 << SCOPE_OFFSET) - 1;
    }

    /** What a (mangled) name is here; NONE if it does not occur. */
    public Kind kindOf(String mangled) {
        return Kind.ALL[flags(mangled) >> SCOPE_OFFSET & 15];
    }

    public String name() {
        return name;
    }

    public Block block() {
        return block;
    }

    public Span span() {
        return span;
    }

    public Map<String, Integer> symbols() {
        return symbols;
    }

    /** Parameters in the order of registers. */
    public List<String> parameters() {
        return parameters;
    }

    public List<Scope> children() {
        return children;
    }

    /** The scope of the annotations of a module or class body, or null. */
    public Scope annotationBlock() {
        return annotationBlock;
    }

    public Comp comprehension() {
        return comp;
    }

    public boolean isFunction() {
        return isFunctionLike();
    }

    public boolean isNested() {
        return nested;
    }

    public boolean isMethod() {
        return method;
    }

    public boolean isGenerator() {
        return generator;
    }

    public boolean isCoroutine() {
        return coroutine;
    }

    public boolean hasVarargs() {
        return varargs;
    }

    public boolean hasVarkeywords() {
        return varkeywords;
    }

    public boolean annotationsUsed() {
        return annotationsUsed;
    }

    public boolean needsClassClosure() {
        return needsClassClosure;
    }

    public boolean needsClassDict() {
        return needsClassDict;
    }

    public boolean hasConditionalAnnotations() {
        return hasConditionalAnnotations;
    }

    public boolean canSeeClassScope() {
        return canSeeClassScope;
    }

    public boolean isInlined() {
        return compInlined;
    }

    /** Whether a loop of this block grows it as a text; see {@link Accumulation}. */
    public boolean isAccumulated(String mangled) {
        return accumulated.contains(mangled);
    }

    /** Whether a (mangled) name may be bound in the middle of an expression, by {@code :=}. */
    public boolean isWalrusTarget(String mangled) {
        return walrusTargets.contains(mangled);
    }

    /** Whether a name is a variable of an inlined comprehension of this block, not of the block itself. */
    public boolean isMerged(String mangled) {
        return (flags(mangled) & MERGED) != 0;
    }
}
