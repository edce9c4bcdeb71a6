package dev.adder.language.scope;

import static dev.adder.language.scope.Scope.DEF_BOUND;
import static dev.adder.language.scope.Scope.DEF_COMP_CELL;
import static dev.adder.language.scope.Scope.DEF_FREE_CLASS;
import static dev.adder.language.scope.Scope.DEF_GLOBAL;
import static dev.adder.language.scope.Scope.DEF_NONLOCAL;
import static dev.adder.language.scope.Scope.DEF_PARAM;
import static dev.adder.language.scope.Scope.DEF_TYPE_PARAM;
import static dev.adder.language.scope.Scope.SCOPE_OFFSET;

import dev.adder.language.SyntaxException;
import dev.adder.language.scope.Scope.Block;
import dev.adder.language.scope.Scope.Comp;
import dev.adder.language.scope.Scope.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Resolves names, top down for what is bound around a block, bottom up for what its children need (CPython
 * {@code analyze_block}). Comprehensions other than generator expressions are merged into the block around them
 * (PEP 709), except in annotation scopes that see a class.
 */
final class ScopeAnalysis {
    private final String filename;

    ScopeAnalysis(String filename) {
        this.filename = filename;
    }

    void analyze(Scope top) {
        block(top, null, new HashSet<>(), new HashSet<>(), new HashSet<>(), null);
    }

    private void block(Scope scope, Set<String> bound, Set<String> free, Set<String> global, Set<String> typeParams,
            Scope classScope) {
        Set<String> local = new HashSet<>();
        Set<String> newFree = new HashSet<>();
        Set<String> newGlobal = new HashSet<>();
        Set<String> newBound = new HashSet<>();
        Set<String> inlinedCells = new HashSet<>();
        Map<String, Kind> kinds = new HashMap<>();
        boolean isClass = scope.block == Block.CLASS;
        if (isClass) {
            // A class's names are not seen by nested functions.
            newGlobal.addAll(global);
            if (bound != null) {
                newBound.addAll(bound);
            }
        }
        for (Map.Entry<String, Integer> symbol : scope.symbols.entrySet()) {
            name(scope, kinds, symbol.getKey(), symbol.getValue(), bound, local, newFree, global, typeParams,
                    classScope);
        }
        if (isClass) {
            newBound.add("__class__");
            newBound.add("__classdict__");
            newBound.add("__conditional_annotations__");
        } else {
            if (scope.isFunctionLike()) {
                newBound.addAll(local);
            }
            if (bound != null) {
                newBound.addAll(bound);
            }
            newGlobal.addAll(global);
        }
        children(scope, kinds, newBound, newFree, newGlobal, typeParams, classScope, inlinedCells);
        if (scope.isFunctionLike()) {
            cells(kinds, newFree, inlinedCells);
        } else if (isClass) {
            dropClassFree(scope, newFree);
        }
        update(scope, kinds, bound, newFree, inlinedCells);
        free.addAll(newFree);
    }

    private void name(Scope scope, Map<String, Kind> kinds, String name, int flags, Set<String> bound,
            Set<String> local, Set<String> free, Set<String> global, Set<String> typeParams, Scope classScope) {
        if ((flags & DEF_GLOBAL) != 0) {
            if ((flags & DEF_NONLOCAL) != 0) {
                throw at(scope, name, "name '" + name + "' is nonlocal and global");
            }
            kinds.put(name, Kind.GLOBAL_EXPLICIT);
            global.add(name);
            if (bound != null) {
                bound.remove(name);
            }
            return;
        }
        if ((flags & DEF_NONLOCAL) != 0) {
            if (bound == null) {
                throw at(scope, name, "nonlocal declaration not allowed at module level");
            }
            if (!bound.contains(name)) {
                throw at(scope, name, "no binding for nonlocal '" + name + "' found");
            }
            if (typeParams.contains(name)) {
                throw at(scope, name, "nonlocal binding not allowed for type parameter '" + name + "'");
            }
            kinds.put(name, Kind.FREE);
            free.add(name);
            return;
        }
        if ((flags & DEF_BOUND) != 0) {
            kinds.put(name, Kind.LOCAL);
            local.add(name);
            global.remove(name);
            if ((flags & DEF_TYPE_PARAM) != 0) {
                typeParams.add(name);
            } else {
                typeParams.remove(name);
            }
            return;
        }
        if (classScope != null) {
            // Bound in the class whose names are seen here: looked up there, then among the globals.
            int classFlags = classScope.flags(name);
            if ((classFlags & DEF_GLOBAL) != 0) {
                kinds.put(name, Kind.GLOBAL_EXPLICIT);
                return;
            }
            if ((classFlags & DEF_BOUND) != 0 && (classFlags & DEF_NONLOCAL) == 0) {
                kinds.put(name, Kind.GLOBAL_IMPLICIT);
                return;
            }
        }
        if (bound != null && bound.contains(name)) {
            kinds.put(name, Kind.FREE);
            free.add(name);
            return;
        }
        kinds.put(name, Kind.GLOBAL_IMPLICIT);
    }

    private void children(Scope scope, Map<String, Kind> kinds, Set<String> newBound, Set<String> newFree,
            Set<String> newGlobal, Set<String> typeParams, Scope classScope, Set<String> inlinedCells) {
        for (Scope child : scope.children) {
            Scope seen = null;
            if (child.canSeeClassScope) {
                seen = scope.block == Block.CLASS ? scope : classScope;
            }
            boolean inline = child.comp != Comp.NONE && child.comp != Comp.GENERATOR && !scope.canSeeClassScope;
            Set<String> childFree = new HashSet<>();
            block(child, new HashSet<>(newBound), childFree, new HashSet<>(newGlobal), new HashSet<>(typeParams),
                    seen);
            if (inline) {
                inline(scope, child, kinds, childFree, inlinedCells);
                child.compInlined = true;
            }
            newFree.addAll(childFree);
        }
        List<Scope> flat = new ArrayList<>();
        for (Scope child : scope.children) {
            if (child.compInlined) {
                flat.addAll(child.children);
            } else {
                flat.add(child);
            }
        }
        scope.children.clear();
        scope.children.addAll(flat);
    }

    private static void inline(Scope scope, Scope comp, Map<String, Kind> kinds, Set<String> compFree,
            Set<String> inlinedCells) {
        boolean dropClass = false;
        for (Map.Entry<String, Integer> symbol : comp.symbols.entrySet()) {
            String name = symbol.getKey();
            int flags = symbol.getValue();
            if ((flags & DEF_PARAM) != 0) {
                continue;
            }
            Kind kind = comp.kindOf(name);
            int own = flags & (1 << SCOPE_OFFSET) - 1;
            if (kind == Kind.CELL || (own & DEF_COMP_CELL) != 0) {
                inlinedCells.add(name);
            }
            Integer existing = scope.symbols.get(name);
            if (existing == null) {
                if (kind == Kind.FREE && scope.block == Block.CLASS && isClassCell(name)) {
                    kind = Kind.GLOBAL_IMPLICIT;
                    compFree.remove(name);
                    dropClass |= name.equals("__class__");
                }
                scope.symbols.put(name, own | Scope.MERGED);
                kinds.put(name, kind);
            } else if ((existing & DEF_BOUND) != 0 && scope.block != Block.CLASS && !freeInChild(comp, name)) {
                compFree.remove(name);
            }
        }
        if (dropClass) {
            comp.symbols.remove("__class__");
        }
    }

    private static boolean isClassCell(String name) {
        return name.equals("__class__") || name.equals("__classdict__") || name.equals("__conditional_annotations__");
    }

    private static boolean freeInChild(Scope scope, String name) {
        for (Scope child : scope.children) {
            if (child.kindOf(name) == Kind.FREE) {
                return true;
            }
        }
        return false;
    }

    private static void cells(Map<String, Kind> kinds, Set<String> free, Set<String> inlinedCells) {
        for (Map.Entry<String, Kind> entry : kinds.entrySet()) {
            String name = entry.getKey();
            if (entry.getValue() == Kind.LOCAL && (free.contains(name) || inlinedCells.contains(name))) {
                entry.setValue(Kind.CELL);
                free.remove(name);
            }
        }
    }

    private static void dropClassFree(Scope scope, Set<String> free) {
        if (free.remove("__class__")) {
            scope.needsClassClosure = true;
        }
        if (free.remove("__classdict__")) {
            scope.needsClassDict = true;
        }
        if (free.remove("__conditional_annotations__")) {
            scope.hasConditionalAnnotations = true;
        }
    }

    private static void update(Scope scope, Map<String, Kind> kinds, Set<String> bound, Set<String> free,
            Set<String> inlinedCells) {
        for (Map.Entry<String, Integer> symbol : scope.symbols.entrySet()) {
            int flags = symbol.getValue();
            if (inlinedCells.contains(symbol.getKey())) {
                flags |= DEF_COMP_CELL;
            }
            symbol.setValue(flags | kinds.get(symbol.getKey()).ordinal() << SCOPE_OFFSET);
        }
        for (String name : free) {
            Integer flags = scope.symbols.get(name);
            if (flags != null) {
                // A free variable of a method with the name of one that the class, or what sees it, takes from elsewhere.
                if (scope.block == Block.CLASS || scope.canSeeClassScope) {
                    scope.symbols.put(name, flags | DEF_FREE_CLASS);
                }
            } else if (bound == null || bound.contains(name)) {
                scope.symbols.put(name, Kind.FREE.ordinal() << SCOPE_OFFSET);
            }
        }
    }

    private SyntaxException at(Scope scope, String name, String message) {
        for (Scope.Directive directive : scope.directives) {
            if (directive.name().equals(name)) {
                return Scopes.error(message, filename, directive.span());
            }
        }
        return Scopes.error(message, filename, scope.span);
    }
}
