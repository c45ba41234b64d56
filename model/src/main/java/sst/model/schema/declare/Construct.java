package sst.model.schema.declare;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a construct by the record of its props; the block, the stack's methods and the docs are generated from it. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
public @interface Construct {
    /** The method's name in a stack block, such as {@code table}. */
    String value();

    /** What it is, in one sentence. */
    String doc();

    /** The handle's class; its constructor takes a {@code ConstructScope} and the block. */
    Class<?> handle();

    /** SST's class name; left out, that of the record without {@code Props}. */
    String type() default "";

    /** Other names of the method, such as SST v3's. */
    String[] synonyms() default {};
}
