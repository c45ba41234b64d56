package sst.dsl.check;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;

/** Which names an object answers to in Groovy. */
final class Members {
    /** The class of closures, as the compiler knows it. */
    static final Class<?> CLOSURE = ClassHelper.CLOSURE_TYPE.getTypeClass();

    private static final List<String> OF_ALL = List.of("class", "metaClass", "properties");

    private Members() {}

    /** Whether the class, or Groovy for it, has a method of that name. */
    static boolean hasMethod(Class<?> type, String name) {
        return has(type, name) || isGroovys(name);
    }

    /**
     * Whether a method of that name, the class's or Groovy's for it, takes such arguments.
     *
     * @param arguments their classes; empty for what only a run knows
     */
    static boolean takes(Class<?> type, String name, List<Optional<Class<?>>> arguments) {
        return isGroovys(name)
                || Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(name))
                        .anyMatch(method -> takes(method, arguments));
    }

    private static boolean takes(Method method, List<Optional<Class<?>>> arguments) {
        Class<?>[] parameters = method.getParameterTypes();
        int fixed = method.isVarArgs() ? parameters.length - 1 : parameters.length;
        boolean isCount = method.isVarArgs() ? arguments.size() >= fixed : arguments.size() == fixed;
        if (!isCount) {
            // Groovy gives null where the only argument is left out.
            return arguments.isEmpty() && parameters.length == 1;
        }
        return IntStream.range(0, fixed).allMatch(at -> arguments
                .get(at)
                .map(given -> fits(parameters[at], given))
                .orElse(true));
    }

    private static boolean fits(Class<?> parameter, Class<?> given) {
        boolean isNumber = Number.class.isAssignableFrom(given)
                && (parameter.isPrimitive() || Number.class.isAssignableFrom(parameter));
        boolean isFunction = CLOSURE.isAssignableFrom(given) && parameter.isInterface();
        return parameter.isAssignableFrom(given) || isNumber || isFunction;
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
