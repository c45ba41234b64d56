package sst.dsl;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import sst.dsl.scope.ConfigSession;
import sst.dsl.scope.Findings;
import sst.model.app.AppModel;
import sst.model.app.AppProps;
import sst.model.app.build.AppBuilder;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.UserError;

/** Evaluates a config: script text, stage and environment in; the app's model and diagnostics out. */
public final class ConfigEvaluator {
    private ConfigEvaluator() {}

    /** Runs the config once, in a class loader of its own; closures of {@code cdk} blocks keep it alive. */
    public static Evaluated evaluate(ConfigRequest request) {
        try {
            requireFile(request);
        } catch (UserError absent) {
            return new Evaluated(Optional.empty(), absent.diagnostics(), List.of());
        }
        AppBuilder builder = new AppBuilder(request.context());
        try (ProjectScripts scripts = new ProjectScripts(request)) {
            ConfigSession session = new ConfigSession(builder, scripts, request.out());
            session.run(request.file());
            return finish(request, builder, session.findings(), scripts);
        }
    }

    /**
     * The app block alone: what is written into stacks is not run. Empty when the config cannot be understood so; then
     * nothing was printed, and an evaluation of the whole tells what is wrong, if something is.
     */
    public static Optional<AppProps> app(ConfigRequest request) {
        return OutlinedApp.read(request).or(() -> appByRunning(request));
    }

    private static Optional<AppProps> appByRunning(ConfigRequest request) {
        AppBuilder builder = AppBuilder.withoutStacks(request.context());
        StringWriter prints = new StringWriter();
        try (ProjectScripts scripts = new ProjectScripts(request)) {
            requireFile(request);
            ConfigSession session = new ConfigSession(builder, scripts, new PrintWriter(prints));
            session.run(request.file());
            if (session.findings().hasErrors()) {
                return Optional.empty();
            }
            AppProps props = builder.props();
            request.out().print(prints);
            return Optional.of(props);
        } catch (UserError incomplete) {
            return Optional.empty();
        }
    }

    static void requireFile(ConfigRequest request) {
        if (!Files.isRegularFile(request.root().resolve(request.file()))) {
            throw Diagnostic.error(Code.MISSING_FILE, "there is no " + request.file() + " in " + request.root())
                    .at(SourceRef.UNKNOWN)
                    .hint("go to the project's folder, or name it with --app DIR")
                    .asError();
        }
    }

    static Evaluated finish(ConfigRequest request, AppBuilder builder, Findings findings, ProjectScripts scripts) {
        Optional<AppModel> app = Optional.empty();
        try {
            if (!findings.hasErrors()) {
                app = Optional.of(builder.build(scripts.hash()));
            }
        } catch (UserError error) {
            findings.addAll(error.diagnostics());
        }
        Carets carets = new Carets(request.root());
        List<Diagnostic> placed = findings.all().stream().map(carets::place).toList();
        return new Evaluated(app, placed, scripts.files());
    }
}
