import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One row per module of the house, in build order. The developer build reads its module graph from here;
 * the poms say the same for Maven.
 *
 * @param name the folder
 * @param needs modules on its class path, all of them (not only the direct ones), in class path order
 * @param exposes whether its annotated methods go through the processor of {@code expose}
 */
record Module(String name, List<String> needs, boolean exposes) {

    static final List<Module> ALL = List.of(
            new Module("language", List.of(), false),
            new Module("expose", List.of(), false),
            new Module("runtime", List.of("language", "expose"), true),
            new Module("machine", List.of(), false),
            new Module("stdlib", List.of("language", "expose", "runtime", "machine"), true),
            new Module("jit", List.of("language", "expose", "runtime"), false),
            new Module("profile", List.of("language", "expose", "runtime"), false),
            new Module("embed", List.of("language", "expose", "runtime", "stdlib", "jit", "profile", "machine"),
                    false),
            new Module("cli", List.of("language", "expose", "runtime", "stdlib", "jit", "profile", "embed", "machine"),
                    false),
            new Module("conformance", List.of("language", "expose", "runtime", "stdlib", "jit", "profile", "embed",
                    "machine", "cli"), false));

    /**
     * The compiler's options for this module: the probes of {@code machine} use the Vector API, an incubator module.
     */
    List<String> options(List<String> common) {
        if (!name.equals("machine")) {
            return common;
        }
        List<String> options = new ArrayList<>(common);
        options.add("--add-modules");
        options.add("jdk.incubator.vector");
        return options;
    }

    /** Jars from outside, by Maven coordinates; the pom of the module names the same. */
    List<Path> jars() {
        return List.of();
    }

    Path sources(Path root, boolean tests) {
        return root.resolve(name).resolve(tests ? "src/test/java" : "src/main/java");
    }

    Path resources(Path root, boolean tests) {
        return root.resolve(name).resolve(tests ? "src/test/resources" : "src/main/resources");
    }

    static Path output(Path root, String unit) {
        return root.resolve("target/dev").resolve(unit);
    }

    static Path generated(Path root, String unit) {
        return root.resolve("target/dev-generated").resolve(unit);
    }

    static Path state(Path root, String unit) {
        return root.resolve("target/dev").resolve(unit + ".state");
    }
}
