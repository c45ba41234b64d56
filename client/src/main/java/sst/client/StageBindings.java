package sst.client;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import sst.client.ssm.SsmParameters;

/** Every value that a deployed stage keeps in SSM, for tools that run beside functions and have nothing bound to them. */
public final class StageBindings {

    private static final String IN_SECRET = "__FETCH_FROM_SECRET__:";

    private final Map<String, String> env;
    private final Function<String, Map<String, String>> parameters;

    /** @param parameters the first part of names to all values below it */
    StageBindings(Map<String, String> env, Function<String, Map<String, String>> parameters) {
        this.env = Map.copyOf(env);
        this.parameters = parameters;
    }

    /** @param env SST_APP, SST_STAGE, perhaps SST_SSM_PREFIX, and AWS settings under the names every AWS SDK reads */
    public static StageBindings of(Map<String, String> env) {
        return new StageBindings(env, SsmParameters.of(env)::below);
    }

    /** Values under the names of variables, secrets in the clear; a secret of the stage hides the one for all stages. */
    public Map<String, String> read() {
        Map<String, String> values = new TreeMap<>();
        readBelow(Binding.fallbackFolder(env), values);
        readBelow(Binding.folder(env), values);
        values.replaceAll((name, value) -> value.startsWith(IN_SECRET) ? secret(values, value) : value);
        return values;
    }

    private void readBelow(String folder, Map<String, String> into) {
        parameters.apply(folder).forEach((name, value) -> {
            Optional<Binding> binding = Binding.ofPath(name.substring(folder.length()));
            binding.ifPresent(found -> into.put(found.variable(), value));
        });
    }

    private static String secret(Map<String, String> values, String reference) {
        Binding secret = new Binding("Secret", reference.substring(IN_SECRET.length()), "value");
        return values.getOrDefault(secret.variable(), reference);
    }
}
