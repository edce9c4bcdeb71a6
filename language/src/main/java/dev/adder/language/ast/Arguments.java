package dev.adder.language.ast;

import java.util.List;

/**
 * The parameters of a function. {@code defaults} belong to the last of {@code posonlyargs} followed by {@code args};
 * {@code kwDefaults} has one entry for each of {@code kwonlyargs}, null where there is no default.
 */
public record Arguments(List<Arg> posonlyargs, List<Arg> args, Arg vararg, List<Arg> kwonlyargs,
        List<Expr> kwDefaults, Arg kwarg, List<Expr> defaults) implements Node {
}
