package sst.dsl.scope;

import groovy.lang.Closure;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClassRegistry;
import java.util.Arrays;

/**
 * Lets methods of handles take blocks: {@code queue.addConsumer('src/work.main') { timeout 5 }}. Handles are plain Java,
 * so without this Groovy would hand them a closure without a scope.
 */
final class HandleMetaClass extends DelegatingMetaClass {
    private HandleMetaClass(Class<?> handle) {
        super(handle);
        initialize();
    }

    /** Registers it for a handle's class, once; it holds no state of an evaluation. */
    static void register(Class<?> handle) {
        MetaClassRegistry registry = GroovySystem.getMetaClassRegistry();
        synchronized (HandleMetaClass.class) {
            if (!(registry.getMetaClass(handle) instanceof HandleMetaClass)) {
                registry.setMetaClass(handle, new HandleMetaClass(handle));
            }
        }
    }

    @Override
    public Object invokeMethod(Object handle, String name, Object[] arguments) {
        return super.invokeMethod(handle, name, scoped(arguments));
    }

    @Override
    public Object invokeMethod(Object handle, String name, Object arguments) {
        return super.invokeMethod(handle, name, arguments instanceof Object[] list ? scoped(list) : arguments);
    }

    private static Object[] scoped(Object[] arguments) {
        return Arrays.stream(arguments).map(HandleMetaClass::scoped).toArray();
    }

    private static Object scoped(Object argument) {
        boolean isConfigs = argument instanceof Closure<?> closure && closure.getThisObject() instanceof ConfigScript;
        return isConfigs
                ? ((ConfigScript) ((Closure<?>) argument).getThisObject()).scoped((Closure<?>) argument)
                : argument;
    }
}
