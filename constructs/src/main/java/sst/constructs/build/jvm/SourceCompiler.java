package sst.constructs.build.jvm;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import sst.constructs.host.Command;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.UserError;

/** Compiles a handler's file and those beside it: Java in this JVM, Groovy in one of its own, since this module knows no Groovy. */
final class SourceCompiler {
    private final SourceFile source;
    private final List<Path> libraries;
    private final int release;

    SourceCompiler(SourceFile source, List<Path> libraries, int release) {
        this.source = source;
        this.libraries = libraries;
        this.release = release;
    }

    void compile(Path target) {
        if (source.isGroovy()) {
            compileGroovy(target);
        } else {
            compileJava(target);
        }
    }

    private void compileJava(Path target) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw Errors.of(Code.TOOL_MISSING, "this Java has no compiler")
                    .hint("run with a JDK, not a JRE")
                    .asError();
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "--release",
                String.valueOf(release),
                "-g",
                "-parameters",
                "-proc:none",
                "-d",
                target.toString(),
                "-classpath",
                classPath());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(source.siblings());
            if (!compiler.getTask(new StringWriter(), files, found, options, null, units)
                    .call()) {
                throw errors(found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UserError errors(DiagnosticCollector<JavaFileObject> found) {
        return new UserError(found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(SourceCompiler::error)
                .toList());
    }

    private static sst.model.diagnostic.Diagnostic error(Diagnostic<? extends JavaFileObject> each) {
        JavaFileObject file = each.getSource();
        SourceRef place = file == null
                ? SourceRef.UNKNOWN
                : new SourceRef(
                        Path.of(file.toUri()).toString(), (int) each.getLineNumber(), (int) each.getColumnNumber());
        return Errors.of(Code.BUILD_FAILED, each.getMessage(Locale.ROOT)).at(place);
    }

    private void compileGroovy(Path target) {
        if (libraries.stream().noneMatch(SourceCompiler::isGroovyJar)) {
            throw Errors.of(Code.TOOL_MISSING, "no Groovy to compile " + source.file())
                    .asError();
        }
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath()));
        line.addAll(List.of("org.codehaus.groovy.tools.FileSystemCompiler", "--parameters"));
        line.addAll(List.of("-cp", classPath(), "-d", target.toString()));
        source.siblings().forEach(file -> line.add(file.toString()));
        Command.Output output = Command.in(source.folder(), line).run();
        if (!output.isSuccess()) {
            throw GroovyErrors.in(output.text());
        }
    }

    private static boolean isGroovyJar(Path jar) {
        return String.valueOf(jar.getFileName()).startsWith("groovy");
    }

    private String classPath() {
        return libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
