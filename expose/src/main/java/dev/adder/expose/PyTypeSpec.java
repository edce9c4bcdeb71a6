package dev.adder.expose;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A Java class that is a Python type. The processor generates {@code <Class>Table} in its package, a
 * {@code BuiltinTable} over the class's annotated methods and over those of its Java superclasses up to the first one
 * that is a Python type itself.
 *
 * <p>Annotations are kept in class files (not at run time) so that a table can be generated again when only one of the
 * classes it is made from is compiled.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PyTypeSpec {
    /** The last part of the type's qualified name. */
    String name();

    /** The value of {@code __module__}. */
    String module() default "builtins";
}
