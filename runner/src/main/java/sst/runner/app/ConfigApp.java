package sst.runner.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import sst.dsl.ConfigEvaluator;
import sst.dsl.Evaluated;
import sst.model.app.AppModel;
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
     */
    public record Surroundings(Path lib, Path home, Clock clock, PrintWriter prints, Listener listener) {}

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
        Evaluated evaluated = ConfigEvaluator.evaluate(setting.request());
        surroundings.prints().flush();
        AppModel made = evaluated.orThrow();
        evaluated.diagnostics().forEach(surroundings.listener()::found);
        model = made;
        return made;
    }

    @Override
    public AppIdentity identity() {
        return setting.identity(model());
    }

    @Override
    public BuiltApp build() {
        return setting.build(model());
    }
}
