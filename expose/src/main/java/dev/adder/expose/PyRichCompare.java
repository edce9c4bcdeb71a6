package dev.adder.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The six comparison methods by one Java method, as {@code tp_richcompare} gives them in CPython. Its parameters are
 * those of a {@link PyMethod} with one argument, and last an {@code int}: the operation, {@code PyObjects.LT} to
 * {@code PyObjects.GE}. It answers {@code NotImplemented} where CPython's does.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PyRichCompare {
}
