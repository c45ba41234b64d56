package sst.repl.jshell;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;
import sst.dsl.jshell.SnippetBytes;
import sst.dsl.jshell.SnippetLoader;

/** Runs snippets in this process, so that they hold the very objects of the model. */
final class LiveControl implements ExecutionControl {
    private final SnippetLoader loader;
    private int line;
    private @Nullable Object value;
    private @Nullable Throwable thrown;
    private @Nullable Thread runs;
    private boolean isStopped;

    LiveControl(SnippetLoader loader) {
        this.loader = loader;
    }

    /** Forgets what the line before gave. */
    synchronized void begin() {
        line++;
        value = null;
        thrown = null;
        isStopped = false;
    }

    /** What the last snippet evaluated to. */
    @Nullable
    Object value() {
        return value;
    }

    /** What the user's code threw. */
    @Nullable
    Throwable thrown() {
        return thrown;
    }

    /** Interrupts the user's code, now or before it starts; the compiler is left alone, whose open jars an interrupt closes. */
    synchronized void interrupt() {
        isStopped = true;
        if (runs != null) {
            runs.interrupt();
        }
    }

    @Override
    public void load(ClassBytecodes[] classes) {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        for (ClassBytecodes each : classes) {
            changed.put(each.name(), new SnippetBytes("prompt_" + line + ".jsh", 0).of(each.bytecodes()));
        }
        loader.add(changed);
    }

    @Override
    public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
        throw new NotImplementedException("a class is never redefined, JShell makes another");
    }

    @Override
    public String invoke(String className, String methodName) throws RunException, InternalException {
        try {
            Method method = loader.loadClass(className).getDeclaredMethod(methodName);
            method.setAccessible(true);
            enter();
            value = method.invoke(null);
            return "";
        } catch (InvocationTargetException failed) {
            if (failed.getTargetException() instanceof SPIResolutionException unresolved) {
                throw new ResolutionException(unresolved.id(), unresolved.getStackTrace());
            }
            thrown = failed.getTargetException();
            throw new UserException(String.valueOf(thrown), thrown.getClass().getName(), new StackTraceElement[0]);
        } catch (ReflectiveOperationException impossible) {
            throw new InternalException(impossible.toString());
        } finally {
            leave();
        }
    }

    private synchronized void enter() {
        runs = Thread.currentThread();
        if (isStopped) {
            runs.interrupt();
        }
    }

    private synchronized void leave() {
        runs = null;
        boolean unused = Thread.interrupted();
    }

    @Override
    public String varValue(String className, String varName) {
        return "";
    }

    /** The variable of a snippet. */
    Field field(String className, String name) throws ReflectiveOperationException {
        Field field = loader.loadClass(className).getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    @Override
    public void addToClasspath(String path) {}

    @Override
    public void stop() {
        interrupt();
    }

    @Override
    public Object extensionCommand(String command, Object argument) throws NotImplementedException {
        throw new NotImplementedException(command);
    }

    @Override
    public void close() {}
}
