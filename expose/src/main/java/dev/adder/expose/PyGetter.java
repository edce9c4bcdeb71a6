package dev.adder.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The getter of an attribute.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PyGetter {
    /** The attribute's name. */
    String value();

    /** A field of the C structure in CPython: a {@code member_descriptor}, "readonly attribute" if there is no setter. */
    boolean member() default false;
}
