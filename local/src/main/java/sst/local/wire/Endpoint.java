package sst.local.wire;

import java.util.List;
import java.util.Map;

/** One HTTP surface of a service. The gateway picks it by the SigV4 scope, then by target, action, host or path. */
public sealed interface Endpoint {
    /**
     * A service with named operations: {@code X-Amz-Target} (JSON) or {@code Action=} (query).
     *
     * @param signingName the service part of the SigV4 scope, such as {@code dynamodb}
     * @param protocol how calls are encoded
     * @param target the prefix of {@code X-Amz-Target} for JSON protocols ({@code DynamoDB_20120810}), the XML namespace
     *     for the query protocol
     * @param operations by AWS's operation name; a call of any other is refused by name
     */
    record Named(String signingName, Protocol protocol, String target, Map<String, Operation> operations)
            implements Endpoint {
        public Named {
            operations = Map.copyOf(operations);
        }
    }

    /**
     * A REST-JSON service.
     *
     * @param signingName the service part of the SigV4 scope, such as {@code lambda}
     * @param routes tried in order; path labels and query parameters are laid into the operation's input
     */
    record Rest(String signingName, List<RestRoute> routes) implements Endpoint {
        public Rest {
            routes = List.copyOf(routes);
        }
    }

    /**
     * A surface that speaks plain HTTP: S3, a deployed HTTP API, the Lambda Runtime API.
     *
     * @param signingName the service part of the SigV4 scope it answers for; empty when it is called unsigned
     * @param pathPrefix unsigned requests below this path come here, such as {@code /_runtime/}; empty for none
     * @param handler answers the request
     */
    record Raw(String signingName, String pathPrefix, HttpHandler handler) implements Endpoint {}
}
