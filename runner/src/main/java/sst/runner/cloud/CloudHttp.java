package sst.runner.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/** The two questions that are asked of the cloud beside AWS's protocols: how are you, and please stop. */
final class CloudHttp {
    private static final int TIMEOUT_MILLIS = 2000;
    private static final JsonMapper JSON = new JsonMapper();

    private CloudHttp() {}

    /** Empty when nothing, or something else, answers there. */
    static Optional<CloudStatus> status(String endpoint) {
        try {
            HttpURLConnection call = open(endpoint, "/_sst/status");
            if (call.getResponseCode() != 200) {
                return Optional.empty();
            }
            try (InputStream body = call.getInputStream()) {
                JsonNode json = JSON.readTree(body);
                if (!json.path("running").asBoolean()) {
                    return Optional.empty();
                }
                ObjectNode said = json instanceof ObjectNode known ? known : JSON.createObjectNode();
                return Optional.of(new CloudStatus(endpoint, json.path("pid").asLong(), said));
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
