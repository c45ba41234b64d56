package sst.model.schema.declare;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one prop; completion, lint, docs and the JSON schema read it. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.SOURCE)
public @interface Prop {
    /** What it is for, in one sentence. */
    String value();

    /** The default in the form a user would write; the constructs use this very text. Empty: none. */
    String defaultsTo() default "";

    /** A value as a user would write it in Groovy. */
    String example() default "";

    /** Whether the block is wrong without it. */
    boolean required() default false;

    /** Whether a nested record may lack what it requires, since another fills it in: defaults of functions. */
    boolean partial() default false;

    /** Other names, such as SST v3's. */
    String[] synonyms() default {};

    /** The block that fills a map prop, when it has methods of its own such as {@code get '/notes', …}. */
    Class<?> block() default void.class;
}
