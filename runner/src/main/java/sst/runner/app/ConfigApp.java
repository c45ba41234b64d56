package sst.runner.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.constructs.build.FunctionBuilds;
import sst.constructs.build.request.BuildListener;
import sst.constructs.build.request.Workshop;
import sst.constructs.kernel.Kernel;
import sst.constructs.kernel.KernelOptions;
import sst.constructs.synth.Synth;
import sst.constructs.synth.SynthOptions;
import sst.constructs.synth.SynthResult;
import sst.dsl.Carets;
import sst.dsl.ConfigEvaluator;
import sst.dsl.ConfigRequest;
import sst.dsl.Evaluated;
import sst.model.app.AppModel;
import sst.model.app.Cloud;
import sst.model.app.StageContext;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.UserError;
import sst.runner.app.ReadyAssembly.Choices;
import sst.runner.stage.ProjectFolder;
import sst.runner.stage.StageName;

/** An app written as {@code sst.config.groovy}: evaluated when it is looked at, synthesized when an assembly is needed. */
public final class ConfigApp implements AppSource {
    private final ProjectFolder project;
    private final StageName stage;
    private final Choices choices;
    private final Surroundings surroundings;
    private @Nullable AppModel model;

    public ConfigApp(ProjectFolder project, StageName stage, Choices choices, Surroundings surroundings) {
        this.project = project;
        this.stage = stage;
        this.choices = choices;
        this.surroundings = surroundings;
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
        Map<String, String> env = DotEnv.over(choices.env(), project.root(), stage);
        String cloud = choices.cloud() == null ? "" : choices.cloud();
        ConfigRequest request = new ConfigRequest(
                project.root(),
                String.valueOf(project.config().getFileName()),
                new StageContext(stage.text(), env, cloud, false),
                project.cache().resolve("scripts"),
                surroundings.prints());
        Evaluated evaluated = ConfigEvaluator.evaluate(request);
        surroundings.prints().flush();
        AppModel made = evaluated.orThrow();
        evaluated.diagnostics().forEach(surroundings.listener()::found);
        model = made;
        return made;
    }

    @Override
    public AppIdentity identity() {
        AppModel app = model();
        var props = app.props();
        boolean local = choices.cloud() == null ? props.cloud() == Cloud.LOCAL : "local".equals(choices.cloud());
        String profile = choices.profile() == null ? props.profile() : choices.profile();
        boolean protect = Boolean.TRUE.equals(props.protect());
        return new AppIdentity(app.name(), stage, region(app), local, profile, props.account(), protect);
    }

    private String region(AppModel app) {
        if (choices.region() != null) {
            return choices.region();
        }
        String written = app.props().region();
        return written != null ? written : choices.env().getOrDefault("AWS_REGION", "us-east-1");
    }

    @Override
    public BuiltApp build() {
        AppModel app = model();
        KernelOptions kernel = KernelOptions.of(choices.env(), surroundings.home());
        SynthOptions options =
                new SynthOptions(project.assembly(stage), region(app), "", CdkContext.of(project.root()));
        Synth synth = new Synth(
                new FunctionBuilds(workshop(kernel), listener()),
                () -> Kernel.warm(kernel, surroundings.listener()::warn));
        try {
            SynthResult result = synth.run(app, options);
            return new BuiltApp(result.assembly(), result.isReused());
        } catch (UserError error) {
            throw new Carets(project.root()).place(error);
        }
    }

    private Workshop workshop(KernelOptions kernel) {
        List<Path> groovy = Jars.named(surroundings.lib(), "groovy-[0-9].*");
        List<Path> client = Jars.named(surroundings.lib(), "sst-client-[0-9].*");
        return new Workshop(
                project.root(),
                project.state().resolve("artifacts"),
                kernel.cache(),
                surroundings.clock(),
                new Workshop.Jvm(groovy, client, Map.of()),
                Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    private BuildListener listener() {
        Listener listener = surroundings.listener();
        return new BuildListener() {
            @Override
            public void building(String function) {
                listener.note("  building " + function);
            }

            @Override
            public void note(String message) {
                listener.note("  " + message);
            }
        };
    }
}
