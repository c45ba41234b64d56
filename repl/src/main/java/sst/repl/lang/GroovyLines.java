package sst.repl.lang;

import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import groovy.transform.ThreadInterrupt;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.MethodClosure;
import org.jspecify.annotations.Nullable;
import sst.dsl.scope.ConfigScript;
import sst.dsl.script.SyntaxErrors;
import sst.model.diagnostic.UserError;
import sst.scripts.engine.KeptLocals;

/** Compiles Groovy lines, one class each; classes, imports and methods of earlier lines stay known. */
final class GroovyLines {
    private static final String FILE = "prompt";

    /** Jars are found by Maven's resolver; Groovy's own way would need Ivy. */
    private static final String GRAPE = "groovy.grape.GrabAnnotationTransformation";

    private final CompilerConfiguration configuration = new CompilerConfiguration();
    private final List<String> imports = new ArrayList<>();
    private GroovyClassLoader known;
    private int count;

    GroovyLines() {
        configuration.setDisabledGlobalASTTransformations(Set.of(GRAPE));
        configuration.setScriptBaseClass(ConfigScript.class.getName());
        configuration.addCompilationCustomizers(
                new KeptLocals(), new LineTransforms(), new ASTTransformationCustomizer(ThreadInterrupt.class));
        known = new GroovyClassLoader(GroovyLines.class.getClassLoader(), configuration);
    }

    /** Makes the classes of jars known to the lines to come; those of sst come first. */
    void take(List<Path> jars) {
        URL[] urls = jars.stream().map(GroovyLines::url).toArray(URL[]::new);
        known = new GroovyClassLoader(new URLClassLoader(urls, known), configuration);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a file: " + jar, e);
        }
    }

    /**
     * A line ready to run.
     *
     * @throws UserError when it is not valid Groovy, at its line and column
     */
    Compiled compile(String text) {
        String name = FILE + "_" + ++count;
        // Imports stand before the text on its own first line, so that lines keep their numbers.
        String prefix = String.join("", imports);
        GroovyClassLoader loader = new GroovyClassLoader(known, configuration);
        try {
            GroovyCodeSource source = new GroovyCodeSource(prefix + text, name + ".groovy", "/sst/prompt");
            source.setCachable(false);
            Class<?> type = loader.parseClass(source);
            return new Compiled(loader, type);
        } catch (MultipleCompilationErrorsException errors) {
            throw new UserError(SyntaxErrors.of(errors, FILE, prefix + text).stream()
                    .map(each -> each.at(each.at()
                            .at(Math.max(
                                    1, each.at().column() - prefixOf(each.at().line(), prefix)))))
                    .toList());
        }
    }

    private static int prefixOf(int line, String prefix) {
        return line == 1 ? prefix.length() : 0;
    }

    /** Keeps what a line declared for the lines to come. */
    void keep(Compiled line, @Nullable ConfigScript script, String text, LiveNames names) {
        text.lines()
                .map(each -> each.strip().replaceFirst("^@Grab\\([^)]*\\)\\s*", ""))
                .filter(each -> each.startsWith("import "))
                .map(each -> each.endsWith(";") ? each : each + ";")
                .filter(each -> !imports.contains(each))
                .forEach(imports::add);
        if (script != null) {
            keepMethods(line, script, names);
        }
        boolean hasClasses = script == null
                || line.classes().stream()
                        .anyMatch(each -> each != line.type() && !each.getName().contains("$"));
        if (hasClasses) {
            known = line.loader();
        }
    }

    private static void keepMethods(Compiled line, ConfigScript script, LiveNames names) {
        for (Method method : line.type().getDeclaredMethods()) {
            boolean isUsers = !method.isSynthetic()
                    && !method.getName().contains("$")
                    && !List.of("run", "main").contains(method.getName());
            if (isUsers) {
                names.own().put(method.getName(), new MethodClosure(script, method.getName()));
            }
        }
    }

    /** One compiled line. */
    record Compiled(GroovyClassLoader loader, Class<?> type) {
        /** The script, or null when the line declares classes alone. */
        @Nullable
        ConfigScript script() throws ReflectiveOperationException {
            return ConfigScript.class.isAssignableFrom(type)
                    ? (ConfigScript) type.getDeclaredConstructor().newInstance()
                    : null;
        }

        List<Class<?>> classes() {
            return List.of(loader.getLoadedClasses());
        }

        /** Groovy's registry would hold the classes until memory is short. */
        void forget() {
            classes().forEach(InvokerHelper::removeClass);
        }
    }
}
