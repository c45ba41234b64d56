package sst.constructs.cdk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;
import sst.constructs.construct.Values;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.model.value.CdkOverride;

/** Lays the CDK props of a {@code cdk} block over a CDK builder, by the names of its methods, which are the CDK's own. */
public final class CdkProps {
    private final Values values;

    public CdkProps(Values values) {
        this.values = values;
    }

    /**
     * Sets every prop of the override; later calls win, so this comes last.
     *
     * @throws sst.model.diagnostic.UserError when the CDK has no such prop, or the value does not fit
     */
    public void apply(Object builder, Map<String, Object> props) {
        props.forEach((name, value) -> set(builder, name, values.deep(value)));
    }

    /** The override of a key; one without anything when there is none. */
    public static CdkOverride of(Map<String, CdkOverride> cdk, String key) {
        return cdk.getOrDefault(key, CdkOverride.of(Map.of()));
    }

    /**
     * The CDK object that the user gives in place of the usual one.
     *
     * @param scope what a closure gets
     * @throws sst.model.diagnostic.UserError when it is of another type
     */
    public <T> Optional<T> given(CdkOverride override, Construct scope, Class<T> type) {
        Optional<Object> object = override.object()
                .map(id -> values.construct(id).cdk(type))
                .or(() -> override.factory().map(factory -> CdkErrors.run(factory, scope)));
        return object.map(each -> {
            if (!type.isInstance(each)) {
                String got = each.getClass().getSimpleName();
                throw Errors.of(Code.WRONG_TYPE, "'cdk' takes an " + type.getSimpleName() + " here, got " + got)
                        .asError();
            }
            return type.cast(each);
        });
    }

    /** The id that replaces the construct's own, to keep logical ids after a rename ({@code cdk.id}). */
    public static String id(Map<String, CdkOverride> cdk, String usual) {
        return String.valueOf(of(cdk, "id").props().getOrDefault("id", usual));
    }

    /** Refuses keys that this construct does not have. */
    public static void requireKeys(Map<String, CdkOverride> cdk, List<String> known) {
        for (String key : cdk.keySet()) {
            if (!known.contains(key) && !key.equals("id")) {
                throw Errors.of(Code.UNSUPPORTED, "'cdk' has no '" + key + "' here")
                        .hint(Suggestion.hint(key, known))
                        .subject(key)
                        .asError();
            }
        }
    }

    /** Refuses CDK props that a prop of the construct sets. */
    public static void refuse(String place, Map<String, Object> own, Map<String, String> ours) {
        ours.forEach((key, instead) -> {
            if (own.containsKey(key)) {
                throw Errors.of(Code.CONFLICT, "'" + place + "' cannot set '" + key + "'")
                        .hint("use " + instead)
                        .subject(key)
                        .asError();
            }
        });
    }

    private void set(Object builder, String name, Object value) {
        List<Method> setters = setters(builder.getClass(), name);
        if (setters.isEmpty()) {
            throw Errors.of(Code.UNKNOWN_PROPERTY, "the CDK has no prop '" + name + "' here")
                    .hint(Suggestion.hint(name, names(builder.getClass())))
                    .subject(name)
                    .asError();
        }
        for (Method setter : setters) {
            Optional<Object> fitting = new CdkValues(this).convert(value, setter.getGenericParameterTypes()[0]);
            if (fitting.isPresent()) {
                call(setter, builder, fitting.get());
                return;
            }
        }
        throw Errors.of(Code.WRONG_TYPE, "'" + name + "' takes no such value: " + value)
                .hint("it takes " + setters.get(0).getParameterTypes()[0].getSimpleName())
                .subject(name)
                .asError();
    }

    private static void call(Method setter, Object builder, Object value) {
        try {
            setter.invoke(builder, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("CDK builders are public", e);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    private static List<Method> setters(Class<?> builder, String name) {
        return Arrays.stream(builder.getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(CdkProps::isSetter)
                .toList();
    }

    private static List<String> names(Class<?> builder) {
        return Arrays.stream(builder.getMethods())
                .filter(CdkProps::isSetter)
                .map(Method::getName)
                .distinct()
                .toList();
    }

    private static boolean isSetter(Method method) {
        return method.getParameterCount() == 1 && method.getReturnType() == method.getDeclaringClass();
    }
}
