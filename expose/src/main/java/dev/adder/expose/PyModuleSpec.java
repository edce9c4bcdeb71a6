package dev.adder.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A Java class that is a native module; one instance of it is the state of the module in one interpreter.
 * The processor generates {@code <Class>Table} in its package.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PyModuleSpec {
    /** The module's full name. */
    String value();
}
