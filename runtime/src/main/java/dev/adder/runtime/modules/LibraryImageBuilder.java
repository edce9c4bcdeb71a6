package dev.adder.runtime.modules;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ast.Mod;
import dev.adder.language.ir.CodeFormat;
import dev.adder.language.lower.Compiler;
import dev.adder.language.parser.Parser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lowers the library, and the texts that it compiles when it is imported ({@code tools/lib/known.py} says in which form
 * they are): {@code LibraryImageBuilder LIBRARY-FOLDER IMAGE-FILE [TEXTS]}. A step of the build.
 */
public final class LibraryImageBuilder {
    /** Tests, demonstrations, and packages for other programs' use. */
    private static final Set<String> LEFT_OUT = Set.of("test", "idlelib", "turtledemo", "__pycache__",
            "site-packages", "lib2to3", "tkinter", "ensurepip", "lib-dynload", "config-3.14-x86_64-linux-gnu");

    private LibraryImageBuilder() {
    }

    /** See the class. */
    public static void main(final String[] args) throws IOException {
        final Path library = Path.of(args[0]).toRealPath();
        final Map<String, byte[]> entries = new TreeMap<>();
        Files.walkFileTree(library, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
                return LEFT_OUT.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes)
                    throws IOException {
                if (file.toString().endsWith(".py")) {
                    final String path = library.relativize(file).toString().replace('\\', '/');
                    final byte[] source = Files.readAllBytes(file);
                    final byte[] code = lower(path.equals("importlib/_bootstrap.py") ? atOnce(source) : source, path,
                            Parser.Mode.EXEC, 0);
                    if (code != null) {
                        entries.put(path, code);
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        final int files = entries.size();
        if (args.length > 2 && Files.exists(Path.of(args[2]))) {
            addTexts(entries, ByteBuffer.wrap(Files.readAllBytes(Path.of(args[2]))));
        }
        ImageFile.write(Path.of(args[1]), entries);
        System.out.println(files + " library files and " + (entries.size() - files) + " texts lowered");
    }

    private static void addTexts(final Map<String, byte[]> entries, final ByteBuffer in) {
        final Parser.Mode[] modes = {Parser.Mode.EXEC, Parser.Mode.EVAL, Parser.Mode.SINGLE};
        while (in.hasRemaining()) {
            final Parser.Mode mode = modes[in.getInt()];
            final int flags = in.getInt();
            final byte[] text = new byte[in.getInt()];
            in.get(text);
            final String source = new String(text, StandardCharsets.UTF_8);
            final byte[] code = lower(source, "<string>", mode, flags);
            if (code != null) {
                ImageFile.addText(entries, source, mode, flags, code);
            }
        }
    }

    /**
     * importlib takes a module that has been imported out of {@code sys.modules} and puts it in again, so that it is the
     * last. Another thread that looks in between, as {@code import package.module} does for the package, fails with
     * KeyError: so it is done in one step. The lines keep their numbers.
     */
    static byte[] atOnce(final byte[] source) {
        final String[] lines = new String(source, StandardCharsets.UTF_8).split("\n", -1);
        int found = 0;
        for (int i = 0; i + 1 < lines.length; i++) {
            if (lines[i].strip().equals("module = sys.modules.pop(spec.name)")
                    && lines[i + 1].strip().equals("sys.modules[spec.name] = module")) {
                lines[i] = lines[i].replace("sys.modules.pop(", "_imp._move_to_end(");
                lines[i + 1] = "";
                found++;
            }
        }
        if (found == 0) {
            throw new IllegalStateException("importlib/_bootstrap.py moves modules in another way");
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Null for a file that does not compile; whoever imports it gets the error from the source. */
    private static byte[] lower(final Object source, final String filename, final Parser.Mode mode, final int flags) {
        final boolean[] warned = {false};
        final WarningSink sink = (message, file, line, span) -> {
            warned[0] = true;
            return false;
        };
        try {
            final Mod mod = source instanceof byte[] bytes ? Parser.parse(bytes, filename, mode, flags, sink)
                    : Parser.parseText(source, filename, mode, flags, sink);
            final byte[] code = CodeFormat.write(Compiler.compile(mod, filename, flags, 0, sink));
            // What warns is compiled when it is imported, so that the warning is given then.
            return warned[0] ? null : code;
        } catch (final SyntaxException e) {
            return null;
        }
    }
}
