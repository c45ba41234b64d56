package sst.dsl.script;

import groovy.lang.GroovyClassLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.tools.GroovyClass;
import sst.dsl.outline.OutlineReader;
import sst.model.diagnostic.UserError;

/**
 * Compiles the files of one project and loads their classes into a loader of its own, closed with it. Compiled classes are
 * kept by the hash of all that went into them, so an unchanged file is never compiled twice.
 */
public final class ScriptLoader implements AutoCloseable {
    private final Path root;
    private final SourceKeys keys;
    private final ClassCache cache;
    private final Outlines outlines;
    private final Class<?> baseClass;
    private final GroovyClassLoader loader;
    private final List<MemoryLoader> loaders = new ArrayList<>();

    /**
     * @param root the project's folder; {@code stacks/} and {@code infra/src/} below it hold classes
     * @param cacheFolder where compiled classes are kept
     * @param baseClass what every script extends
     */
    public ScriptLoader(Path root, Path cacheFolder, Class<?> baseClass) {
        this.root = root;
        this.keys = new SourceKeys(root);
        this.cache = new ClassCache(cacheFolder);
        this.outlines = new Outlines(cacheFolder);
        this.baseClass = baseClass;
        this.loader = new GroovyClassLoader(baseClass.getClassLoader());
        SourceKeys.CLASS_FOLDERS.forEach(
                each -> loader.addClasspath(root.resolve(each).toString()));
    }

    /**
     * The script class of a file.
     *
     * @param file its path below the root, as messages show it
     * @throws UserError with every syntax error, at its line and column
     */
    public <S> Class<? extends S> load(String file, Class<S> type) {
        String text = SourceKeys.read(root.resolve(file));
        String key = keys.of(file, text);
        CompiledClasses classes = cache.find(key).orElseGet(() -> {
            OutlineReader reader = new OutlineReader();
            CompiledClasses compiled = compile(file, text, reader);
            reader.outline().ifPresent(outline -> outlines.keep(key, outline));
            cache.keep(key, compiled);
            return compiled;
        });
        return define(classes).asSubclass(type);
    }

    private Class<?> define(CompiledClasses classes) {
        MemoryLoader own = new MemoryLoader(loader, classes.bytes());
        loaders.add(own);
        try {
            return Class.forName(classes.main(), true, own);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("cache entry without " + classes.main(), missing);
        }
    }

    /**
     * The syntax tree of a file, with its variables resolved.
     *
     * @throws UserError with every syntax error, at its line and column
     */
    public ModuleNode parse(String file) {
        return unit(file, SourceKeys.read(root.resolve(file)), Phases.SEMANTIC_ANALYSIS)
                .getAST()
                .getModules()
                .get(0);
    }

    private CompilationUnit unit(String file, String text, int phase, CompilationCustomizer... readers) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setTargetBytecode(SourceKeys.TARGET);
        configuration.setScriptBaseClass(baseClass.getName());
        configuration.addCompilationCustomizers(new UseCalls());
        configuration.addCompilationCustomizers(readers);
        configuration.setSourceEncoding(StandardCharsets.UTF_8.name());
        CompilationUnit unit = new CompilationUnit(configuration, null, loader);
        unit.addSource(className(file) + ".groovy", text);
        try {
            unit.compile(phase);
        } catch (MultipleCompilationErrorsException errors) {
            throw new UserError(SyntaxErrors.of(errors, file, text));
        }
        return unit;
    }

    private CompiledClasses compile(String file, String text, OutlineReader reader) {
        String main = className(file);
        CompilationUnit unit = unit(file, text, Phases.CLASS_GENERATION, reader);
        SourceFileName name = new SourceFileName(file);
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        for (GroovyClass each : unit.getClasses()) {
            bytes.put(
                    each.getName(),
                    each.getName().startsWith(main) ? name.writtenInto(each.getBytes()) : each.getBytes());
        }
        return new CompiledClasses(main, bytes);
    }

    /** {@code stacks/web-site.groovy} is class {@code stacks_web_site}; a capital would clash with a class of the user's. */
    private static String className(String file) {
        return "config_" + file.replaceFirst("\\.groovy$", "").replaceAll("[^A-Za-z0-9]", "_");
    }

    /** Lets go of the classes; Groovy's registry would hold them until memory is short. */
    @Override
    public void close() {
        loaders.forEach(MemoryLoader::forget);
        for (Class<?> each : loader.getLoadedClasses()) {
            InvokerHelper.removeClass(each);
        }
        try {
            loader.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Classes of one file, found before the project's other classes. */
    private static final class MemoryLoader extends ClassLoader {
        private final Map<String, byte[]> bytes;
        private final List<Class<?>> defined = new ArrayList<>();

        MemoryLoader(ClassLoader parent, Map<String, byte[]> bytes) {
            super(parent);
            this.bytes = bytes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                byte[] own = bytes.get(name);
                Class<?> loaded = findLoadedClass(name);
                if (own == null || loaded != null) {
                    return loaded != null ? loaded : super.loadClass(name, resolve);
                }
                Class<?> fresh = defineClass(name, own, 0, own.length);
                defined.add(fresh);
                return fresh;
            }
        }

        void forget() {
            defined.forEach(InvokerHelper::removeClass);
        }
    }
}
