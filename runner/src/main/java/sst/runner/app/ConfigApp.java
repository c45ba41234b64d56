package sst.runner.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.dsl.ConfigEvaluator;
import sst.dsl.Evaluated;
import sst.dsl.check.ConfigChecker;
import sst.model.app.AppModel;
import sst.model.app.AppProps;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;

/** An app written as {@code sst.config.groovy}: evaluated when it is looked at, synthesized when an assembly is needed. */
public final class ConfigApp implements AppSource {
    private final AppSetting setting;
    private @Nullable AppModel model;

    public ConfigApp(AppSetting setting) {
        this.setting = setting;
    }

    /**
     * What evaluation and synthesis need from outside.
     *
     * @param lib where sst's own jars lie
     * @param home the user's folder, for caches
     * @param lookups asked when the CDK wants to know something of the account
     */
    public record Surroundings(
            Path lib, Path home, Clock clock, PrintWriter prints, Listener listener, Lookups lookups) {}

    /** Hears what is found and done on the way to an assembly. */
    public interface Listener {
        void found(Diagnostic diagnostic);

        void note(String line);

        void warn(String line);
    }

    /** The config as a model; evaluated once. */
    public AppModel model() {
        AppModel known = model;
        if (known != null) {
            return known;
        }
        Surroundings surroundings = setting.surroundings();
        Evaluated evaluated = evaluate();
        AppModel made = evaluated.orThrow();
        evaluated.diagnostics().forEach(surroundings.listener()::found);
        model = made;
        return made;
    }

    private Evaluated evaluate() {
        Evaluated evaluated = ConfigEvaluator.evaluate(setting.request());
        setting.surroundings().prints().flush();
        return evaluated;
    }

    /** What an evaluation finds, and what the check of the source finds beside it in branches that were not run. */
    public Evaluated check() {
        Evaluated evaluated = evaluate();
        boolean isGroovy = evaluated.diagnostics().stream().noneMatch(each -> each.code() == Code.SYNTAX);
        List<Diagnostic> all = new ArrayList<>(evaluated.diagnostics());
        if (isGroovy) {
            ConfigChecker.check(setting.request(), evaluated.files()).stream()
                    .filter(each -> all.stream().noneMatch(known -> isSame(known, each)))
                    .forEach(all::add);
        }
        return new Evaluated(evaluated.app(), all, evaluated.files());
    }

    private static boolean isSame(Diagnostic one, Diagnostic other) {
        return one.code() == other.code()
                && one.at().file().equals(other.at().file())
                && one.at().line() == other.at().line();
    }

    /** The last assembly of the stage, if the model would become the same; nothing is synthesized. */
    public Optional<Path> lastAssembly(AppModel app) {
        return setting.lastAssembly(app);
    }

    @Override
    public AppIdentity identity() {
        return setting.identity(model().props());
    }

    @Override
    public AppIdentity identityAlone() {
        if (model != null) {
            return identity();
        }
        Optional<AppProps> app = ConfigEvaluator.app(setting.request());
        setting.surroundings().prints().flush();
        return app.map(setting::identity).orElseGet(this::identity);
    }

    @Override
    public BuiltApp build() {
        return setting.build(model());
    }
}
