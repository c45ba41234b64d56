package sst.dsl.docs;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructKind;
import sst.model.construct.ConstructScope;
import sst.model.diagnostic.SourceRef;
import sst.model.ref.ConstructId;

/**
 * What the handle of a construct offers.
 *
 * @param values names of its values
 * @param methods names with parameter types
 */
record Members(List<String> values, List<String> methods) {
    static Members of(ConstructKind<?, ?> kind) {
        List<Method> own = Arrays.stream(handle(kind).getClass().getMethods())
                .filter(method -> ConstructHandle.class != method.getDeclaringClass())
                .filter(method -> ConstructHandle.class.isAssignableFrom(method.getDeclaringClass()))
                .filter(method -> !method.isSynthetic())
                .toList();
        List<String> values = own.stream()
                .filter(Members::isValue)
                .map(method -> decapitalized(method.getName().substring(3)))
                .sorted()
                .toList();
        Stream<String> methods = own.stream().filter(method -> !isValue(method)).map(Members::signature);
        return new Members(
                values,
                Stream.concat(methods, Stream.of("cdk(closure)"))
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static <R extends Record, H extends ConstructHandle<R>> H handle(ConstructKind<R, H> kind) {
        ConstructScope scope = new ConstructScope(new ConstructId("stack", kind.type(), "Id"), SourceRef.UNKNOWN);
        return kind.factory().apply(scope, kind.schema().newBlock());
    }

    private static boolean isValue(Method method) {
        return method.getName().startsWith("get") && method.getParameterCount() == 0;
    }

    private static String signature(Method method) {
        String parameters = Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getName() + (parameter.isVarArgs() ? "…" : ""))
                .collect(Collectors.joining(", "));
        return method.getName() + "(" + parameters + ")";
    }

    private static String decapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
