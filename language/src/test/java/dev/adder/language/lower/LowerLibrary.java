package dev.adder.language.lower;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ast.Mod;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.CodeFormat;
import dev.adder.language.ir.Dump;
import dev.adder.language.ir.Verifier;
import dev.adder.language.parser.Parser.Mode;
import dev.adder.language.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Lowers and verifies every Python file under the folders or files given, in one JVM, and counts. With {@code --dump}
 * it prints the listings too; with {@code --codes} a line for each code in the form of
 * {@code tools/ir/codes.py}, to be compared with CPython's code objects.
 */
public final class LowerLibrary {
    private LowerLibrary() {
    }

    public static void main(String[] args) throws IOException {
        boolean dump = false;
        boolean codes = false;
        List<Path> files = new ArrayList<>();
        for (String arg : args) {
            if (arg.equals("--dump")) {
                dump = true;
                continue;
            }
            if (arg.equals("--codes")) {
                codes = true;
                continue;
            }
            try (Stream<Path> all = Files.walk(Path.of(arg))) {
                all.filter(p -> p.toString().endsWith(".py")).sorted().forEach(files::add);
            }
        }
        int good = 0;
        long bytes = 0;
        long parsing = 0;
        long lowering = 0;
        long reading = 0;
        long written = 0;
        Map<String, List<String>> failures = new TreeMap<>();
        for (Path file : files) {
            byte[] source = Files.readAllBytes(file);
            long start = System.nanoTime();
            Mod mod;
            try {
                mod = Parser.parse(source, file.toString(), Mode.EXEC, 0, WarningSink.NONE);
            } catch (SyntaxException e) {
                failures.computeIfAbsent("parse", k -> new ArrayList<>()).add(file + ": " + e.getMessage());
                continue;
            }
            long parsed = System.nanoTime();
            try {
                Code code = Compiler.compile(mod, file.toString(), 0, 0);
                lowering += System.nanoTime() - parsed;
                parsing += parsed - start;
                if (dump) {
                    System.out.print(Dump.dump(code));
                }
                if (codes) {
                    System.out.println("FILE " + file);
                    summary(code);
                }
                Verifier.verify(code);
                byte[] form = CodeFormat.write(code);
                written += form.length;
                long writing = System.nanoTime();
                Code again = CodeFormat.read(form);
                reading += System.nanoTime() - writing;
                if (!Arrays.equals(form, CodeFormat.write(again))) {
                    throw new IllegalStateException("changed by writing and reading");
                }
                good++;
                bytes += source.length;
            } catch (SyntaxException e) {
                failures.computeIfAbsent("syntax", k -> new ArrayList<>())
                        .add(file + ":" + e.line() + ": " + e.getMessage());
            } catch (RuntimeException | StackOverflowError e) {
                String where = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
                failures.computeIfAbsent("fault", k -> new ArrayList<>()).add(file + ": " + e + where);
            }
        }
        failures.forEach((kind, list) -> list.forEach(f -> System.out.println(kind + " " + f)));
        System.out.println(good + " of " + files.size() + " files lowered and verified, " + bytes / 1000 + " kB, parse "
                + parsing / 1_000_000 + " ms, lower " + lowering / 1_000_000 + " ms; written " + written / 1000 + " kB, read "
                + reading / 1_000_000 + " ms");
    }

    private static void summary(Code code) {
        int parameters = code.parameterCount();
        System.out.println("('" + code.name + "', '" + code.qualname + "', " + code.firstLine + ", " + code.flags + ", "
                + code.argCount + ", " + code.posOnlyArgCount + ", " + code.kwOnlyArgCount + ", "
                + names(Arrays.copyOf(code.varNames, parameters), "(", ")") + ", "
                + names(sorted(code.cellVars), "[", "]") + ", " + names(code.freeVars, "(", ")") + ", "
                + names(sorted(code.varNames), "[", "]") + ")");
        for (Object constant : code.consts) {
            if (constant instanceof Code nested) {
                summary(nested);
            }
        }
    }

    private static String[] sorted(String[] names) {
        return Arrays.stream(names).distinct().sorted().toArray(String[]::new);
    }

    private static String names(String[] names, String open, String close) {
        StringBuilder out = new StringBuilder(open);
        for (int i = 0; i < names.length; i++) {
            out.append(i == 0 ? "'" : ", '").append(names[i]).append('\'');
        }
        return out.append(names.length == 1 && open.equals("(") ? ",)" : close).toString();
    }
}
