package sst.runner.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The two questions that are asked of the cloud beside AWS's protocols: how are you, and please stop. */
final class CloudHttp {
    private static final int TIMEOUT_MILLIS = 2000;

    private CloudHttp() {}

    /** Empty when nothing, or something else, answers there. */
    static Optional<CloudStatus> status(String endpoint) {
        try {
            HttpURLConnection call = open(endpoint, "/_sst/status");
            if (call.getResponseCode() != 200) {
                return Optional.empty();
            }
            try (InputStream body = call.getInputStream()) {
                String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                var members = Members.of(text);
                if (!Boolean.parseBoolean(members.get("running"))) {
                    return Optional.empty();
                }
                long pid = Long.parseLong(members.getOrDefault("pid", "0"));
                return Optional.of(new CloudStatus(endpoint, pid, text));
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the cloud took the wish. */
    static boolean stop(String endpoint) {
        try {
            HttpURLConnection call = open(endpoint, "/_sst/stop");
            call.setRequestMethod("POST");
            call.setDoOutput(true);
            call.getOutputStream().close();
            return call.getResponseCode() < 300;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static HttpURLConnection open(String endpoint, String path) throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) URI.create(endpoint + path).toURL().openConnection();
        call.setConnectTimeout(TIMEOUT_MILLIS);
        call.setReadTimeout(TIMEOUT_MILLIS);
        return call;
    }
}
