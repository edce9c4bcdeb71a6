package dev.adder.language.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The listing of each {@code resources/ir/*.py} is the {@code .ir} file beside it. After a change of shape,
 * {@code ADDER_GOLDEN=update ./dev test GoldenIrTest} writes them anew; the difference is reviewed.
 */
final class GoldenIrTest {
    private static Path folder() {
        Path module = Path.of("language/src/test/resources/ir");
        return Files.isDirectory(module) ? module : Path.of("src/test/resources/ir");
    }

    @Test
    void listings() throws IOException {
        boolean update = "update".equals(System.getenv("ADDER_GOLDEN"));
        List<Path> sources;
        try (Stream<Path> files = Files.list(folder())) {
            sources = files.filter(p -> p.toString().endsWith(".py")).sorted().toList();
        }
        assertFalse(sources.isEmpty());
        for (Path source : sources) {
            Code code = Sources.compile(Files.readString(source));
            Verifier.verify(code);
            String listing = Dump.dump(code);
            Path golden = source.resolveSibling(source.getFileName().toString().replace(".py", ".ir"));
            if (update) {
                Files.writeString(golden, listing);
            }
            assertEquals(Files.readString(golden), listing, source.toString());
        }
    }
}
