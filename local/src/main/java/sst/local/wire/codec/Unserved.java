package sst.local.wire.codec;

import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;

/**
 * The surface of what the local cloud does not have; it guesses the caller's protocol from the request's looks.
 *
 * @param refusal what to say
 * @param encoding how the caller most likely reads errors
 */
public record Unserved(AwsException refusal, Encoding encoding) implements Surface {
    /** How an error can be written. */
    public enum Encoding {
        /** As for {@code X-Amz-Target} callers. */
        JSON,
        /** As for {@code Action=} callers. */
        QUERY,
        /** As for path-routed callers. */
        REST
    }

    @Override
    public HttpReply answer(HttpRequest request) {
        throw refusal;
    }

    @Override
    public HttpReply error(AwsException error, CallContext context) {
        return switch (encoding) {
            case JSON -> JsonSurface.errorReply(error, "application/x-amz-json-1.1");
            case QUERY -> QuerySurface.errorReply(error, context, "");
            case REST -> RestSurface.errorReply(error);
        };
    }
}
