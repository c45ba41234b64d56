package sst.scripts.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.scripts.api.Scope;
import sst.scripts.engine.CompiledScripts.Compiled;
import sst.scripts.source.ScriptFile;

/**
 * A script in JShell. The first run evaluates it snippet by snippet and keeps the classes that JShell made; when it came to
 * its end, later runs call those in the same order, without JShell and its compiler.
 */
final class JshellProgram implements Program {
    private final ScriptFile script;
    private final List<Path> jars;
    private final CompiledScripts cache;
    private final String key;
    private SnippetIndex index = SnippetIndex.EMPTY;
    private final Map<String, Object> variables = new LinkedHashMap<>();

    private JshellProgram(ScriptFile script, List<Path> jars, CompiledScripts cache) {
        this.script = script;
        this.jars = jars;
        this.cache = cache;
        this.key = cache.key(script, jars);
    }

    static JshellProgram of(ScriptFile script, List<Path> jars, CompiledScripts cache) {
        return new JshellProgram(script, jars, cache);
    }

    @Override
    public void run(Scope scope) throws Throwable {
        Optional<Compiled> compiled = cache.find(key);
        if (compiled.isPresent()) {
            replay(compiled.get(), scope);
        } else {
            record(scope);
        }
    }

    private void record(Scope scope) throws Throwable {
        try (SnippetRun run = new SnippetRun(script, jars)) {
            index = run.index();
            try {
                run.evaluate(scope);
            } finally {
                for (Map.Entry<String, String> step : index.steps()) {
                    ClassProgram.readFields(run.classes().loaded(step.getKey()), null, variables);
                }
            }
            cache.keep(key, folder -> {
                run.classes().write(folder);
                return run.index().lines();
            });
        }
    }

    private void replay(Compiled compiled, Scope scope) throws Throwable {
        index = SnippetIndex.read(compiled.index());
        try (ScriptClasses classes = new ScriptClasses(compiled.classes(), jars)) {
            for (Map.Entry<String, String> step : index.steps()) {
                Class<?> type = classes.main(step.getKey());
                Method snippet = type.getDeclaredMethod(step.getValue());
                snippet.setAccessible(true);
                snippet.invoke(null);
                index.setScope(type, scope);
                ClassProgram.readFields(type, null, variables);
            }
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Override
    public Map<String, Object> variables() {
        return variables;
    }

    @Override
    public int line(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            int line = index.line(frame);
            if (line > 0) {
                return line;
            }
        }
        return 0;
    }

    @Override
    public ClassLoader loader() {
        return JshellProgram.class.getClassLoader();
    }
}
