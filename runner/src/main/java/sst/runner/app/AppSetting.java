package sst.runner.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sst.constructs.build.FunctionBuilds;
import sst.constructs.build.request.BuildListener;
import sst.constructs.build.request.Workshop;
import sst.constructs.kernel.Kernel;
import sst.constructs.kernel.KernelOptions;
import sst.constructs.synth.Synth;
import sst.constructs.synth.SynthOptions;
import sst.constructs.synth.SynthResult;
import sst.dsl.Carets;
import sst.dsl.ConfigRequest;
import sst.model.app.AppModel;
import sst.model.app.AppProps;
import sst.model.app.Cloud;
import sst.model.app.StageContext;
import sst.model.diagnostic.UserError;
import sst.runner.app.ConfigApp.Listener;
import sst.runner.app.ConfigApp.Surroundings;
import sst.runner.app.ReadyAssembly.Choices;
import sst.runner.stage.ProjectFolder;
import sst.runner.stage.StageName;

/**
 * What stands around an app's model: the project, the stage and what the command line says about both. With it a model,
 * wherever it comes from, has an identity and an assembly.
 */
public record AppSetting(ProjectFolder project, StageName stage, Choices choices, Surroundings surroundings) {
    /** What is evaluated for a model. */
    public ConfigRequest request() {
        Map<String, String> env = DotEnv.over(choices.env(), project.root(), stage);
        String cloud = choices.cloud() == null ? "" : choices.cloud();
        return new ConfigRequest(
                project.root(),
                String.valueOf(project.config().getFileName()),
                new StageContext(stage.text(), env, cloud, false),
                project.cache().resolve("scripts"),
                surroundings.prints());
    }

    /** Who the app is and where its stage lives. */
    public AppIdentity identity(AppProps app) {
        boolean local = choices.cloud() == null ? app.cloud() == Cloud.LOCAL : "local".equals(choices.cloud());
        String profile = choices.profile() == null ? app.profile() : choices.profile();
        boolean protect = Boolean.TRUE.equals(app.protect());
        return new AppIdentity(String.valueOf(app.name()), stage, region(app), local, profile, app.account(), protect);
    }

    private String region(AppProps app) {
        if (choices.region() != null) {
            return choices.region();
        }
        String written = app.region();
        return written != null ? written : choices.env().getOrDefault("AWS_REGION", "us-east-1");
    }

    /**
     * The model's assembly in the stage's folder, made now unless the last one still holds. What it wants to know of the
     * account is looked up and remembered.
     */
    public BuiltApp build(AppModel app) {
        Set<String> asked = new HashSet<>();
        SynthResult result = synthesize(app);
        List<MissingContext> missing = MissingContext.in(result.assembly());
        while (missing.stream().anyMatch(each -> asked.add(each.key()))) {
            Map<String, Object> answers = new HashMap<>();
            missing.forEach(
                    each -> answers.put(each.key(), surroundings.lookups().answer(identity(app.props()), each)));
            CdkContext.remember(project.root(), answers);
            surroundings.listener().note("  looked up " + String.join(", ", answers.keySet()));
            result = synthesize(app);
            missing = MissingContext.in(result.assembly());
        }
        return new BuiltApp(result.assembly(), result.isReused());
    }

    private SynthResult synthesize(AppModel app) {
        try {
            return synth().run(app, options(app));
        } catch (UserError error) {
            throw new Carets(project.root()).place(error);
        }
    }

    /** The last assembly in the stage's folder, if the model would become the same. */
    public Optional<Path> lastAssembly(AppModel app) {
        return synth().current(app, options(app));
    }

    private Synth synth() {
        return new Synth(new FunctionBuilds(workshop(kernel()), listener()), this::warm);
    }

    private SynthOptions options(AppModel app) {
        return new SynthOptions(project.assembly(stage), region(app.props()), "", CdkContext.of(project.root()));
    }

    /** Starts the CDK in the background, for a build that is to come. */
    public Kernel warm() {
        return Kernel.warm(kernel(), surroundings.listener()::warn);
    }

    private KernelOptions kernel() {
        return KernelOptions.of(choices.env(), surroundings.home()).in(project.root());
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
