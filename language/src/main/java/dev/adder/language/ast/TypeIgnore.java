package dev.adder.language.ast;

/** A {@code # type: ignore} comment: asdl {@code type_ignore}, whose only constructor this is. */
public record TypeIgnore(int lineno, String tag) implements Node {
}
