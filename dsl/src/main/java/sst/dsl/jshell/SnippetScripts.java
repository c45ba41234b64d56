package sst.dsl.jshell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sst.dsl.jshell.Compiled.Step;
import sst.dsl.scope.ConfigFile;
import sst.dsl.scope.ConfigSession;
import sst.dsl.script.ClassCache;
import sst.dsl.script.CompiledClasses;
import sst.model.app.build.AppBuilder;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;

/** The files of a project that are written in Java; what JShell makes of an unchanged one is kept. */
public final class SnippetScripts {
    private final Path root;
    private final ClassCache cache;

    /** @param cacheFolder where compiled classes are kept */
    public SnippetScripts(Path root, Path cacheFolder) {
        this.root = root;
        this.cache = new ClassCache(cacheFolder);
    }

    /** Whether a file is written in Java, by its name. */
    public static boolean isSnippets(String file) {
        return file.endsWith(".jsh");
    }

    /**
     * A file ready to run.
     *
     * @throws sst.model.diagnostic.UserError with every error of the compiler, at its line and column
     */
    public ConfigFile load(String file) {
        String text = read(root.resolve(file));
        Compiled compiled = compiled(file, text);
        return session -> run(compiled, file, session);
    }

    private Compiled compiled(String file, String text) {
        String key = ClassCache.key(
                List.of(file, text, String.valueOf(Runtime.version()), ours(Words.class), ours(AppBuilder.class)));
        Optional<CompiledClasses> kept = cache.find(key);
        if (kept.isPresent()) {
            List<Step> steps = kept.get().main().lines().map(Step::read).toList();
            return new Compiled(steps, kept.get().bytes());
        }
        try (SnippetCompiler compiler = new SnippetCompiler(file)) {
            Compiled made = compiler.compile(text);
            String steps =
                    String.join("\n", made.steps().stream().map(Step::toString).toList());
            cache.keep(key, new CompiledClasses(steps, made.bytes()));
            return made;
        }
    }

    /** Java binds to methods when it compiles, so classes hold as long as the jar that they were compiled against. */
    private static String ours(Class<?> type) {
        try {
            Path place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return place + " " + Files.getLastModifiedTime(place);
        } catch (IOException | java.net.URISyntaxException unknown) {
            throw new IllegalStateException("no place for " + type, unknown);
        }
    }

    private static void run(Compiled compiled, String file, ConfigSession session) throws ReflectiveOperationException {
        SnippetLoader loader = new SnippetLoader(new InSession(session, file));
        loader.add(compiled.bytes());
        try {
            for (Step step : compiled.steps()) {
                Method method = loader.loadClass(step.type()).getDeclaredMethod(step.method());
                method.setAccessible(true);
                method.invoke(null);
            }
        } catch (InvocationTargetException thrown) {
            throw rethrown(thrown.getTargetException());
        } finally {
            loader.evaluation().out().flush();
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Hooks.ExitAsked) {
            return Diagnostic.error(Code.UNSUPPORTED, "a config cannot exit")
                    .at(SourceRef.of(cause))
                    .hint("throw an exception, or leave the rest out by an if")
                    .asError();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new CheckedInConfig(cause);
    }

    /** A checked exception of the user's code, with its own frames. */
    private static final class CheckedInConfig extends RuntimeException {
        CheckedInConfig(Throwable cause) {
            super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
            setStackTrace(cause.getStackTrace());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
