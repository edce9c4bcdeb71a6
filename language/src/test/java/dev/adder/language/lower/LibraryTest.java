package dev.adder.language.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.adder.language.WarningSink;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.CodeFormat;
import dev.adder.language.ir.Dump;
import dev.adder.language.ir.Verifier;
import dev.adder.language.parser.Parser;
import dev.adder.language.parser.Parser.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The library's top level and two of its packages lower, verify and survive writing and reading. */
final class LibraryTest {
    @Test
    void lowersAndVerifies() throws IOException {
        String home = System.getProperty("adder.home", "..");
        Path library = Path.of(home, "target/cpython/lib/python3.14");
        assumeTrue(Files.isDirectory(library), "the CPython artifact is not unpacked");
        for (Path folder : List.of(library, library.resolve("asyncio"), library.resolve("importlib"))) {
            List<Path> sources;
            try (Stream<Path> files = Files.list(folder)) {
                sources = files.filter(p -> p.toString().endsWith(".py")).sorted().toList();
            }
            for (Path source : sources) {
                Code code = Compiler.compile(Parser.parse(Files.readAllBytes(source), source.toString(), Mode.EXEC, 0,
                        WarningSink.NONE), source.toString(), 0, 0);
                Verifier.verify(code);
                assertEquals(Dump.dump(code), Dump.dump(CodeFormat.read(CodeFormat.write(code))), source.toString());
            }
        }
    }
}
