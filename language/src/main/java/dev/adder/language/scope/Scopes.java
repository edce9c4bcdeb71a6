package dev.adder.language.scope;

import dev.adder.language.SyntaxException;
import dev.adder.language.ast.Mod;
import dev.adder.language.ast.Node;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ast.TypeParam;
import java.util.IdentityHashMap;
import java.util.Map;

/** The scopes of a module, by the nodes that open them. */
public final class Scopes {
    final Map<Node, Scope> blocks = new IdentityHashMap<>();
    final Map<Stmt, Scope> annotations = new IdentityHashMap<>();
    final Map<Stmt, Scope> typeParameters = new IdentityHashMap<>();
    final Map<TypeParam, Scope> bounds = new IdentityHashMap<>();
    final Map<TypeParam, Scope> defaults = new IdentityHashMap<>();
    Scope top;

    Scopes() {
    }

    /** Builds and resolves the scopes of a tree. */
    public static Scopes of(Mod mod, String filename, boolean futureAnnotations, boolean topLevelAwait) {
        Scopes scopes = new Scopes();
        new ScopeBuilder(scopes, filename, futureAnnotations, topLevelAwait).build(mod);
        new ScopeAnalysis(filename).analyze(scopes.top);
        return scopes;
    }

    public Scope top() {
        return top;
    }

    /** The scope of a function, lambda, class, comprehension or type alias (its value). */
    public Scope of(Node node) {
        return blocks.get(node);
    }

    /** The scope of a function's annotations. */
    public Scope annotationsOf(Stmt function) {
        return annotations.get(function);
    }

    /** The scope around a generic function, class or type alias. */
    public Scope typeParametersOf(Stmt statement) {
        return typeParameters.get(statement);
    }

    public Scope boundOf(TypeParam parameter) {
        return bounds.get(parameter);
    }

    public Scope defaultOf(TypeParam parameter) {
        return defaults.get(parameter);
    }

    /** How deep expressions may nest; a chain of binary operators counts as one level. */
    public static final int MAX_DEPTH = 6000;

    /** What CPython's compiler raises when it runs out of stack. */
    public static SyntaxException tooDeep(String filename) {
        return new SyntaxException(SyntaxException.Kind.RECURSION_ERROR,
                "maximum recursion depth exceeded during compilation", filename, -1, 0, 0, 0, null);
    }

    static SyntaxException error(String message, String filename, Span span) {
        if (span == null) {
            return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, filename, 0, 0, 0, 0, null);
        }
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, filename, span.line(), span.col() + 1,
                span.endLine(), span.endCol() + 1, null);
    }
}
