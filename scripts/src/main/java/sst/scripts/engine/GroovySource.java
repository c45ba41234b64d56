package sst.scripts.engine;

import groovy.lang.GroovyClassLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.UserError;
import sst.scripts.engine.CompiledScripts.Compilation;
import sst.scripts.source.ScriptFile;

/**
 * Compiles a script in Groovy. Options, parameters and the annotations of sst need no import.
 *
 * @param isOpen whether what it declares with {@code def} is to be seen from outside
 */
record GroovySource(ScriptFile script, List<Path> jars, boolean isOpen) implements Compilation {
    /** Jars are found by Maven's resolver before; Groovy's own way would need Ivy. */
    private static final String GRAPE = "groovy.grape.GrabAnnotationTransformation";

    @Override
    public List<String> into(Path folder) throws IOException {
        try (ScriptClasses libraries = new ScriptClasses(folder, jars);
                GroovyClassLoader loader = new GroovyClassLoader(libraries)) {
            CompilationUnit unit = new CompilationUnit(configuration(folder), null, loader);
            unit.addSource(script.fileName(), script.text());
            unit.compile(Phases.OUTPUT);
            return List.of(unit.getFirstClassNode().getName());
        } catch (MultipleCompilationErrorsException errors) {
            throw new UserError(diagnostics(errors.getErrorCollector()));
        } catch (GroovyBugError bug) {
            throw error("Groovy's compiler fails on this script: " + bug.getBugText(), script.at(1))
                    .asError();
        }
    }

    private CompilerConfiguration configuration(Path folder) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setTargetDirectory(folder.toFile());
        configuration.setTargetBytecode(CompilerConfiguration.JDK17);
        configuration.setSourceEncoding(StandardCharsets.UTF_8.name());
        configuration.setScriptBaseClass(GroovyScript.class.getName());
        configuration.setDisabledGlobalASTTransformations(Set.of(GRAPE));
        ImportCustomizer imports = new ImportCustomizer();
        imports.addStarImports("sst.scripts.api");
        imports.addImports("groovy.transform.Field", "picocli.CommandLine.Option", "picocli.CommandLine.Parameters");
        configuration.addCompilationCustomizers(imports);
        if (isOpen) {
            configuration.addCompilationCustomizers(new KeptLocals());
        }
        return configuration;
    }

    private List<Diagnostic> diagnostics(ErrorCollector errors) {
        List<Diagnostic> found = new ArrayList<>();
        for (int i = 0; i < errors.getErrorCount(); i++) {
            if (errors.getError(i) instanceof SyntaxErrorMessage syntax) {
                found.add(diagnostic(syntax.getCause()));
            } else {
                found.add(error(String.valueOf(errors.getError(i)), script.at(1)));
            }
        }
        return found;
    }

    private Diagnostic diagnostic(SyntaxException cause) {
        String text = cause.getOriginalMessage().strip().replaceAll("\\s*\\R\\s*", " ");
        return error(text, script.at(cause.getStartLine()).at(cause.getStartColumn()));
    }

    private static Diagnostic error(String text, SourceRef at) {
        String summary =
                text.isEmpty() ? "not valid Groovy" : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        return Diagnostic.error(Code.SCRIPT_SYNTAX, summary).at(at);
    }
}
