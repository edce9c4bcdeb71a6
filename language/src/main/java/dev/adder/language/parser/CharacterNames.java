package dev.adder.language.parser;

import dev.adder.language.text.Str;
import dev.adder.language.text.UniNames;

/** Characters by their Unicode names, for {@code \N{...}}. */
final class CharacterNames {
    private CharacterNames() {
    }

    /** The code point of that name or alias, or -1; a named sequence is no character. */
    static int find(byte[] s, int from, int to) {
        Object found = UniNames.lookup(Utf8.decode(s, from, to), false);
        return found == null || Str.length(found) != 1 ? -1 : Str.codePointAt(found, 0);
    }
}
