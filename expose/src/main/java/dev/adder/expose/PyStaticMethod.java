package dev.adder.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method, {@code "maketrans(x, y=<unrepresentable>, /)"}: a static Java method of the Python parameters only.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PyStaticMethod {
    /** The name and the text signature. */
    String value();

    /** The Java method takes {@code (ThreadState, self, Object[] args, String[] kwNames)} and parses by itself. */
    boolean raw() default false;

    /** No {@code __text_signature__}: the signature says how to parse, but CPython does not show it. */
    boolean hidden() default false;
}
