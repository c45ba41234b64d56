package sst.runner.stage;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds the stage that is meant: option, then SST_STAGE, then the remembered one, then by asking once. */
public record StageChoice(ProjectFolder project, Map<String, String> env) {
    public StageChoice {
        env = Map.copyOf(env);
    }

    /**
     * @param option the value of {@code --stage}, null when absent
     * @param ask given the default, returns the user's answer; throws where nobody can be asked
     */
    public StageName choose(@Nullable String option, UnaryOperator<String> ask) {
        return known(option).orElseGet(() -> {
            StageName chosen = new StageName(ask.apply(suggestion()));
            project.rememberStage(chosen);
            return chosen;
        });
    }

    /** The stage of one who looks at all of them: without a word of the user, that which would be suggested. */
    public StageName any(@Nullable String option) {
        return known(option).orElseGet(() -> new StageName(suggestion()));
    }

    private Optional<StageName> known(@Nullable String option) {
        String fromEnv = env.getOrDefault("SST_STAGE", "");
        if (option != null) {
            return Optional.of(new StageName(option));
        }
        return fromEnv.isEmpty() ? project.rememberedStage().map(StageName::new) : Optional.of(new StageName(fromEnv));
    }

    /** The user's own name, as far as it can be a stage. */
    private String suggestion() {
        String user = env.getOrDefault("USER", env.getOrDefault("USERNAME", ""));
        String name =
                user.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-").replaceAll("^[^a-z]+", "");
        return StageName.isValid(name) ? name : "dev";
    }
}
