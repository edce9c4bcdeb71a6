package dev.adder.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class method, {@code "fromkeys($type, iterable, value=None, /)"}: a static Java method whose first parameter
 * (after the optional {@code ThreadState}) is the class.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PyClassMethod {
    /** The name and the text signature. */
    String value();

    /** The Java method takes {@code (ThreadState, self, Object[] args, String[] kwNames)} and parses by itself. */
    boolean raw() default false;

    /** No {@code __text_signature__}: the signature says how to parse, but CPython does not show it. */
    boolean hidden() default false;
}
