package dev.adder.language.lower;

import dev.adder.language.ast.Expr;
import dev.adder.language.ast.MatchCase;
import dev.adder.language.ast.Pattern;
import dev.adder.language.ast.Span;
import dev.adder.language.ast.Stmt;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.text.Str;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** match. Names are bound once their whole pattern has matched; until then what they capture is in temporaries. */
final class Patterns {
    private final Lowering l;
    /** What the pattern at work has captured. */
    private Map<String, Integer> captures = new LinkedHashMap<>();
    private boolean allowIrrefutable;

    Patterns(Lowering l) {
        this.l = l;
    }

    void match(Stmt.Match s) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int subject = l.stable(l.expressions.eval(s.subject()));
        CodeBuilder.Label end = b.label();
        boolean before = l.unit.inConditionalBlock;
        l.unit.inConditionalBlock = true;
        int count = s.cases().size();
        for (int i = 0; i < count; i++) {
            MatchCase c = s.cases().get(i);
            int inner = b.mark();
            CodeBuilder.Label next = b.label();
            Map<String, Integer> outerCaptures = captures;
            captures = new LinkedHashMap<>();
            allowIrrefutable = c.guard() != null || i == count - 1;
            pattern(c.pattern(), subject, next);
            if (isWildcard(c.pattern())) {
                // Makes nothing else, and its line is to be seen by tracing.
                b.emit(Opcodes.NOP);
            }
            for (Map.Entry<String, Integer> capture : captures.entrySet()) {
                b.at(c.pattern().span());
                l.store(capture.getKey(), capture.getValue());
            }
            captures = outerCaptures;
            b.release(inner);
            if (c.guard() != null) {
                l.conditions.branch(c.guard(), next, false);
            }
            l.statements.all(c.body());
            b.at(null);
            b.jump(end);
            b.bind(next);
            b.release(inner);
        }
        l.unit.inConditionalBlock = before;
        b.bind(end);
        b.release(mark);
    }

    private void pattern(Pattern pattern, int subject, CodeBuilder.Label fail) {
        l.b.at(pattern.span());
        switch (pattern) {
            case Pattern.MatchValue p -> value(p, subject, fail);
            case Pattern.MatchSingleton p -> {
                int same = l.b.temp();
                l.b.emit(Opcodes.IS, same, subject, l.b.constant(p.value()));
                l.b.emitJump(Opcodes.JUMP_IF_FALSE, fail, same);
            }
            case Pattern.MatchSequence p -> sequence(p, subject, fail);
            case Pattern.MatchMapping p -> mapping(p, subject, fail);
            case Pattern.MatchClass p -> classPattern(p, subject, fail);
            case Pattern.MatchStar p -> capture(p.name(), subject, p.span());
            case Pattern.MatchAs p -> as(p, subject, fail);
            case Pattern.MatchOr p -> or(p, subject, fail);
        }
    }

    private void value(Pattern.MatchValue p, int subject, CodeBuilder.Label fail) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        if (p.value() instanceof Expr.JoinedStr || p.value() instanceof Expr.TemplateStr) {
            throw l.error("patterns may only match literals and attribute lookups", p.span());
        }
        int value = l.expressions.eval(p.value());
        b.at(p.span());
        int equal = b.temp();
        b.emit(Opcodes.EQ, equal, subject, value);
        b.emitJump(Opcodes.JUMP_IF_FALSE, fail, equal);
        b.release(mark);
    }

    private static boolean isWildcard(Pattern p) {
        return p instanceof Pattern.MatchAs as && as.name() == null && as.pattern() == null;
    }

    private void as(Pattern.MatchAs p, int subject, CodeBuilder.Label fail) {
        if (p.pattern() == null) {
            if (!allowIrrefutable) {
                if (p.name() != null) {
                    throw l.error("name capture '" + p.name() + "' makes remaining patterns unreachable", p.span());
                }
                throw l.error("wildcard makes remaining patterns unreachable", p.span());
            }
            capture(p.name(), subject, p.span());
            return;
        }
        pattern(p.pattern(), subject, fail);
        capture(p.name(), subject, p.span());
    }

    private void capture(String name, int subject, Span span) {
        if (name == null) {
            return;
        }
        if (captures.containsKey(name)) {
            throw l.error("multiple assignments to name '" + name + "' in pattern", span);
        }
        captures.put(name, subject);
    }

    /** A pattern inside another may always be irrefutable. */
    private void inner(Pattern p, int subject, CodeBuilder.Label fail) {
        boolean before = allowIrrefutable;
        allowIrrefutable = true;
        pattern(p, subject, fail);
        allowIrrefutable = before;
    }

    private void sequence(Pattern.MatchSequence p, int subject, CodeBuilder.Label fail) {
        CodeBuilder b = l.b;
        List<Pattern> parts = p.patterns();
        int star = -1;
        boolean onlyWildcard = true;
        boolean starWildcard = false;
        for (int i = 0; i < parts.size(); i++) {
            Pattern part = parts.get(i);
            if (part instanceof Pattern.MatchStar s) {
                if (star >= 0) {
                    throw l.error("multiple starred names in sequence pattern", p.span());
                }
                star = i;
                starWildcard = s.name() == null;
                onlyWildcard &= starWildcard;
            } else {
                onlyWildcard &= isWildcard(part);
            }
        }
        int test = b.temp();
        b.emit(Opcodes.MATCH_SEQUENCE, test, subject);
        b.emitJump(Opcodes.JUMP_IF_FALSE, fail, test);
        int size = parts.size();
        if (star < 0 || size > 1) {
            b.emit(Opcodes.GET_LEN, test, subject);
            b.emit(star < 0 ? Opcodes.EQ : Opcodes.GE, test, test, b.constant((long) (star < 0 ? size : size - 1)));
            b.emitJump(Opcodes.JUMP_IF_FALSE, fail, test);
        }
        if (onlyWildcard) {
            return;
        }
        if (starWildcard) {
            items(parts, star, subject, fail);
            return;
        }
        int[] regs = new int[size];
        for (int i = 0; i < size; i++) {
            regs[i] = b.temp();
        }
        if (star < 0) {
            b.emitList(Opcodes.UNPACK_SEQUENCE, regs, subject);
        } else {
            b.emitList(Opcodes.UNPACK_EX, regs, subject, star);
        }
        for (int i = 0; i < size; i++) {
            inner(parts.get(i), regs[i], fail);
        }
    }

    /** Items around an unnamed star: by index. */
    private void items(List<Pattern> parts, int star, int subject, CodeBuilder.Label fail) {
        CodeBuilder b = l.b;
        int size = parts.size();
        for (int i = 0; i < size; i++) {
            Pattern part = parts.get(i);
            if (i == star || isWildcard(part)) {
                continue;
            }
            b.at(part.span());
            int item = b.temp();
            if (i < star) {
                b.emit(Opcodes.LOAD_ITEM, item, subject, b.constant((long) i));
            } else {
                b.emit(Opcodes.GET_LEN, item, subject);
                b.emit(Opcodes.SUB, item, item, b.constant((long) (size - i)));
                b.emit(Opcodes.LOAD_ITEM, item, subject, item);
            }
            inner(part, item, fail);
        }
    }

    private void mapping(Pattern.MatchMapping p, int subject, CodeBuilder.Label fail) {
        CodeBuilder b = l.b;
        int size = p.keys().size();
        int test = b.temp();
        b.emit(Opcodes.MATCH_MAPPING, test, subject);
        b.emitJump(Opcodes.JUMP_IF_FALSE, fail, test);
        if (size == 0 && p.rest() == null) {
            return;
        }
        int[] keys = new int[size];
        if (size > 0) {
            b.emit(Opcodes.GET_LEN, test, subject);
            b.emit(Opcodes.GE, test, test, b.constant((long) size));
            b.emitJump(Opcodes.JUMP_IF_FALSE, fail, test);
            Set<Object> seen = new HashSet<>();
            for (int i = 0; i < size; i++) {
                Expr key = p.keys().get(i);
                Object constant = l.displays.constant(key);
                if (constant != null) {
                    if (!seen.add(Fold.equalityKey(constant))) {
                        throw l.error("mapping pattern checks duplicate key (" + Unparser.constant(constant) + ")",
                                p.span());
                    }
                } else if (!(key instanceof Expr.Attribute)) {
                    throw l.error("mapping pattern keys may only match literals and attribute lookups", p.span());
                }
                keys[i] = l.stable(l.expressions.eval(key));
            }
            b.at(p.span());
            int tuple = b.temp();
            b.emitList(Opcodes.BUILD_TUPLE, keys, tuple);
            int values = b.temp();
            b.emit(Opcodes.MATCH_KEYS, values, subject, tuple);
            b.emitJump(Opcodes.JUMP_IF_NONE, fail, values);
            int[] regs = new int[size];
            for (int i = 0; i < size; i++) {
                regs[i] = b.temp();
            }
            b.emitList(Opcodes.UNPACK_SEQUENCE, regs, values);
            for (int i = 0; i < size; i++) {
                inner(p.patterns().get(i), regs[i], fail);
            }
            b.at(p.span());
        }
        if (p.rest() != null) {
            int rest = b.temp();
            b.emitList(Opcodes.BUILD_MAP, new int[0], rest);
            b.emit(Opcodes.DICT_UPDATE, rest, subject);
            for (int key : keys) {
                b.emit(Opcodes.DELETE_ITEM, rest, key);
            }
            capture(p.rest(), rest, p.span());
        }
    }

    private void classPattern(Pattern.MatchClass p, int subject, CodeBuilder.Label fail) {
        CodeBuilder b = l.b;
        List<String> names = p.kwdAttrs();
        for (int i = 0; i < names.size(); i++) {
            if (names.subList(0, i).contains(names.get(i))) {
                throw l.error("attribute name repeated in class pattern: " + names.get(i),
                        p.kwdPatterns().get(i).span());
            }
        }
        int type = l.expressions.operand(p.cls());
        List<Object> attributes = new ArrayList<>();
        for (String name : names) {
            attributes.add(Str.fromNameKey(name));
        }
        b.at(p.span());
        int found = b.temp();
        b.emit(Opcodes.MATCH_CLASS, found, subject, type, p.patterns().size(),
                b.constant(Lowering.tuple(attributes)));
        b.emitJump(Opcodes.JUMP_IF_NONE, fail, found);
        List<Pattern> parts = new ArrayList<>(p.patterns());
        parts.addAll(p.kwdPatterns());
        if (parts.isEmpty()) {
            return;
        }
        int[] regs = new int[parts.size()];
        for (int i = 0; i < regs.length; i++) {
            regs[i] = b.temp();
        }
        b.emitList(Opcodes.UNPACK_SEQUENCE, regs, found);
        for (int i = 0; i < regs.length; i++) {
            inner(parts.get(i), regs[i], fail);
        }
    }

    private void or(Pattern.MatchOr p, int subject, CodeBuilder.Label fail) {
        CodeBuilder b = l.b;
        CodeBuilder.Label matched = b.label();
        Map<String, Integer> outer = captures;
        Map<String, Integer> shared = null;
        int count = p.patterns().size();
        boolean before = allowIrrefutable;
        // Registers for what the alternatives capture must outlive each of them.
        Set<String> names = new java.util.TreeSet<>();
        names(p.patterns().getFirst(), names);
        Map<String, Integer> homes = new LinkedHashMap<>();
        for (String name : names) {
            homes.put(name, b.temp());
        }
        for (int i = 0; i < count; i++) {
            CodeBuilder.Label next = i == count - 1 ? fail : b.label();
            captures = new LinkedHashMap<>();
            allowIrrefutable = before && i == count - 1;
            int mark = b.mark();
            pattern(p.patterns().get(i), subject, next);
            if (!captures.keySet().equals(homes.keySet())) {
                throw l.error("alternative patterns bind different names", p.span());
            }
            shared = homes;
            for (Map.Entry<String, Integer> capture : captures.entrySet()) {
                b.emit(Opcodes.MOVE, homes.get(capture.getKey()), capture.getValue());
            }
            b.release(mark);
            b.at(null);
            b.jump(matched);
            if (i < count - 1) {
                b.bind(next);
            }
        }
        allowIrrefutable = before;
        captures = outer;
        b.bind(matched);
        for (Map.Entry<String, Integer> home : shared.entrySet()) {
            capture(home.getKey(), home.getValue(), p.span());
        }
    }

    private static void names(Pattern pattern, Set<String> names) {
        switch (pattern) {
            case null -> { }
            case Pattern.MatchValue p -> { }
            case Pattern.MatchSingleton p -> { }
            case Pattern.MatchSequence p -> p.patterns().forEach(q -> names(q, names));
            case Pattern.MatchMapping p -> {
                p.patterns().forEach(q -> names(q, names));
                add(p.rest(), names);
            }
            case Pattern.MatchClass p -> {
                p.patterns().forEach(q -> names(q, names));
                p.kwdPatterns().forEach(q -> names(q, names));
            }
            case Pattern.MatchStar p -> add(p.name(), names);
            case Pattern.MatchAs p -> {
                names(p.pattern(), names);
                add(p.name(), names);
            }
            case Pattern.MatchOr p -> names(p.patterns().getFirst(), names);
        }
    }

    private static void add(String name, Set<String> names) {
        if (name != null) {
            names.add(name);
        }
    }

}
