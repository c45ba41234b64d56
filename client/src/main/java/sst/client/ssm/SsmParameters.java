package sst.client.ssm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads SSM parameters with nothing but the JDK, so that a handler's archive stays small.
 *
 * <p>Calls GetParameters with decryption, ten names at a time as the API allows
 * (https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html), and GetParametersByPath, ten
 * values a page (https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html).
 */
public final class SsmParameters implements Function<List<String>, Map<String, String>> {

    private static final int NAMES_PER_CALL = 10;
    private static final int TIMEOUT_MILLIS = 5_000;

    private final Map<String, String> env;
    private final Clock clock;

    SsmParameters(Map<String, String> env, Clock clock) {
        this.env = Map.copyOf(env);
        this.clock = clock;
    }

    /** @param env region, credentials and endpoint under the names that every AWS SDK reads */
    public static SsmParameters of(Map<String, String> env) {
        return new SsmParameters(env, Clock.systemUTC());
    }

    /** Decrypted values by name, without the names that do not exist. */
    @Override
    public Map<String, String> apply(List<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int from = 0; from < names.size(); from += NAMES_PER_CALL) {
            values.putAll(call(names.subList(from, Math.min(names.size(), from + NAMES_PER_CALL))));
        }
        return values;
    }

    /** Decrypted values by name, of all parameters whose names begin with the path. */
    public Map<String, String> below(String path) {
        Map<String, String> values = new LinkedHashMap<>();
        String next = "";
        do {
            String page = next.isEmpty() ? "" : ",\"NextToken\":" + Json.quote(next);
            Object reply = call(
                    "GetParametersByPath",
                    "{\"Path\":" + Json.quote(path) + ",\"Recursive\":true,\"WithDecryption\":true" + page + "}",
                    path);
            values.putAll(parameters(reply));
            next = reply instanceof Map<?, ?> fields && fields.get("NextToken") instanceof String token
                    ? token.replaceFirst("^null$", "")
                    : "";
        } while (!next.isEmpty());
        return values;
    }

    private Map<String, String> call(List<String> names) {
        String quoted = names.stream().map(Json::quote).collect(Collectors.joining(","));
        return parameters(call(
                "GetParameters", "{\"Names\":[" + quoted + "],\"WithDecryption\":true}", String.join(", ", names)));
    }

    private Object call(String operation, String body, String what) {
        try {
            return Json.parse(post(operation, body.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read SSM parameters " + what + ": " + failure.getMessage(), failure);
        }
    }

    private static Map<String, String> parameters(Object reply) {
        Map<String, String> values = new LinkedHashMap<>();
        if (reply instanceof Map<?, ?> object && object.get("Parameters") instanceof List<?> found) {
            for (Object parameter : found) {
                if (parameter instanceof Map<?, ?> fields) {
                    values.put(String.valueOf(fields.get("Name")), String.valueOf(fields.get("Value")));
                }
            }
        }
        return values;
    }

    private String post(String operation, byte[] body) throws IOException {
        URI endpoint = endpoint();
        HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setDoOutput(true);
        headers(operation, endpoint, body).forEach(connection::setRequestProperty);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 300 ? connection.getInputStream() : connection.getErrorStream()) {
            String reply = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (status >= 300) {
                throw new IOException("SSM answered " + status + ": " + reply);
            }
            return reply;
        }
    }

    private Map<String, String> headers(String operation, URI endpoint, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/x-amz-json-1.1");
        headers.put("X-Amz-Target", "AmazonSSM." + operation);
        return new SignedHeaders(Credentials.of(env), region(), clock.instant()).sign(endpoint, headers, body);
    }

    private URI endpoint() {
        String own = env.getOrDefault("AWS_ENDPOINT_URL_SSM", env.getOrDefault("AWS_ENDPOINT_URL", ""));
        if (own.isEmpty()) {
            return URI.create("https://ssm." + region() + ".amazonaws.com/");
        }
        return URI.create(own.endsWith("/") ? own : own + "/");
    }

    private String region() {
        String region = env.getOrDefault("AWS_REGION", env.getOrDefault("AWS_DEFAULT_REGION", ""));
        if (region.isEmpty()) {
            throw new IllegalStateException("AWS_REGION is not set");
        }
        return region;
    }
}
