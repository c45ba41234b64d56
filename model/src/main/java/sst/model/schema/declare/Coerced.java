package sst.model.schema.declare;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import sst.model.schema.PropType;

/**
 * Marks a type that users may write in several forms. It has a public static method {@code type()} that returns its
 * {@link PropType}; the generated setters take the forms named here.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
public @interface Coerced {
    /** The Java types a setter takes. */
    Class<?>[] accepts() default {};

    /** The record whose block may be written in place; its map form is taken too. */
    Class<?> record() default void.class;

    /** The class that has {@code type()}, for a record with a prop of that name. */
    Class<?> forms() default void.class;
}
