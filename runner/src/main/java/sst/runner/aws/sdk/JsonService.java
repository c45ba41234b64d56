package sst.runner.aws.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.AwsFailure.Kind;

/**
 * A service of AWS's JSON protocol of which only a call or two are needed and whose client would weigh megabytes
 * (smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html).
 *
 * @param service its name in signatures
 */
record JsonService(Clients clients, URI endpoint, String service, Protocol protocol) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * How calls are written.
     *
     * @param version of the JSON protocol, {@code 1.0} or {@code 1.1}
     * @param target what stands before the operation in {@code X-Amz-Target}
     */
    record Protocol(String version, String target) {}

    /** A service whose name in signatures is also that of its host. */
    static JsonService of(Clients clients, String service, Protocol protocol) {
        String region = clients.target().region();
        String own = clients.target().endpoint();
        String suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
        URI endpoint = URI.create(Objects.requireNonNullElse(own, "https://" + service + "." + region + "." + suffix));
        return new JsonService(clients, endpoint, service, protocol);
    }

    JsonNode call(String operation, ObjectNode input) {
        ContentStreamProvider body = ContentStreamProvider.fromUtf8String(input.toString());
        SdkHttpFullRequest request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .putHeader("Content-Type", "application/x-amz-json-" + protocol.version())
                .putHeader("X-Amz-Target", protocol.target() + "." + operation)
                .contentStreamProvider(body)
                .build();
        var signed = SdkErrors.call(() -> AwsV4HttpSigner.create().sign(r -> r.identity(
                        clients.credentials().resolveCredentials())
                .request(request)
                .payload(body)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, clients.target().region())));
        HttpExecuteRequest.Builder sent = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(sent::contentStreamProvider);
        try {
            return answer(clients.http().prepareRequest(sent.build()).call());
        } catch (IOException e) {
            AwsFailure failure = new AwsFailure(
                    Kind.UNREACHABLE, e.getClass().getSimpleName(), service + " cannot be reached: " + e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    private JsonNode answer(HttpExecuteResponse response) throws IOException {
        JsonNode answer = MissingNode.getInstance();
        AbortableInputStream body = response.responseBody().orElse(null);
        if (body != null) {
            try (InputStream in = body) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                answer = text.isBlank() ? answer : JSON.readTree(text);
            }
        }
        if (response.httpResponse().isSuccessful()) {
            return answer;
        }
        String code = answer.path("__type").asText("" + response.httpResponse().statusCode());
        String name = code.substring(code.indexOf('#') + 1);
        String words = answer.path("message").asText(answer.path("Message").asText(name));
        throw new AwsFailure(kind(response.httpResponse().statusCode(), name), name, words);
    }

    private static Kind kind(int status, String code) {
        if (code.toLowerCase(Locale.ROOT).contains("throttl") || status == 429) {
            return Kind.THROTTLED;
        }
        return status >= 500 ? Kind.UNREACHABLE : SdkErrors.kind(status, code);
    }
}
