package dev.adder.language.ir;

import dev.adder.language.ast.Const;
import dev.adder.language.ast.Singleton;
import dev.adder.language.text.Str;
import java.util.List;

/**
 * A readable listing of a code: locals by name, cells as {@code &name}, constants as {@code #value}, temporaries as
 * {@code %n}; each line with the source line where it changes, the pc and the instruction.
 */
public final class Dump {
    private final Code code;
    private final StringBuilder out;

    private Dump(Code code, StringBuilder out) {
        this.code = code;
        this.out = out;
    }

    /** The listing of a code, nested ones after it. */
    public static String dump(Code code) {
        StringBuilder out = new StringBuilder();
        new Dump(code, out).run();
        return out.toString();
    }

    private void run() {
        header();
        Locations locations = new Locations(code.locations, code.firstLine);
        int line = 0;
        boolean[] targets = targets();
        int pc = 0;
        while (pc < code.code.length) {
            while (pc >= locations.end() && locations.next()) {
                continue;
            }
            int here = locations.line();
            padded(here == line || here == 0 ? "" : Integer.toString(here), 5);
            line = here == 0 ? line : here;
            out.append(targets[pc] ? " >" : "  ");
            padded(Integer.toString(pc), 5);
            out.append("  ");
            instruction(pc);
            out.append('\n');
            pc += Op.of(code.code[pc]).length(code.code, pc);
        }
        for (int i = 0; i < code.exceptions.length; i += 4) {
            out.append("  handler ").append(code.exceptions[i]).append("..").append(code.exceptions[i + 1])
                    .append(" -> ").append(code.exceptions[i + 2]).append(" in ");
            register(code.exceptions[i + 3]);
            out.append('\n');
        }
        for (Code.ScopedName scoped : code.scopedNames) {
            out.append("  name ").append(scoped.name()).append(" in ");
            register(scoped.register());
            out.append(" at ").append(scoped.start()).append("..").append(scoped.end()).append('\n');
        }
        for (Object constant : code.consts) {
            Code nested = Code.nested(constant);
            if (nested != null) {
                out.append('\n');
                new Dump(nested, out).run();
            }
        }
    }

    private void header() {
        out.append("code ").append(code.qualname).append(" line ").append(code.firstLine).append('\n');
        out.append("  arguments ").append(code.argCount).append(" positional-only ").append(code.posOnlyArgCount)
                .append(" keyword-only ").append(code.kwOnlyArgCount).append(" flags 0x")
                .append(Integer.toHexString(code.flags)).append(" temporaries ")
                .append(code.frameSize - code.tempBase).append('\n');
        names("  locals", code.varNames);
        names("  cells", code.cellVars);
        names("  free", code.freeVars);
    }

    private void names(String title, String[] names) {
        if (names.length > 0) {
            out.append(title);
            for (String name : names) {
                out.append(' ').append(name);
            }
            out.append('\n');
        }
    }

    private boolean[] targets() {
        boolean[] targets = new boolean[code.code.length + 1];
        int pc = 0;
        while (pc < code.code.length) {
            Op op = Op.of(code.code[pc]);
            if (op.targetOffset() > 0) {
                targets[code.code[pc + op.targetOffset()]] = true;
            }
            pc += op.length(code.code, pc);
        }
        for (int i = 0; i < code.exceptions.length; i += 4) {
            targets[code.exceptions[i + 2]] = true;
        }
        return targets;
    }

    private void padded(String text, int width) {
        out.repeat(' ', Math.max(0, width - text.length())).append(text);
    }

    private void instruction(int pc) {
        Op op = Op.of(code.code[pc]);
        out.append(op.name());
        out.repeat(' ', Math.max(1, 18 - op.name().length()));
        boolean first = true;
        for (int i = 0; i < op.operandCount(); i++) {
            if (op.kind(i) == Op.Kind.IC) {
                continue;
            }
            if (!first) {
                out.append(", ");
            }
            first = false;
            operand(op, i, pc);
        }
    }

    private void operand(Op op, int i, int pc) {
        int value = code.code[pc + 1 + i];
        switch (op.kind(i)) {
            case D, DN, R, RN, X, C -> register(value);
            case OPT -> {
                if (value < 0) {
                    out.append('-');
                } else {
                    register(value);
                }
            }
            case N -> out.append('.').append(code.names[value]);
            case K -> out.append(String.join("=", code.keywordNames[value])).append('=');
            case T -> out.append('@').append(value);
            case REGS, DREGS -> {
                out.append('[');
                for (int n = 0; n < value; n++) {
                    if (n > 0) {
                        out.append(", ");
                    }
                    register(code.code[pc + op.fixedLength() + n]);
                }
                out.append(']');
            }
            case I -> {
                switch (op) {
                    case INTRINSIC -> out.append(Intrinsic.of(value));
                    case LOAD_COMMON -> out.append(Common.of(value));
                    default -> out.append(value);
                }
            }
            case IC -> { }
        }
    }

    private void register(int reg) {
        if (reg < code.cellBase) {
            out.append(code.varNames[reg]);
            if (reg >= code.visibleLocals) {
                out.append('\'').append(reg);
            }
        } else if (reg < code.freeBase) {
            out.append('&').append(code.cellVars[reg - code.cellBase]);
        } else if (reg < code.constBase) {
            out.append('&').append(code.freeVars[reg - code.freeBase]);
        } else if (reg < code.tempBase) {
            out.append('#');
            constant(code.consts[reg - code.constBase]);
        } else {
            out.append('%').append(reg - code.tempBase);
        }
    }

    private void constant(Object value) {
        switch (value) {
            case Code nested -> out.append('<').append(nested.qualname).append('>');
            case LazyCode nested -> out.append('<').append(nested.qualname).append('>');
            case Singleton.NONE -> out.append("None");
            case Singleton.ELLIPSIS -> out.append("...");
            case Boolean b -> out.append(b ? "True" : "False");
            case Const.TupleConst tuple -> items("(", tuple.items(), ")");
            case Const.FrozenSetConst set -> items("frozenset(", set.items(), ")");
            case Const.SliceConst slice -> items("slice(", List.of(slice.start(), slice.stop(), slice.step()), ")");
            case Const.BytesConst bytes -> {
                out.append('b');
                text(new String(bytes.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
            case Const.ComplexConst complex -> out.append('(').append(complex.re()).append(", ").append(complex.im())
                    .append("j)");
            case Number number -> out.append(number);
            default -> text(Str.toJava(value));
        }
    }

    private void items(String open, List<Object> items, String close) {
        out.append(open);
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            constant(items.get(i));
        }
        out.append(close);
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i == 60) {
                out.append("...");
                break;
            }
            switch (c) {
                case '\n' -> out.append("\\n");
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < 32 || c > 126) {
                        out.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
