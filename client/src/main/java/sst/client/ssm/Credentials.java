package sst.client.ssm;

import java.util.Map;

/** The keys that Lambda puts into a function's environment; the session token is empty for long-lived keys. */
record Credentials(String accessKeyId, String secretAccessKey, String sessionToken) {

    static Credentials of(Map<String, String> env) {
        String id = env.get("AWS_ACCESS_KEY_ID");
        String secret = env.get("AWS_SECRET_ACCESS_KEY");
        if (id == null || secret == null) {
            throw new IllegalStateException("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set");
        }
        return new Credentials(id, secret, env.getOrDefault("AWS_SESSION_TOKEN", ""));
    }

    @Override
    public String toString() {
        return "Credentials[" + accessKeyId + "]";
    }
}
