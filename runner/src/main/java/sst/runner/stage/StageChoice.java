package sst.runner.stage;

import java.util.Locale;
import java.util.Map;
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
        if (option != null) {
            return new StageName(option);
        }
        String fromEnv = env.get("SST_STAGE");
        if (fromEnv != null && !fromEnv.isEmpty()) {
            return new StageName(fromEnv);
        }
        return project.rememberedStage().map(StageName::new).orElseGet(() -> {
            StageName chosen = new StageName(ask.apply(suggestion()));
            project.rememberStage(chosen);
            return chosen;
        });
    }

    /** The user's own name, as far as it can be a stage. */
    private String suggestion() {
        String user = env.getOrDefault("USER", env.getOrDefault("USERNAME", ""));
        String name =
                user.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-").replaceAll("^[^a-z]+", "");
        return StageName.isValid(name) ? name : "dev";
    }
}
