package dev.adder.stdlib;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The real CPython beside the tests: runs a script from the test resources and reads what it prints. */
public final class Oracle {

    private Oracle() {
    }

    /** Skips the test where there is no CPython to ask. */
    public static void assumeThere() {
        Assumptions.assumeTrue(python() != null, "no target/cpython/bin/python3.14");
    }

    private static Path python() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            Path python = dir.resolve("target/cpython/bin/python3.14");
            if (Files.isExecutable(python)) {
                return python;
            }
        }
        return null;
    }

    /** What a script of the test resources prints. */
    public static BufferedReader run(String resource, String... arguments) throws IOException {
        Path script = Files.createTempFile("adder-oracle", ".py");
        script.toFile().deleteOnExit();
        try (InputStream in = Oracle.class.getResourceAsStream(resource)) {
            Files.write(script, in.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of(python().toString(), script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        return new BufferedReader(new InputStreamReader(builder.start().getInputStream(), StandardCharsets.UTF_8));
    }
}
