package sst.local.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.worker.Execution;
import sst.local.wire.AwsException;
import sst.local.wire.HttpHandler;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;

/** The {@code Invoke} call, whose payload is the body itself (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html). */
final class InvokeHandler implements HttpHandler {
    private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final Pattern QUALIFIER = Pattern.compile("(?:^|&)Qualifier=([^&]*)");
    private static final int MAX_SYNC = 6_291_456;
    private static final int MAX_ASYNC = 1_048_576;
    private static final JsonFactory JSON = new JsonFactory();

    private final Invocations invocations;
    private final AsyncInvocations later;

    InvokeHandler(Invocations invocations, AsyncInvocations later) {
        this.invocations = invocations;
        this.later = later;
    }

    @Override
    public HttpReply handle(HttpRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches() || !request.method().equals("POST")) {
            throw new AwsException(
                    501,
                    "NotImplemented",
                    "not supported by the local cloud: lambda " + request.method() + " " + request.path());
        }
        FunctionRef ref =
                FunctionRef.parse(decode(path.group(1)), request.context().region());
        Matcher qualifier = QUALIFIER.matcher(request.query());
        FunctionRef target = qualifier.find() ? ref.at(decode(qualifier.group(1))) : ref;
        String version = invocations.version(target);
        String type = request.header("X-Amz-Invocation-Type").orElse("RequestResponse");
        return switch (type) {
            case "RequestResponse" -> answer(request, version, invocations.run(target, call(request, MAX_SYNC)));
            case "Event" -> {
                later.add(target, call(request, MAX_ASYNC));
                yield HttpReply.empty(202);
            }
            case "DryRun" -> HttpReply.empty(204);
            default ->
                throw new AwsException(400, "InvalidParameterValueException", "Unknown invocation type: " + type);
        };
    }

    private static HttpReply answer(HttpRequest request, String version, Execution execution) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Content-Type", List.of("application/json"));
        headers.put("X-Amz-Executed-Version", List.of(version));
        if (!execution.functionError().isEmpty()) {
            headers.put("X-Amz-Function-Error", List.of(execution.functionError()));
        }
        if (request.header("X-Amz-Log-Type").orElse("").equals("Tail")) {
            byte[] tail = execution.logTail().getBytes(StandardCharsets.UTF_8);
            headers.put("X-Amz-Log-Result", List.of(Base64.getEncoder().encodeToString(tail)));
        }
        return new HttpReply(200, headers, new HttpReply.Body.Bytes(execution.payload()));
    }

    private static Invocations.Call call(HttpRequest request, int limit) {
        byte[] payload = read(request, limit);
        if (payload.length == 0) {
            payload = "{}".getBytes(StandardCharsets.UTF_8);
        }
        Map<String, String> headers = request.header("X-Amz-Client-Context")
                .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
                .map(text -> Map.of("Lambda-Runtime-Client-Context", text))
                .orElse(Map.of());
        return new Invocations.Call(request.context().requestId(), payload, headers);
    }

    private static byte[] read(HttpRequest request, int limit) {
        try {
            byte[] payload = request.body().readNBytes(limit + 1);
            if (payload.length > limit) {
                throw new AwsException(
                        413,
                        "RequestTooLargeException",
                        "Request must be smaller than " + limit + " bytes for the InvokeFunction operation");
            }
            checkJson(payload);
            return payload;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkJson(byte[] payload) {
        try (JsonParser parser = JSON.createParser(payload)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isStructStart()) {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new AwsException(
                    400,
                    "InvalidRequestContentException",
                    "Could not parse request body into json: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
