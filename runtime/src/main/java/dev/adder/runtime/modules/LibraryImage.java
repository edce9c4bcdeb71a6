package dev.adder.runtime.modules;

import dev.adder.language.ir.Code;

/** The library's files compiled at build time. */
public interface LibraryImage {
    boolean has(String relative);

    /** The code of a file under the given name, or null if the image has none (or a damaged one). */
    Code code(String relative, String filename);
}
