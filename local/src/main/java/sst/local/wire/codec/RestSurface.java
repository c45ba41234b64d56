package sst.local.wire.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Endpoint;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;
import sst.local.wire.Refusals;
import sst.local.wire.RestRoute;
import sst.local.wire.body.Bodies;

/**
 * REST-JSON: the operation by method and path; labels, query parameters and the JSON body make up the members.
 * See https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
public record RestSurface(Endpoint.Rest endpoint) implements Surface {
    private static final int NO_CONTENT = 204;

    private record Match(RestRoute route, Map<String, String> labels) {}

    /** Whether a route of this endpoint takes the request. */
    public boolean takes(HttpRequest request) {
        return match(request).isPresent();
    }

    private Optional<Match> match(HttpRequest request) {
        for (RestRoute route : endpoint.routes()) {
            if (route.method().equals(request.method())) {
                Optional<Map<String, String>> labels = new PathTemplate(route.path()).match(request.path());
                if (labels.isPresent()) {
                    return Optional.of(new Match(route, labels.get()));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public HttpReply answer(HttpRequest request) {
        Match match = match(request)
                .orElseThrow(() -> Refusals.notImplemented(
                        endpoint.signingName() + ": " + request.method() + " " + request.path()));
        ObjectNode input = Json.read(Bodies.whole(request));
        Parameters.parse(request.query()).forEach((name, values) -> lay(input, name, values));
        match.labels().forEach(input::put);
        var result = match.route().operation().invoke(input, request.context());
        int status = match.route().status();
        if (status == NO_CONTENT) {
            return HttpReply.empty(status);
        }
        return HttpReply.of(status, "application/json", Json.write(result));
    }

    private static void lay(ObjectNode input, String name, List<String> values) {
        if (values.size() == 1) {
            input.put(name, values.get(0));
            return;
        }
        ArrayNode list = input.putArray(name);
        values.forEach(list::add);
    }

    @Override
    public HttpReply error(AwsException error, CallContext context) {
        return errorReply(error);
    }

    static HttpReply errorReply(AwsException error) {
        ObjectNode body = Json.object();
        body.put("message", error.text());
        error.members().forEach((name, value) -> body.set(name, Json.tree(value)));
        return new HttpReply(
                error.status(),
                Map.of("Content-Type", List.of("application/json"), "x-amzn-ErrorType", List.of(error.code())),
                new HttpReply.Body.Bytes(Json.write(body)));
    }
}
