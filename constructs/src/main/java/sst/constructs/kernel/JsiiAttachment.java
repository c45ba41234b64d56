package sst.constructs.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.jsii.JsiiClient;
import software.amazon.jsii.JsiiEngine;
import software.amazon.jsii.JsiiModule;
import software.amazon.jsii.JsiiObject;
import software.amazon.jsii.JsiiObjectRef;
import software.amazon.jsii.JsiiRuntime;

/**
 * Hands a node process of ours to jsii's engine, which has no public way to take one: it would start its own, with an
 * environment that a running JVM cannot change. The only place that touches jsii's private parts, those of 1.140.
 */
final class JsiiAttachment {
    private JsiiAttachment() {}

    /** Whether the JVM's one engine has a live kernel already. */
    static boolean isAttached() {
        Object process = get(runtime(), "childProcess");
        return process instanceof Process running && running.isAlive();
    }

    /** Waits for the kernel's greeting and makes it the engine's, with these packages as loaded. */
    static void attach(Process process, List<JsiiPackage> packages) {
        JsiiRuntime runtime = runtime();
        set(runtime, "childProcess", process);
        set(runtime, "stdin", new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        set(
                runtime,
                "stdout",
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        call(JsiiRuntime.class, runtime, "handshake");
        set(runtime, "client", new JsiiClient(runtime));
        @SuppressWarnings("unchecked")
        Map<String, JsiiModule> loaded = (Map<String, JsiiModule>) get(JsiiEngine.getInstance(), "loadedModules");
        packages.forEach(each -> loaded.put(each.name(), each.module()));
    }

    /**
     * Empties the engine's list of objects by their ids in the kernel. An object that something refers to, such as a
     * constant of the CDK, stays good: it knows its id itself, and the engine asks the list only for what the kernel
     * hands over.
     *
     * @return by id what is in use exactly as long as the object is: an object may have several faces that share it
     */
    @SuppressWarnings("unchecked")
    static Map<String, Object> takeObjects() {
        JsiiEngine engine = JsiiEngine.getInstance();
        Map<String, Object> objects = (Map<String, Object>) get(engine, "objects");
        Map<String, Object> taken = new HashMap<>();
        objects.forEach(
                (id, object) -> taken.put(id, object instanceof JsiiObject ? engine.nativeToObjRef(object) : object));
        objects.clear();
        return taken;
    }

    /** Lets the kernel drop objects. */
    static void drop(Set<String> ids) {
        JsiiClient client = JsiiEngine.getInstance().getClient();
        ids.forEach(id -> client.deleteObject(JsiiObjectRef.fromObjId(id)));
    }

    /** Tells the kernel that a synthesis is over, by a request that start.cjs understands so. */
    static int endSynthesis() {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("api", "stats");
        try {
            Method send = JsiiRuntime.class.getDeclaredMethod("requestResponse", JsonNode.class);
            send.setAccessible(true);
            return ((JsonNode) send.invoke(runtime(), request))
                    .path("objectCount")
                    .asInt();
        } catch (ReflectiveOperationException e) {
            throw unknownJsii("requestResponse", e);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Class<? extends JsiiModule>> dependencies(JsiiModule module) {
        return (List<Class<? extends JsiiModule>>) call(JsiiModule.class, module, "getDependencies");
    }

    static JsiiModule create(Class<? extends JsiiModule> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + type.getName(), e);
        }
    }

    private static JsiiRuntime runtime() {
        return (JsiiRuntime) get(JsiiEngine.getInstance(), "runtime");
    }

    private static Object call(Class<?> declaring, Object target, String name) {
        try {
            Method method = declaring.getDeclaredMethod(name);
            method.setAccessible(true);
            return method.invoke(target);
        } catch (ReflectiveOperationException e) {
            throw unknownJsii(name, e);
        }
    }

    private static Object get(Object target, String name) {
        try {
            return field(target, name).get(target);
        } catch (ReflectiveOperationException e) {
            throw unknownJsii(name, e);
        }
    }

    private static void set(Object target, String name, Object value) {
        try {
            field(target, name).set(target, value);
        } catch (ReflectiveOperationException e) {
            throw unknownJsii(name, e);
        }
    }

    private static Field field(Object target, String name) throws NoSuchFieldException {
        Field field = target.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static IllegalStateException unknownJsii(String part, ReflectiveOperationException cause) {
        return new IllegalStateException("this jsii runtime has no usable '" + part + "'", cause);
    }
}
