package dev.adder.language.ast;

/** Constants that are one object in a running program; the runtime puts its own in their place. */
public enum Singleton implements Const {
    NONE, ELLIPSIS
}
