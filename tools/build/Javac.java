import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** One run of the compiler, noting which output came from which source. */
final class Javac {

    /**
     * @param outputs class files (relative to the output folder) by source path; those of generated sources
     *     stand under the source they were generated from
     * @param generated generated sources by source path
     * @param aggregated sources that went together into one generated file
     */
    record Result(boolean good, String messages, Map<String, List<String>> outputs,
            Map<String, List<String>> generated, Set<String> aggregated) {
    }

    private static final int MOST_WARNINGS = 20;

    private Javac() {
    }

    static Result compile(Path root, Path sourceFolder, List<String> paths, Path output, Path generated,
            List<Path> classPath, Path processorPath, List<String> options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter loose = new StringWriter();
        try (StandardJavaFileManager standard =
                compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
            standard.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            standard.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            standard.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            List<Path> fullClassPath = new ArrayList<>();
            fullClassPath.add(output);
            fullClassPath.addAll(classPath);
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, fullClassPath);
            List<String> arguments = new ArrayList<>(options);
            if (processorPath == null) {
                arguments.add("-proc:none");
            } else {
                standard.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of(processorPath));
                arguments.add("-proc:full");
            }
            List<Path> files = new ArrayList<>();
            for (String path : paths) {
                files.add(sourceFolder.resolve(path));
            }
            Tracker tracker = new Tracker(standard, sourceFolder, output, generated);
            boolean good;
            try {
                good = compiler.getTask(loose, tracker, diagnostics, arguments, null,
                        standard.getJavaFileObjectsFromPaths(files)).call();
            } catch (RuntimeException e) {
                good = false;
                loose.write("the compiler itself failed: " + e + "\n");
                if (e.getCause() != null) {
                    loose.write("  cause: " + e.getCause() + "\n");
                    for (StackTraceElement line : e.getCause().getStackTrace()) {
                        loose.write("    at " + line + "\n");
                    }
                }
            }
            return new Result(good, messages(root, diagnostics, loose.toString(), good), tracker.outputs(),
                    tracker.generatedBySource, tracker.aggregated);
        }
    }

    private static String messages(Path root, DiagnosticCollector<JavaFileObject> diagnostics, String loose,
            boolean good) {
        StringBuilder text = new StringBuilder();
        String prefix = root + "/";
        int warnings = 0;
        for (Diagnostic<? extends JavaFileObject> d : diagnostics.getDiagnostics()) {
            boolean error = d.getKind() == Diagnostic.Kind.ERROR;
            if (d.getKind() == Diagnostic.Kind.NOTE || !error && (!good || ++warnings > MOST_WARNINGS)) {
                continue;
            }
            text.append(d.toString().replace(prefix, "")).append('\n');
        }
        if (warnings > MOST_WARNINGS) {
            text.append("... and ").append(warnings - MOST_WARNINGS).append(" warnings more\n");
        }
        return text.append(loose).toString();
    }

    private static final class Tracker extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Path sourceFolder;
        private final Path output;
        private final Path generated;
        private final Map<String, List<String>> rawOutputs = new HashMap<>();
        private final Map<String, String> originOfGenerated = new HashMap<>();
        private final Map<String, List<String>> generatedBySource = new HashMap<>();
        private final Set<String> aggregated = new HashSet<>();

        Tracker(StandardJavaFileManager manager, Path sourceFolder, Path output, Path generated) {
            super(manager);
            this.sourceFolder = sourceFolder;
            this.output = output;
            this.generated = generated;
        }

        @Override
        public JavaFileObject getJavaFileForOutputForOriginatingFiles(Location location, String className,
                JavaFileObject.Kind kind, FileObject... origins) throws IOException {
            JavaFileObject file =
                    super.getJavaFileForOutputForOriginatingFiles(location, className, kind, origins);
            note(file, kind, origins);
            return file;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String className, JavaFileObject.Kind kind,
                FileObject sibling) throws IOException {
            JavaFileObject file = super.getJavaFileForOutput(location, className, kind, sibling);
            note(file, kind, sibling == null ? new FileObject[0] : new FileObject[] {sibling});
            return file;
        }

        @Override
        public FileObject getFileForOutputForOriginatingFiles(Location location, String packageName,
                String relativeName, FileObject... origins) throws IOException {
            if (origins.length > 1) {
                for (FileObject origin : origins) {
                    String path = relative(sourceFolder, origin);
                    if (path != null) {
                        aggregated.add(path);
                    }
                }
            }
            return super.getFileForOutputForOriginatingFiles(location, packageName, relativeName, origins);
        }

        private void note(JavaFileObject file, JavaFileObject.Kind kind, FileObject[] origins) {
            Set<String> sources = new HashSet<>();
            for (FileObject origin : origins) {
                String path = relative(sourceFolder, origin);
                if (path == null) {
                    path = originOfGenerated.get(relative(generated, origin));
                }
                if (path != null) {
                    sources.add(path);
                }
            }
            if (kind == JavaFileObject.Kind.SOURCE && sources.size() > 1) {
                aggregated.addAll(sources);
            }
            for (String source : sources) {
                if (kind == JavaFileObject.Kind.SOURCE) {
                    String name = relative(generated, file);
                    originOfGenerated.putIfAbsent(name, source);
                    generatedBySource.computeIfAbsent(source, s -> new ArrayList<>()).add(name);
                } else {
                    rawOutputs.computeIfAbsent(source, s -> new ArrayList<>()).add(relative(output, file));
                }
                if (sources.size() > 1) {
                    break;
                }
            }
        }

        Map<String, List<String>> outputs() {
            return rawOutputs;
        }

        private static String relative(Path folder, FileObject file) {
            Path path = Path.of(file.toUri());
            return path.startsWith(folder) ? folder.relativize(path).toString().replace('\\', '/') : null;
        }
    }
}
