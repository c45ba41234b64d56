package sst.dsl;

import groovy.lang.Binding;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.dsl.scope.ConfigScript;
import sst.dsl.scope.ConfigSession;
import sst.model.app.AppModel;
import sst.model.app.build.AppBuilder;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.UserError;

/** A config that stays open after it ran: further lines may be run against its app. */
public final class LiveConfig implements AutoCloseable {
    private final AppBuilder builder;
    private final ProjectScripts scripts;
    private final List<Diagnostic> warnings;
    private final String hash;

    private LiveConfig(AppBuilder builder, ProjectScripts scripts, List<Diagnostic> warnings) {
        this.builder = builder;
        this.scripts = scripts;
        this.warnings = warnings;
        this.hash = scripts.hash();
    }

    /**
     * Runs the config's files.
     *
     * @throws UserError with all that is wrong in them
     */
    public static LiveConfig open(ConfigRequest request) {
        ConfigEvaluator.requireFile(request);
        AppBuilder builder = new AppBuilder(request.context());
        ProjectScripts scripts = new ProjectScripts(request);
        ConfigSession session = new ConfigSession(builder, scripts, request.out());
        session.run(request.file());
        Evaluated evaluated = ConfigEvaluator.finish(request, builder, session.findings(), scripts);
        if (evaluated.app().isEmpty()) {
            scripts.close();
            throw new UserError(evaluated.diagnostics());
        }
        return new LiveConfig(builder, scripts, evaluated.diagnostics());
    }

    /** The app as it is written now. */
    public AppBuilder builder() {
        return builder;
    }

    /**
     * The model of the app as it is written now.
     *
     * @throws UserError when something that was changed does not fit together
     */
    public AppModel model() {
        return builder.build(hash);
    }

    /** What was found in the files, short of errors. */
    public List<Diagnostic> warnings() {
        return warnings;
    }

    /** The config's files as they were read, relative to the project. */
    public List<String> files() {
        return scripts.files();
    }

    /**
     * Runs one more line.
     *
     * @param names its variables, which closures of blocks see too
     * @param out where its prints go
     * @throws UserError when the DSL refuses it; whatever else the line throws comes out as it is
     */
    public @Nullable Object run(ConfigScript line, Binding names, PrintWriter out) {
        return new ConfigSession(builder, scripts, out).evaluate(line, names);
    }

    @Override
    public void close() {
        scripts.close();
    }
}
