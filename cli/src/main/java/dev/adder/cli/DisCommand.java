package dev.adder.cli;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.Dump;
import dev.adder.language.ir.Verifier;
import dev.adder.language.lower.Compiler;
import dev.adder.language.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code adder dis [-O | -OO] FILE...}: the IR of Python files, verified. */
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
                default -> {
                    files++;
                    status |= list(arg, optimize);
                }
            }
        }
        if (files == 0) {
            System.err.println("usage: adder dis [-O | -OO] FILE...");
            return 2;
        }
        return status;
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
