package sst.local.httpapi.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import sst.local.apigateway.FunctionUri;
import sst.local.httpapi.payload.PayloadFormat;

/** Where a route's requests go. */
sealed interface Integration {
    /** The longest that it may take, in milliseconds. */
    int millis();

    /** A function. */
    record Function(String arn, PayloadFormat format, int millis) implements Integration {}

    /** Another HTTP server; its URI may have {@code {parameters}} of the route. */
    record Proxy(String uri, String method, int millis) implements Integration {}

    /** A route without a target answers nothing. */
    record None() implements Integration {
        @Override
        public int millis() {
            return 0;
        }
    }

    /** The integration that a record describes. */
    static Integration of(JsonNode integration) {
        String uri = integration.path("integrationUri").asText();
        int millis = integration.path("timeoutInMillis").asInt();
        if (integration.path("integrationType").asText().equals("HTTP_PROXY")) {
            return new Proxy(uri, integration.path("integrationMethod").asText("ANY"), millis);
        }
        Optional<String> arn = FunctionUri.arn(uri);
        if (arn.isEmpty()) {
            return new None();
        }
        PayloadFormat format =
                PayloadFormat.of(integration.path("payloadFormatVersion").asText("2.0"));
        return new Function(arn.get(), format, millis);
    }
}
