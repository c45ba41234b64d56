package sst.local.wire.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Endpoint;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;
import sst.local.wire.Operation;
import sst.local.wire.Refusals;
import sst.local.wire.body.Bodies;

/**
 * The query protocol: {@code Action=} and members as form fields or in the query string, XML back.
 * See https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
record QuerySurface(Endpoint.Named endpoint) implements Surface {
    private static final String XML = "text/xml";

    @Override
    public HttpReply answer(HttpRequest request) {
        Map<String, List<String>> fields = fields(request);
        String name = fields.getOrDefault("Action", List.of("")).get(0);
        if (name.isEmpty()) {
            throw new AwsException(400, "MissingAction", "the request names no Action");
        }
        Operation operation = endpoint.operations().get(name);
        if (operation == null) {
            throw Refusals.notImplemented(endpoint.signingName() + ":" + name);
        }
        ObjectNode input = FormTree.read(fields);
        return reply(name, operation.invoke(input, request.context()), request.context());
    }

    static Map<String, List<String>> fields(HttpRequest request) {
        String body = Bodies.text(request);
        String all = body.isEmpty() ? request.query() : request.query().isEmpty() ? body : request.query() + "&" + body;
        return Parameters.parse(all);
    }

    private HttpReply reply(String name, JsonNode result, CallContext context) {
        Xml xml = new Xml().open(name + "Response", endpoint.target());
        xml.node(name + "Result", result);
        xml.open("ResponseMetadata").leaf("RequestId", context.requestId()).close();
        return HttpReply.of(200, XML, xml.close().bytes());
    }

    @Override
    public HttpReply error(AwsException error, CallContext context) {
        return errorReply(error, context, endpoint.target());
    }

    static HttpReply errorReply(AwsException error, CallContext context, String namespace) {
        Xml xml = new Xml().open("ErrorResponse", namespace).open("Error");
        xml.leaf("Type", error.status() < 500 ? "Sender" : "Receiver");
        xml.leaf("Code", error.code()).leaf("Message", error.text());
        error.members().forEach((name, value) -> xml.node(name, Json.tree(value)));
        xml.close().leaf("RequestId", context.requestId()).close();
        return HttpReply.of(error.status(), XML, xml.bytes());
    }
}
