package sst.scripts.call;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Sends what is not marked, and answers what is marked with an empty success, so that a dry run goes on. */
final class UnsentHttp implements SdkHttpClient {
    private static final String MARK = "x-sst-unsent";

    private final SdkHttpClient sending;

    UnsentHttp(SdkHttpClient sending) {
        this.sending = sending;
    }

    static SdkHttpRequest mark(SdkHttpRequest request) {
        return request.copy(builder -> builder.putHeader(MARK, "1"));
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return request.httpRequest().firstMatchingHeader(MARK).isPresent()
                ? new Unsent(type(request.httpRequest()))
                : sending.prepareRequest(request);
    }

    @Override
    public void close() {
        sending.close();
    }

    private static String type(SdkHttpRequest request) {
        return request.firstMatchingHeader("Content-Type").orElse("");
    }

    /** Empty in the words of the protocol that the request speaks. */
    private record Unsent(String type) implements ExecutableHttpRequest {
        @Override
        public HttpExecuteResponse call() {
            byte[] body = body();
            return HttpExecuteResponse.builder()
                    .response(SdkHttpFullResponse.builder()
                            .statusCode(200)
                            .putHeader("Content-Type", type)
                            .putHeader("Content-Length", String.valueOf(body.length))
                            .build())
                    .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                    .build();
        }

        private byte[] body() {
            if (type.contains("cbor")) {
                return new byte[] {(byte) 0xa0};
            }
            String text = type.contains("json") ? "{}" : type.contains("form-urlencoded") ? "<unsent/>" : "";
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void abort() {
            // Nothing was begun.
        }
    }
}
