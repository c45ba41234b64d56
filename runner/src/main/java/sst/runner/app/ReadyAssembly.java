package sst.runner.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.runner.assembly.AppStamp;
import sst.runner.assembly.AssemblyReader;
import sst.runner.failure.Problems;
import sst.runner.stage.StageName;

/** An app that was synthesized before, by us or by the CDK: {@code --from DIR}. */
public final class ReadyAssembly implements AppSource {
    private final Path folder;
    private final Choices choices;
    private final Supplier<StageName> stage;

    /** @param stage asked for only when the assembly does not say its own */
    public ReadyAssembly(Path folder, Choices choices, Supplier<StageName> stage) {
        this.folder = folder;
        this.choices = choices;
        this.stage = stage;
    }

    @Override
    public AppIdentity identity() {
        AppStamp stamp = AssemblyReader.read(folder).app();
        String region = choices.region() != null ? choices.region() : stamp.region();
        String known = region != null ? region : choices.env().getOrDefault("AWS_REGION", "us-east-1");
        boolean local = "local".equals(choices.cloud());
        return new AppIdentity(stamp.app(), stageOf(stamp), known, local, choices.profile(), null, false);
    }

    private StageName stageOf(AppStamp stamp) {
        String own = stamp.stage();
        if (own == null) {
            return stage.get();
        }
        String asked = choices.stage();
        if (asked != null && !asked.equals(own)) {
            throw Problems.of(Code.USAGE, "the assembly is for stage " + own + ", not for " + asked)
                    .hint("synthesize it again for stage " + asked)
                    .asError();
        }
        return new StageName(own);
    }

    @Override
    public BuiltApp build() {
        return new BuiltApp(folder, true);
    }

    /**
     * What the command line says about app and place; each part null when it says nothing.
     *
     * @param cloud {@code local} or {@code aws}
     */
    public record Choices(
            @Nullable String stage,
            @Nullable String cloud,
            @Nullable String region,
            @Nullable String profile,
            Map<String, String> env) {
        public Choices {
            env = Map.copyOf(env);
        }
    }
}
