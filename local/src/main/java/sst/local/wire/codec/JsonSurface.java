package sst.local.wire.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Endpoint;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;
import sst.local.wire.Operation;
import sst.local.wire.Protocol;
import sst.local.wire.Refusals;
import sst.local.wire.body.Bodies;

/**
 * JSON 1.0 and 1.1: the operation in {@code X-Amz-Target}, members in the body, errors with {@code __type}.
 * See https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
record JsonSurface(Endpoint.Named endpoint) implements Surface {
    private String contentType() {
        return endpoint.protocol() == Protocol.JSON_1_0 ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1";
    }

    @Override
    public HttpReply answer(HttpRequest request) {
        String target = request.header("X-Amz-Target").orElse("");
        String name = target.substring(target.lastIndexOf('.') + 1);
        if (name.isEmpty()) {
            throw new AwsException(400, "MissingAction", "the request names no operation in X-Amz-Target");
        }
        Operation operation = endpoint.operations().get(name);
        if (operation == null) {
            throw Refusals.notImplemented(endpoint.signingName() + ":" + name);
        }
        JsonDialect dialect = JsonDialect.of(endpoint.target());
        ObjectNode input = dialect.input(Bodies.whole(request));
        return HttpReply.of(200, contentType(), dialect.output(operation.invoke(input, request.context())));
    }

    @Override
    public HttpReply error(AwsException error, CallContext context) {
        return errorReply(error, contentType(), JsonDialect.of(endpoint.target()));
    }

    static HttpReply errorReply(AwsException error, String contentType) {
        return errorReply(error, contentType, JsonDialect.of(""));
    }

    private static HttpReply errorReply(AwsException error, String contentType, JsonDialect dialect) {
        ObjectNode body = Json.object();
        body.put("__type", dialect.name(error.code()));
        if (!error.text().isEmpty()) {
            body.put(dialect.messageMember(error.code()), error.text());
        }
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Content-Type", List.of(contentType));
        if (dialect != JsonDialect.SQS) {
            headers.put("x-amzn-ErrorType", List.of(error.code()));
        }
        error.members().forEach((name, value) -> {
            if (name.equals(AwsException.QUERY_CODE)) {
                headers.put(name, List.of(value + (error.status() < 500 ? ";Sender" : ";Receiver")));
            } else {
                body.set(name, Json.tree(value));
            }
        });
        return new HttpReply(error.status(), headers, new HttpReply.Body.Bytes(Json.write(body)));
    }
}
