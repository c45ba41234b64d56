package sst.local.wire;

/** Answers a plain HTTP request. */
@FunctionalInterface
public interface HttpHandler {
    /**
     * Answers the request; may take long (a runtime's wait for its next event).
     *
     * @throws AwsException when the answer is an AWS error
     */
    HttpReply handle(HttpRequest request);
}
