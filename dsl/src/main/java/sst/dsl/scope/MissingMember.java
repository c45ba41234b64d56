package sst.dsl.scope;

import groovy.lang.GroovyRuntimeException;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sst.model.construct.ConstructHandle;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.Suggestion;

/** Says in the user's words what Groovy means by a missing method or property. */
final class MissingMember {
    private MissingMember() {}

    static Diagnostic explain(GroovyRuntimeException missing, List<String> globals) {
        if (missing instanceof MissingPropertyException property) {
            return property(property, globals).at(SourceRef.of(missing));
        }
        return method((MissingMethodException) missing).at(SourceRef.of(missing));
    }

    private static Diagnostic property(MissingPropertyException missing, List<String> globals) {
        String name = missing.getProperty();
        Class<?> type = missing.getType();
        if (type != null && ConstructHandle.class.isAssignableFrom(type)) {
            return unknown(Code.UNKNOWN_PROPERTY, noun(type) + " has no value '" + name + "'", name, values(type));
        }
        boolean isScript = type == null || ConfigScript.class.isAssignableFrom(type);
        String summary = isScript
                ? "'" + name + "' is not known here"
                : "a " + type.getSimpleName() + " has no property '" + name + "'";
        return unknown(Code.UNKNOWN_PROPERTY, summary, name, isScript ? globals : List.of());
    }

    private static Diagnostic method(MissingMethodException missing) {
        String name = missing.getMethod();
        Class<?> type = missing.getType();
        if (type != null && ConstructHandle.class.isAssignableFrom(type)) {
            boolean isThere = Stream.of(type.getMethods()).map(Method::getName).anyMatch(name::equals);
            String summary = isThere
                    ? "'" + name + "' of " + noun(type) + " does not take these arguments"
                    : noun(type) + " has no method '" + name + "'";
            return unknown(Code.UNKNOWN_METHOD, summary, name, isThere ? List.of() : methods(type));
        }
        String owner = type == null ? "null" : "a " + type.getSimpleName();
        return unknown(
                Code.UNKNOWN_METHOD,
                owner + " has no method '" + name + "' that takes these arguments",
                name,
                List.of());
    }

    private static Diagnostic unknown(Code code, String summary, String name, List<String> known) {
        return Diagnostic.error(code, summary)
                .hint(Suggestion.hint(name, known))
                .subject(name);
    }

    private static String noun(Class<?> handle) {
        return handle.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static List<String> values(Class<?> handle) {
        return publicMethods(handle).stream()
                .filter(method -> method.startsWith("get") && method.length() > 3)
                .map(method -> method.substring(3, 4).toLowerCase(Locale.ROOT) + method.substring(4))
                .toList();
    }

    private static List<String> methods(Class<?> handle) {
        List<String> names = new ArrayList<>(List.of("cdk"));
        publicMethods(handle).stream()
                .filter(method -> !method.startsWith("get"))
                .forEach(names::add);
        return names;
    }

    private static List<String> publicMethods(Class<?> handle) {
        return Arrays.stream(handle.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .distinct()
                .toList();
    }
}
