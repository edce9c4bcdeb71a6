package dev.adder.runtime.text;

/** What a decoder made: a text, and how many bytes of the input it used up. */
public record Decoded(Object text, int consumed) {
}
