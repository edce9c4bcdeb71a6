package dev.adder.runtime.modules;

import dev.adder.language.ir.Code;
import dev.adder.language.parser.Parser;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pure-Python library: where it lies, its sources, and its compiled code. One for each interpreter. */
public final class Library {
    private final Path folder;
    private final String prefix;
    private final LibraryImage image;

    public Library(final Path folder, final LibraryImage image) {
        this.folder = folder;
        this.prefix = folder + "/";
        this.image = image;
    }

    /** Where a file lies: the package {@code adder} is our own, beside the library and not in it. */
    private Path place(final String relative) {
        return relative.startsWith("adder/")
                ? Path.of(System.getProperty("adder.home", "."), "library", "python").resolve(relative)
                : folder.resolve(relative);
    }

    /** The bytes of a file given relative to the library's folder. */
    byte[] source(final String relative) {
        try {
            return Files.readAllBytes(place(relative));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The relative path if {@code path} is the library's folder or lies in it, else null. */
    String relative(final String path) {
        if (path.equals(folder.toString())) {
            return "";
        }
        return path.startsWith(prefix) && !path.startsWith(prefix + "site-packages") ? path.substring(prefix.length())
                : null;
    }

    String absolute(final String relative) {
        return prefix + relative;
    }

    /** Whether the image has a file, so that nobody has to ask the file system. */
    boolean isLowered(final String relative) {
        return image != null && image.has(relative);
    }

    boolean exists(final String relative) {
        return isLowered(relative) || Files.isRegularFile(place(relative));
    }

    /** The code of a text that the library compiles when it is imported, or null; anybody's text may be equal to it. */
    PyCode text(final Object source, final Parser.Mode mode, final int flags, final String filename,
            final int optimize) {
        final Code ir = image == null || optimize != 0 || !(source instanceof String text) ? null
                : image.text(text, mode, flags, filename);
        return ir == null ? null : new PyCode(ir);
    }

    /** The code of a library file, from the image or compiled from its source. */
    PyCode code(final ThreadState ts, final String relative, final String filename) {
        if (image != null && ts.interp.optimize() == 0) {
            final Code ir = image.code(relative, filename);
            if (ir != null) {
                return new PyCode(ir);
            }
        }
        return CodeFunctions.compileSource(ts, source(relative), filename, Parser.Mode.EXEC, 0, ts.interp.optimize());
    }
}
