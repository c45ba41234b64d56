package sst.local.lambda.jvm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what {@code Class} or {@code Class::method} means
 * (https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html).
 */
final class Handlers {
    private static final String CONTEXT = "com.amazonaws.services.lambda.runtime.Context";

    private final ClassLoader loader;
    private final JsonTypes json = new JsonTypes();

    Handlers(ClassLoader loader) {
        this.loader = loader;
    }

    /** Loads the handler; an exception of its static or instance initialiser comes out as it is. */
    Handler load(String name) throws Throwable {
        int colons = name.indexOf("::");
        String className = colons < 0 ? name : name.substring(0, colons);
        String methodName = colons < 0 ? "handleRequest" : name.substring(colons + 2);
        Class<?> type;
        try {
            type = Class.forName(className, true, loader);
        } catch (ClassNotFoundException e) {
            throw new ClassNotFoundException("Class not found: " + className, e);
        } catch (ExceptionInInitializerError e) {
            throw e.getCause() == null ? e : e.getCause();
        }
        Method method = method(type, methodName);
        // A public method may be declared by a class that is not.
        method.trySetAccessible();
        Object target = Modifier.isStatic(method.getModifiers()) ? null : instance(type);
        return takesStreams(method) ? stream(method, target) : object(method, target);
    }

    /** The public method of that name; of several the one with a context last, then with the most parameters. */
    private static Method method(Class<?> type, String name) throws NoSuchMethodException {
        return methods(type)
                .filter(method -> method.getName().equals(name) && Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .filter(method -> method.getParameterCount() <= 3)
                .max(Comparator.<Method, Boolean>comparing(Handlers::hasContext)
                        .thenComparing(Method::getParameterCount))
                .orElseThrow(() -> new NoSuchMethodException(
                        "No public method named " + name + " with appropriate method signature found on " + type));
    }

    /** Those of a class that is not public are hidden behind bridges, which do not tell what they take. */
    private static Stream<Method> methods(Class<?> type) {
        Stream<Class<?>> classes = Stream.iterate(type, Objects::nonNull, Class::getSuperclass);
        return Stream.concat(
                classes.flatMap(each -> Arrays.stream(each.getDeclaredMethods())), Arrays.stream(type.getMethods()));
    }

    private static Object instance(Class<?> type) throws Throwable {
        try {
            return type.getConstructor().newInstance();
        } catch (NoSuchMethodException e) {
            throw new NoSuchMethodException("Class " + type.getName() + " has no public zero-argument constructor");
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private Handler stream(Method method, @Nullable Object target) {
        return (event, context) -> {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            List<Object> arguments = new ArrayList<>(List.of(new ByteArrayInputStream(event), answer));
            if (hasContext(method)) {
                arguments.add(context.as(last(method)));
            }
            call(method, target, arguments);
            return answer.toByteArray();
        };
    }

    private Handler object(Method method, @Nullable Object target) {
        boolean hasContext = hasContext(method);
        Type[] types = method.getGenericParameterTypes();
        boolean hasEvent = types.length > (hasContext ? 1 : 0);
        return (event, context) -> {
            List<@Nullable Object> arguments = new ArrayList<>();
            if (hasEvent) {
                arguments.add(json.read(event, types[0]));
            }
            if (hasContext) {
                arguments.add(context.as(last(method)));
            }
            Object answer = call(method, target, arguments);
            return json.write(answer);
        };
    }

    private static @Nullable Object call(Method method, @Nullable Object target, List<@Nullable Object> arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments.toArray());
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static boolean takesStreams(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return types.length >= 2 && types[0] == InputStream.class && types[1] == OutputStream.class;
    }

    private static boolean hasContext(Method method) {
        return method.getParameterCount() > 0 && last(method).getName().equals(CONTEXT);
    }

    private static Class<?> last(Method method) {
        return method.getParameterTypes()[method.getParameterCount() - 1];
    }
}
