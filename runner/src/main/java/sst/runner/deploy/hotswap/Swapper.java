package sst.runner.deploy.hotswap;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.FunctionPort;
import sst.runner.aws.FunctionPort.FunctionState;
import sst.runner.deploy.pace.Pace;

/** Brings chosen properties of functions to what a template says, each update after the one before has ended. */
final class Swapper {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LOOKS = 300;
    private static final Map<String, String> DEFAULTS =
            Map.of("MemorySize", "128", "Timeout", "3", "Description", "", "Handler", "");

    private final FunctionPort functions;
    private final Pace pace;
    private final TemplateValues values;

    /** @param values of the stack that the functions are in */
    Swapper(FunctionPort functions, Pace pace, TemplateValues values) {
        this.functions = functions;
        this.pace = pace;
        this.values = values;
    }

    /**
     * @param name the function's physical id
     * @param properties of its resource in the template
     * @param paths the properties that are set; one that the template does not have goes back to Lambda's default
     */
    void apply(String name, JsonNode properties, Set<String> paths) throws InterruptedException {
        if (paths.contains("Code")) {
            JsonNode code = properties.path("Code");
            String bucket = values.text(code.path("S3Bucket"));
            String key = values.text(code.path("S3Key"));
            update(name, () -> functions.updateCode(name, bucket, key));
        }
        Map<String, String> settings = settings(properties, paths);
        Map<String, String> environment = environment(name, properties, paths);
        if (!settings.isEmpty() || environment != null) {
            update(name, () -> functions.configure(name, settings, environment));
        }
    }

    private Map<String, String> settings(JsonNode properties, Set<String> paths) {
        Map<String, String> settings = new TreeMap<>();
        for (String path : new TreeSet<>(paths)) {
            if (SwapRules.SETTINGS.contains(path)) {
                JsonNode value = properties.path(path);
                settings.put(path, value.isMissingNode() ? DEFAULTS.getOrDefault(path, "") : values.text(value));
            }
        }
        return settings;
    }

    /** Lambda takes an environment only as a whole, so what does not change is read first. */
    private @Nullable Map<String, String> environment(String name, JsonNode properties, Set<String> paths) {
        String prefix = "Environment.Variables.";
        if (paths.stream().noneMatch(path -> path.startsWith(prefix))) {
            return null;
        }
        Map<String, String> environment = new HashMap<>(functions.state(name).environment());
        for (String path : paths) {
            if (path.startsWith(prefix)) {
                String variable = path.substring(prefix.length());
                JsonNode value =
                        properties.path("Environment").path("Variables").path(variable);
                if (value.isMissingNode()) {
                    environment.remove(variable);
                } else {
                    environment.put(variable, values.text(value));
                }
            }
        }
        return environment;
    }

    /** Lambda refuses an update while another goes on (docs.aws.amazon.com/lambda/latest/dg/functions-states.html). */
    private void update(String name, Supplier<FunctionState> update) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                settle(name, update.get());
                return;
            } catch (AwsFailure failure) {
                if (!failure.code().startsWith("ResourceConflict") || attempt == 5) {
                    throw failure;
                }
                settle(name, functions.state(name));
            }
        }
    }

    private void settle(String name, FunctionState first) throws InterruptedException {
        FunctionState state = first;
        for (int look = 0; look < LOOKS; look++) {
            if (!state.failure().isEmpty()) {
                throw new AwsFailure(AwsFailure.Kind.REFUSED, "UpdateFailed", state.failure());
            }
            if (!state.updating()) {
                return;
            }
            pace.pause(LOOK);
            state = functions.state(name);
        }
        throw new AwsFailure(AwsFailure.Kind.REFUSED, "UpdateFailed", name + " is still being updated after a minute");
    }
}
