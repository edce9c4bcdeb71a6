package dev.adder.language.lower;

import dev.adder.language.ast.Expr;
import dev.adder.language.ir.CodeBuilder;
import dev.adder.language.ir.Opcodes;
import dev.adder.language.text.Str;
import java.util.ArrayList;
import java.util.List;

/** f-strings and t-strings. */
final class Strings {
    private static final int MAX_PIECES = 200;

    private final Lowering l;

    Strings(Lowering l) {
        this.l = l;
    }

    int joined(Expr.JoinedStr e, int dest) {
        CodeBuilder b = l.b;
        List<Expr> values = e.values();
        if (values.isEmpty()) {
            return l.place(b.constant(""), dest);
        }
        if (values.size() == 1) {
            return l.expressions.eval(values.getFirst(), dest);
        }
        int mark = b.mark();
        int[] regs = new int[Math.min(values.size(), MAX_PIECES)];
        int count = 0;
        for (Expr value : values) {
            if (count == regs.length) {
                // Join what there is; frames stay small.
                b.at(e.span());
                b.release(mark);
                int part = b.temp();
                b.emitList(Opcodes.BUILD_STRING, regs, part);
                regs = new int[MAX_PIECES];
                regs[0] = part;
                count = 1;
            }
            regs[count++] = l.expressions.eval(value);
        }
        b.release(mark);
        b.at(e.span());
        int result = l.dest(dest);
        b.emitList(Opcodes.BUILD_STRING, java.util.Arrays.copyOf(regs, count), result);
        return result;
    }

    int formatted(Expr.FormattedValue e, int dest) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int value = l.expressions.operand(e.value());
        int conversion = conversion(e.conversion());
        if (conversion != 0) {
            b.release(mark);
            b.at(e.span());
            int converted = b.temp();
            b.emit(Opcodes.CONVERT, converted, value, conversion);
            value = converted;
        }
        if (e.formatSpec() == null) {
            b.release(mark);
            b.at(e.span());
            int result = l.dest(dest);
            b.emit(Opcodes.FORMAT_SIMPLE, result, value);
            return result;
        }
        int spec = l.expressions.eval(e.formatSpec());
        b.release(mark);
        b.at(e.span());
        int result = l.dest(dest);
        b.emit(Opcodes.FORMAT_SPEC, result, value, spec);
        return result;
    }

    private static int conversion(int character) {
        return switch (character) {
            case 's' -> 1;
            case 'r' -> 2;
            case 'a' -> 3;
            default -> 0;
        };
    }

    int template(Expr.TemplateStr e, int dest) {
        CodeBuilder b = l.b;
        List<Object> texts = new ArrayList<>();
        List<Expr> interpolations = new ArrayList<>();
        Object pending = "";
        for (Expr part : e.values()) {
            if (part instanceof Expr.Interpolation) {
                texts.add(pending);
                pending = "";
                interpolations.add(part);
            } else {
                pending = Str.concat(pending, ((Expr.Constant) part).value());
            }
        }
        texts.add(pending);
        int mark = b.mark();
        int strings = b.constant(Lowering.tuple(texts));
        int parts;
        if (interpolations.isEmpty()) {
            parts = b.constant(Lowering.tuple(List.of()));
        } else {
            int[] regs = l.displays.operands(interpolations);
            b.release(mark);
            b.at(e.span());
            parts = b.temp();
            b.emitList(Opcodes.BUILD_TUPLE, regs, parts);
        }
        b.release(mark);
        b.at(e.span());
        int result = l.dest(dest);
        b.emit(Opcodes.BUILD_TEMPLATE, result, strings, parts);
        return result;
    }

    int interpolation(Expr.Interpolation e, int dest) {
        CodeBuilder b = l.b;
        int mark = b.mark();
        int value = l.expressions.operand(e.value());
        int text = b.constant(e.str());
        int spec = e.formatSpec() == null ? b.constant("") : l.expressions.eval(e.formatSpec());
        b.release(mark);
        b.at(e.span());
        int result = l.dest(dest);
        b.emit(Opcodes.BUILD_INTERPOLATION, result, value, text, conversion(e.conversion()), spec);
        return result;
    }
}
