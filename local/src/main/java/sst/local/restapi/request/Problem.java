package sst.local.restapi.request;

/**
 * An error of API Gateway itself.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 *
 * @param status the HTTP status
 * @param type the gateway response that it is
 * @param message in the body
 */
record Problem(int status, String type, String message) {
    static final Problem NO_METHOD = new Problem(403, "MISSING_AUTHENTICATION_TOKEN", "Missing Authentication Token");
    static final Problem NO_STAGE = new Problem(403, "DEFAULT_4XX", "Forbidden");
    static final Problem UNAUTHORIZED = new Problem(401, "UNAUTHORIZED", "Unauthorized");
    static final Problem DENIED = new Problem(403, "ACCESS_DENIED", "User is not authorized to access this resource");
    static final Problem EXPLICITLY_DENIED =
            new Problem(403, "ACCESS_DENIED", "User is not authorized to access this resource with an explicit deny");
    static final Problem AUTHORIZER = new Problem(500, "AUTHORIZER_CONFIGURATION_ERROR", "");
    static final Problem INTEGRATION = new Problem(502, "DEFAULT_5XX", "Internal server error");
    static final Problem TIMEOUT = new Problem(504, "INTEGRATION_TIMEOUT", "Endpoint request timed out");
    static final Problem THROTTLED = new Problem(500, "DEFAULT_5XX", "Internal server error");
    static final Problem TOO_LARGE =
            new Problem(413, "REQUEST_TOO_LARGE", "HTTP content length exceeded 10485760 bytes.");

    /** Only refusals by a policy have their message under a capital letter. */
    String member() {
        return type.equals("ACCESS_DENIED") ? "Message" : "message";
    }
}
