package sst.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sst.local.apigateway.Cors;
import sst.local.httpapi.payload.Answer;
import sst.local.httpapi.payload.PayloadFormat;
import sst.local.httpapi.payload.Routed;
import sst.local.lambda.control.QualifiedOperations;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.lambda.worker.Execution;
import sst.local.wire.AwsException;
import sst.local.wire.HttpHandler;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;

/**
 * Answers function URLs, whose events are those of HTTP APIs in format 2.0
 * (https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html). IAM authorisation is not enforced.
 */
final class FunctionUrls implements HttpHandler {
    static final String PREFIX = "/_url/";
    private static final int MAX_BODY = 6_291_456;

    private final QualifiedOperations urls;
    private final Invocations invocations;
    private final Clock clock;
    private final PayloadFormat format = PayloadFormat.of("2.0");

    FunctionUrls(QualifiedOperations urls, Invocations invocations, Clock clock) {
        this.urls = urls;
        this.invocations = invocations;
        this.clock = clock;
    }

    @Override
    public HttpReply handle(HttpRequest request) {
        String rest = request.path()
                .substring(Math.min(PREFIX.length(), request.path().length()));
        int end = rest.indexOf('/');
        String id = end < 0 ? rest : rest.substring(0, end);
        FunctionRef ref = urls.urlTarget(id)
                .orElseThrow(() -> new AwsException(404, "NotFound", "no function URL " + request.path()));
        Cors cors = Cors.of(urls.cors(ref));
        String origin = request.header("origin").orElse("");
        boolean isPreflight = request.method().equals("OPTIONS")
                && request.header("access-control-request-method").isPresent();
        if (cors.isSet() && isPreflight) {
            return reply(new Answer(200, Map.of(), new byte[0]), cors.preflight(origin));
        }
        Routed routed = routed(ref, id, request, end < 0 ? "/" : rest.substring(end));
        Execution execution = invocations.run(ref, Invocations.Call.of(format.event(routed)));
        Optional<Answer> answer =
                execution.functionError().isEmpty() ? format.answer(execution.payload()) : Optional.empty();
        Map<String, List<String>> open = cors.isSet() ? cors.answer(origin) : Map.of();
        return answer.map(given -> reply(given, open))
                .orElseGet(() ->
                        HttpReply.of(502, "text/plain", "Internal Server Error".getBytes(StandardCharsets.UTF_8)));
    }

    private Routed routed(FunctionRef ref, String id, HttpRequest request, String path) {
        String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        return new Routed(
                id,
                id + ".lambda-url." + ref.region() + ".on.aws",
                "$default",
                Map.of(),
                "$default",
                Map.of(),
                new Routed.Http(request.method(), decoded, request.query(), request.headers(), body(request)),
                request.context().requestId(),
                clock.millis(),
                Members.object());
    }

    private static byte[] body(HttpRequest request) {
        try {
            byte[] body = request.body().readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                throw new AwsException(
                        413, "RequestTooLargeException", "Request must be smaller than " + MAX_BODY + " bytes");
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Headers of the URL's own CORS settings replace those of the function. */
    private static HttpReply reply(Answer answer, Map<String, List<String>> open) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.putAll(open);
        return new HttpReply(answer.status(), headers, new HttpReply.Body.Bytes(answer.body()));
    }
}
