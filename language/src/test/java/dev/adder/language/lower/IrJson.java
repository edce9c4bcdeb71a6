package dev.adder.language.lower;

import dev.adder.language.WarningSink;
import dev.adder.language.ast.Const;
import dev.adder.language.ast.Singleton;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.Common;
import dev.adder.language.ir.Intrinsic;
import dev.adder.language.ir.Locations;
import dev.adder.language.ir.Op;
import dev.adder.language.parser.Parser;
import dev.adder.language.parser.Parser.Mode;
import dev.adder.language.text.Str;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the opcode table and the codes of files as JSON, for {@code tools/ir/run_ir.py}. */
public final class IrJson {
    private final StringBuilder out = new StringBuilder();

    private IrJson() {
    }

    public static void main(String[] args) throws IOException {
        IrJson json = new IrJson();
        json.out.append("{\"ops\": [");
        for (Op op : Op.values()) {
            json.out.append(op.ordinal() == 0 ? "" : ", ").append("[\"").append(op.name()).append('"');
            for (int i = 0; i < op.operandCount(); i++) {
                json.out.append(", \"").append(op.kind(i)).append('"');
            }
            json.out.append(']');
        }
        json.out.append("], \"intrinsics\": [");
        for (Intrinsic i : Intrinsic.values()) {
            json.out.append(i.ordinal() == 0 ? "" : ", ").append('"').append(i).append('"');
        }
        json.out.append("], \"common\": [");
        for (Common c : Common.values()) {
            json.out.append(c.ordinal() == 0 ? "" : ", ").append('"').append(c).append('"');
        }
        json.out.append("], \"codes\": {");
        for (int i = 0; i < args.length; i++) {
            Code code = Compiler.compile(Parser.parse(Files.readAllBytes(Path.of(args[i])), args[i], Mode.EXEC, 0,
                    WarningSink.NONE), args[i], 0, 0);
            json.out.append(i == 0 ? "" : ", ");
            json.text(args[i]);
            json.out.append(": ");
            json.code(code);
        }
        System.out.println(json.out.append("}}"));
    }

    private void code(Code code) {
        out.append("{\"name\": ");
        text(code.name);
        out.append(", \"qualname\": ");
        text(code.qualname);
        out.append(", \"firstline\": ").append(code.firstLine).append(", \"flags\": ").append(code.flags)
                .append(", \"argcount\": ").append(code.argCount).append(", \"posonly\": ")
                .append(code.posOnlyArgCount).append(", \"kwonly\": ").append(code.kwOnlyArgCount)
                .append(", \"visible\": ").append(code.visibleLocals).append(", \"size\": ").append(code.frameSize);
        strings("varnames", code.varNames);
        strings("cellvars", code.cellVars);
        strings("freevars", code.freeVars);
        strings("names", code.names);
        out.append(", \"keywords\": [");
        for (int i = 0; i < code.keywordNames.length; i++) {
            out.append(i == 0 ? "[" : ", [");
            list(code.keywordNames[i]);
            out.append(']');
        }
        out.append(']');
        ints("code", code.code);
        ints("exceptions", code.exceptions);
        out.append(", \"lines\": [");
        Locations locations = new Locations(code.locations, code.firstLine);
        boolean first = true;
        while (locations.next()) {
            out.append(first ? "[" : ", [").append(locations.end()).append(", ").append(locations.line()).append(']');
            first = false;
        }
        out.append("], \"consts\": [");
        for (int i = 0; i < code.consts.length; i++) {
            out.append(i == 0 ? "" : ", ");
            constant(code.consts[i]);
        }
        out.append("]}");
    }

    private void ints(String name, int[] list) {
        out.append(", \"").append(name).append("\": ").append(java.util.Arrays.toString(list));
    }

    private void strings(String name, String[] list) {
        out.append(", \"").append(name).append("\": [");
        list(list);
        out.append(']');
    }

    private void list(String[] list) {
        for (int i = 0; i < list.length; i++) {
            out.append(i == 0 ? "" : ", ");
            text(list[i]);
        }
    }

    /** A constant as a list: its kind, then its parts. */
    private void constant(Object value) {
        switch (value) {
            case Code code -> {
                out.append("[\"code\", ");
                code(code);
                out.append(']');
            }
            case Singleton s -> out.append(s == Singleton.NONE ? "[\"none\"]" : "[\"ellipsis\"]");
            case Boolean b -> out.append("[\"bool\", ").append(b).append(']');
            case Double d -> out.append("[\"float\", \"").append(Double.toHexString(d)).append("\"]");
            case Const.ComplexConst c -> out.append("[\"complex\", \"").append(Double.toHexString(c.re()))
                    .append("\", \"").append(Double.toHexString(c.im())).append("\"]");
            case Number n -> out.append("[\"int\", \"").append(n).append("\"]");
            case Const.BytesConst b -> {
                out.append("[\"bytes\"");
                for (byte x : b.bytes()) {
                    out.append(", ").append(x & 0xff);
                }
                out.append(']');
            }
            case Const.TupleConst t -> constants("tuple", t.items().toArray());
            case Const.FrozenSetConst s -> constants("frozenset", s.items().toArray());
            case Const.SliceConst s -> constants("slice", s.start(), s.stop(), s.step());
            default -> {
                out.append("[\"str\"");
                for (int point : Str.toCodePoints(value)) {
                    out.append(", ").append(point);
                }
                out.append(']');
            }
        }
    }

    private void constants(String kind, Object... items) {
        out.append("[\"").append(kind).append('"');
        for (Object item : items) {
            out.append(", ");
            constant(item);
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 32 || c > 126 || c == '"' || c == '\\') {
                out.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
