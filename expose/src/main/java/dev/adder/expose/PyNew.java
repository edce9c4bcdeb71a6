package dev.adder.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@code __new__}: a static Java method whose first parameter (after the optional {@code ThreadState}) is the class.
 * The value is the signature without a name: {@code "(iterable=(), /)"}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface PyNew {
    /** The text signature. */
    String value() default "()";

    /** The Java method takes {@code (ThreadState, self, Object[] args, String[] kwNames)} and parses by itself. */
    boolean raw() default false;

    /** No {@code __text_signature__}: the signature says how to parse, but CPython does not show it. */
    boolean hidden() default false;
}
