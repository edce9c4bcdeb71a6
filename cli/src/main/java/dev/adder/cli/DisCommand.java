package dev.adder.cli;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.Dump;
import dev.adder.language.ir.Intrinsic;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.Verifier;
import dev.adder.language.lower.Compiler;
import dev.adder.language.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code adder dis [-O | -OO] FILE...}: the IR of Python files, verified. {@code adder dis --ops}: its manual. */
final class DisCommand {
    private DisCommand() {
    }

    static int run(String[] args) {
        int optimize = 0;
        int files = 0;
        int status = 0;
        for (String arg : args) {
            switch (arg) {
                case "-O" -> optimize = 1;
                case "-OO" -> optimize = 2;
                case "--ops" -> {
                    return manual();
                }
                default -> {
                    files++;
                    status |= list(arg, optimize);
                }
            }
        }
        if (files == 0) {
            System.err.println("usage: adder dis [-O | -OO] FILE... | --ops");
            return 2;
        }
        return status;
    }

    private static int manual() {
        StringBuilder out = new StringBuilder();
        for (Op op : Op.values()) {
            out.append(op).append(op.isRare() ? " (rare)" : "").append('\n').append("   ");
            for (int i = 0; i < op.operandCount(); i++) {
                out.append(' ').append(op.operand(i).name()).append(':').append(op.kind(i));
            }
            out.append(op.mayCall() ? "; may run Python code" : op.mayRaise() ? "; may raise" : "")
                    .append("\n    ").append(op.meaning()).append('\n');
        }
        for (Intrinsic i : Intrinsic.values()) {
            out.append("INTRINSIC ").append(i).append('/').append(i.arguments()).append("\n    ").append(i.meaning())
                    .append('\n');
        }
        System.out.print(out);
        return 0;
    }

    private static int list(String file, int optimize) {
        try {
            Code code = Compiler.compile(Parser.parse(Files.readAllBytes(Path.of(file)), file, Parser.Mode.EXEC, 0,
                    WarningSink.NONE), file, 0, optimize);
            Verifier.verify(code);
            System.out.print(Dump.dump(code));
            return 0;
        } catch (IOException e) {
            System.err.println("adder dis: cannot read " + file);
        } catch (SyntaxException e) {
            System.err.println(file + ":" + e.line() + ": " + e.getMessage());
        }
        return 1;
    }
}
