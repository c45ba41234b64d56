package sst.dsl.check;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;

/** Which names an object answers to in Groovy. */
final class Members {
    private static final List<String> OF_ALL = List.of("class", "metaClass", "properties");

    private Members() {}

    /** Whether the class, or Groovy for it, has a method of that name. */
    static boolean hasMethod(Class<?> type, String name) {
        return has(type, name) || isGroovys(name);
    }

    /** Whether Groovy gives every object a method of that name. */
    static boolean isGroovys(String name) {
        return has(DefaultGroovyMethods.class, name);
    }

    /** Whether the class has a property of that name. */
    static boolean hasValue(Class<?> type, String name) {
        String end = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return OF_ALL.contains(name) || has(type, "get" + end) || has(type, "is" + end);
    }

    private static boolean has(Class<?> type, String name) {
        return Arrays.stream(type.getMethods()).map(Method::getName).anyMatch(name::equals);
    }
}
