package sst.runner.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import sst.runner.stage.StageName;

/** Finds values in environments that are secret by the look of their names. */
public final class SecretNames {
    private static final Pattern SECRET = Pattern.compile(
            ".*(SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|PRIVATE_?KEY|API_?KEY|CREDENTIAL).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern HARMLESS =
            Pattern.compile(".*(_ID|_NAME|_ARN|_FILE|_PATH|_URL|_URI|_ENDPOINT)", Pattern.CASE_INSENSITIVE);

    private SecretNames() {}

    /** Whether a variable of this name holds a secret. */
    public static boolean isSecret(String name) {
        return SECRET.matcher(name).matches() && !HARMLESS.matcher(name).matches();
    }

    /** Secret values of an environment. */
    public static List<String> valuesIn(Map<String, String> env) {
        List<String> values = new ArrayList<>();
        env.forEach((name, value) -> {
            if (isSecret(name)) {
                values.add(value);
            }
        });
        return values;
    }

    /** Secret values of an environment and of the .env files that a stage sees. */
    public static List<String> valuesIn(Map<String, String> env, Path root, StageName stage) {
        return valuesIn(DotEnv.over(env, root, stage));
    }
}
