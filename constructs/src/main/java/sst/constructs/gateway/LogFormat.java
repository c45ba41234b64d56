package sst.constructs.gateway;

import java.util.List;

/** What a line of an access log says when the config does not: JSON, of each kind of API (SST v2). */
public enum LogFormat {
    HTTP(
            text("requestTime", "requestTime"),
            text("requestId", "requestId"),
            text("httpMethod", "httpMethod"),
            text("path", "path"),
            text("routeKey", "routeKey"),
            number("status"),
            number("responseLatency"),
            text("integrationRequestId", "integration.requestId"),
            text("integrationStatus", "integration.status"),
            text("integrationLatency", "integration.latency"),
            text("integrationServiceStatus", "integration.integrationStatus"),
            text("ip", "identity.sourceIp"),
            text("userAgent", "identity.userAgent")),
    WEB_SOCKET(
            text("requestTime", "requestTime"),
            text("requestId", "requestId"),
            text("eventType", "eventType"),
            text("routeKey", "routeKey"),
            number("status"),
            text("integrationRequestId", "awsEndpointRequestId"),
            text("integrationStatus", "integrationStatus"),
            text("integrationLatency", "integrationLatency"),
            text("integrationServiceStatus", "integration.integrationStatus"),
            text("ip", "identity.sourceIp"),
            text("userAgent", "identity.userAgent"),
            text("cognitoIdentityId", "identity.cognitoIdentityId"),
            text("connectedAt", "connectedAt"),
            text("connectionId", "connectionId")),
    REST(
            text("requestTime", "requestTime"),
            text("requestId", "requestId"),
            text("httpMethod", "httpMethod"),
            text("path", "path"),
            text("resourcePath", "resourcePath"),
            number("status"),
            number("responseLatency"),
            text("xrayTraceId", "xrayTraceId"),
            text("integrationRequestId", "integration.requestId"),
            text("functionResponseStatus", "integration.status"),
            text("integrationLatency", "integration.latency"),
            text("integrationServiceStatus", "integration.integrationStatus"),
            text("ip", "identity.sourceIp"),
            text("userAgent", "identity.userAgent"),
            text("principalId", "authorizer.principalId"));

    private final String line;

    LogFormat(String... fields) {
        this.line = "{" + String.join(",", List.of(fields)) + "}";
    }

    private static String text(String key, String variable) {
        return "\"" + key + "\":\"$context." + variable + "\"";
    }

    private static String number(String key) {
        return "\"" + key + "\":$context." + key;
    }

    /** The format as API Gateway takes it. */
    public String line() {
        return line;
    }
}
