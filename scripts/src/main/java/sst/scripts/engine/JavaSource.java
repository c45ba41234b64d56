package sst.scripts.engine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.UserError;
import sst.scripts.api.StageScript;
import sst.scripts.engine.CompiledScripts.Compilation;
import sst.scripts.source.ScriptFile;

/** Compiles a script in Java: one file, of whose classes one is a StageScript. */
record JavaSource(ScriptFile script, List<Path> jars) implements Compilation {

    @Override
    public List<String> into(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-d", folder.toString(), "-cp", classPath(jars), "-proc:none", "-g", "-parameters", "-nowarn");
            boolean done = compiler.getTask(null, files, found, options, null, files.getJavaFileObjects(script.path()))
                    .call();
            if (!done) {
                throw new UserError(found.getDiagnostics().stream()
                        .filter(each -> each.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                        .map(this::diagnostic)
                        .toList());
            }
        }
        return List.of(scriptAmong(folder));
    }

    /** Our own class path and the script's jars, for a compiler. */
    static String classPath(List<Path> jars) {
        List<String> entries = new ArrayList<>();
        jars.forEach(jar -> entries.add(jar.toString()));
        entries.add(System.getProperty("java.class.path", ""));
        return String.join(File.pathSeparator, entries);
    }

    private String scriptAmong(Path folder) throws IOException {
        try (ScriptClasses classes = new ScriptClasses(folder, jars);
                Stream<Path> files = Files.walk(folder)) {
            List<String> names = files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> folder.relativize(file).toString().replaceFirst("\\.class$", ""))
                    .map(name -> name.replace(File.separatorChar, '.'))
                    .filter(name -> !name.contains("$") && StageScript.class.isAssignableFrom(classes.main(name)))
                    .sorted()
                    .toList();
            if (names.size() == 1) {
                return names.get(0);
            }
            String problem = names.isEmpty() ? "no class of it is" : "more than one class of it is";
            throw Diagnostic.error(Code.UNSUPPORTED, script.file() + " is no script: " + problem + " a StageScript")
                    .at(script.at(1))
                    .hint("let one class implement sst.scripts.api.StageScript")
                    .asError();
        }
    }

    private Diagnostic diagnostic(javax.tools.Diagnostic<?> error) {
        String[] text = error.getMessage(Locale.ENGLISH).split("\\R", 2);
        return Diagnostic.error(Code.SCRIPT_SYNTAX, text[0])
                .detail(text.length > 1 ? text[1] : "")
                .at(script.at((int) error.getLineNumber()).at((int) error.getColumnNumber()));
    }
}
