package sst.scripts.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** The settings by which any AWS client and any reader of SST's bindings finds a stage, as environment variables. */
public final class StageSettings {
    /** Settings of the caller that would lead a client elsewhere. */
    private static final List<String> MISLEADING = List.of(
            "AWS_PROFILE",
            "AWS_DEFAULT_PROFILE",
            "AWS_SESSION_TOKEN",
            "AWS_SECURITY_TOKEN",
            "AWS_ROLE_ARN",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_ENDPOINT_URL");

    private StageSettings() {}

    /** Region, credentials, endpoint, app and stage. */
    public static Map<String, String> of(StageSite site) {
        Map<String, String> settings = new HashMap<>(credentials(site));
        settings.put("AWS_REGION", site.region());
        settings.put("AWS_DEFAULT_REGION", site.region());
        settings.put("SST_APP", site.app());
        settings.put("SST_STAGE", site.stage());
        settings.put("SST_REGION", site.region());
        settings.put("SST_SSM_PREFIX", "/sst/" + site.app() + "/" + site.stage() + "/");
        String endpoint = site.endpoint();
        if (endpoint != null) {
            settings.put("AWS_ENDPOINT_URL", endpoint);
        }
        return settings;
    }

    /** The same over an environment from which everything is gone that points to another account or endpoint. */
    public static Map<String, String> over(Map<String, String> env, StageSite site) {
        Map<String, String> all = new HashMap<>(env);
        MISLEADING.forEach(all::remove);
        all.keySet().removeIf(name -> site.isLocal() && name.startsWith("AWS_ENDPOINT_URL_"));
        String endpoint = env.get("AWS_ENDPOINT_URL");
        if (!site.isLocal() && endpoint != null) {
            all.put("AWS_ENDPOINT_URL", endpoint);
        }
        all.putAll(of(site));
        return all;
    }

    private static Map<String, String> credentials(StageSite site) {
        if (site.isLocal()) {
            return Map.of("AWS_ACCESS_KEY_ID", StageCredentials.LOCAL, "AWS_SECRET_ACCESS_KEY", StageCredentials.LOCAL);
        }
        AwsCredentials keys = StageCredentials.of(site).resolveCredentials();
        Map<String, String> settings = new HashMap<>();
        settings.put("AWS_ACCESS_KEY_ID", keys.accessKeyId());
        settings.put("AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
        if (keys instanceof AwsSessionCredentials session) {
            settings.put("AWS_SESSION_TOKEN", session.sessionToken());
        }
        return settings;
    }
}
