package dev.adder.runtime.modules;

import dev.adder.language.ir.Code;
import dev.adder.language.parser.Parser;

/** The library's files compiled at build time. */
public interface LibraryImage {
    boolean has(String relative);

    /** The code of a file under the given name, or null if the image has none (or a damaged one). */
    Code code(String relative, String filename);

    /** The code of a text that the library compiles when it is imported, or null. */
    Code text(String source, Parser.Mode mode, int flags, String filename);
}
