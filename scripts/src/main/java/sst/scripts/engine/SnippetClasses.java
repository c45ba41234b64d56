package sst.scripts.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;
import sst.scripts.api.Scope;

/** Runs snippets in this process and this thread, and remembers what it was given. */
final class SnippetClasses extends DirectExecutionControl {
    private final SnippetIndex index;
    private final Map<String, byte[]> bytes = new LinkedHashMap<>();
    private @Nullable Throwable thrown;

    SnippetClasses(SnippetIndex index) {
        this.index = index;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(classes);
        for (ClassBytecodes each : classes) {
            bytes.put(each.name(), each.bytecodes());
        }
    }

    @Override
    public String invoke(String className, String methodName)
            throws RunException, InternalException, EngineTerminationException {
        index.step(className, methodName);
        return super.invoke(className, methodName);
    }

    @Override
    protected String throwConvertedInvocationException(Throwable cause) throws RunException, InternalException {
        thrown = cause;
        return super.throwConvertedInvocationException(cause);
    }

    /** What the script itself threw, not JShell's copy of it. */
    @Nullable
    Throwable thrown() {
        return thrown;
    }

    /** A class that a snippet became. */
    Class<?> loaded(String name) {
        try {
            return findClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }

    void setScope(Scope scope) throws ReflectiveOperationException {
        for (String name : bytes.keySet()) {
            index.setScope(findClass(name), scope);
        }
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> each : bytes.entrySet()) {
            Path file = folder.resolve(each.getKey().replace('.', File.separatorChar) + ".class");
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(file, each.getValue());
        }
    }
}
