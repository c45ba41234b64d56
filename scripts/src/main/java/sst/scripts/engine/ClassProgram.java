package sst.scripts.engine;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.scripts.api.Scope;
import sst.scripts.api.StageScript;
import sst.scripts.engine.CompiledScripts.Compilation;
import sst.scripts.engine.CompiledScripts.Compiled;
import sst.scripts.source.ScriptFile;

/** A script that is compiled to a class: Groovy's script class, or a class of the user's that is a StageScript. */
final class ClassProgram implements Program {
    private final ScriptFile script;
    private final ScriptClasses loader;
    private final Object instance;

    private ClassProgram(ScriptFile script, ScriptClasses loader, Object instance) {
        this.script = script;
        this.loader = loader;
        this.instance = instance;
    }

    static ClassProgram of(ScriptFile script, List<Path> jars, CompiledScripts cache, Compilation source) {
        String key = cache.key(script, jars);
        Compiled compiled = cache.find(key).orElseGet(() -> cache.keep(key, source));
        ScriptClasses loader = new ScriptClasses(compiled.classes(), jars);
        return new ClassProgram(
                script, loader, instance(script, loader.main(compiled.index().get(0))));
    }

    private static Object instance(ScriptFile script, Class<?> type) {
        if (!GroovyScript.class.isAssignableFrom(type) && !StageScript.class.isAssignableFrom(type)) {
            throw Diagnostic.error(Code.UNSUPPORTED, script.file() + " has no script, only the class " + type.getName())
                    .at(script.at(1))
                    .hint("let the class implement sst.scripts.api.StageScript")
                    .asError();
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw Diagnostic.error(Code.SCRIPT_FAILED, String.valueOf(cause.getMessage()))
                    .at(script.at(line(script, cause.getStackTrace())))
                    .asError();
        } catch (ReflectiveOperationException e) {
            throw Diagnostic.error(Code.UNSUPPORTED, type.getName() + " cannot be made: " + e.getMessage())
                    .at(script.at(1))
                    .hint("give it a constructor without parameters")
                    .asError();
        }
    }

    @Override
    public Optional<Object> fields() {
        return Optional.of(instance);
    }

    @Override
    public Map<String, Object> variables() {
        Map<String, Object> all = new LinkedHashMap<>();
        if (instance instanceof GroovyScript groovy) {
            Map<?, ?> bound = groovy.getBinding().getVariables();
            bound.forEach((name, value) -> put(all, String.valueOf(name), value));
        }
        readFields(instance.getClass(), instance, all);
        return all;
    }

    /** Adds the fields of a class that the user wrote: of an instance, or without one the static ones. */
    static void readFields(Class<?> type, @Nullable Object instance, Map<String, Object> into) {
        for (Field field : type.getDeclaredFields()) {
            boolean isStatic = Modifier.isStatic(field.getModifiers());
            if (isStatic == (instance == null) && !field.isSynthetic() && field.trySetAccessible()) {
                try {
                    put(into, field.getName(), field.get(instance));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("not readable: " + field, e);
                }
            }
        }
    }

    /** Leaves out what compilers made, and what has no value yet. */
    private static void put(Map<String, Object> into, String name, @Nullable Object value) {
        if (value != null && !name.contains("$")) {
            into.put(name, value);
        }
    }

    @Override
    public void run(Scope scope) throws Throwable {
        if (instance instanceof GroovyScript groovy) {
            groovy.run(scope);
        } else if (instance instanceof StageScript java) {
            java.run(scope);
        }
    }

    @Override
    public int line(StackTraceElement[] stack) {
        return line(script, stack);
    }

    private static int line(ScriptFile script, StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (script.fileName().equals(frame.getFileName()) && frame.getLineNumber() > 0) {
                return frame.getLineNumber();
            }
        }
        return 0;
    }

    @Override
    public ClassLoader loader() {
        return loader;
    }
}
