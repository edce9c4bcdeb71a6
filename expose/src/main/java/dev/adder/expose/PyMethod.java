package dev.adder.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An instance method, by CPython's text signature: {@code "append($self, object, /)"}. Instance Java methods take self as
 * the receiver, static ones as the first parameter (after {@code ThreadState}, which is optional).
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PyMethod {
    /** The name and the text signature. */
    String value();

    /** The Java method takes {@code (ThreadState, self, Object[] args, String[] kwNames)} and parses by itself. */
    boolean raw() default false;

    /** No {@code __text_signature__}: the signature says how to parse, but CPython does not show it. */
    boolean hidden() default false;

    /** A name of the slot table that is nevertheless a method descriptor (CPython's {@code METH_COEXIST}). */
    boolean coexist() default false;
}
