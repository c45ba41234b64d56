package sst.local.wire.codec;

import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Endpoint;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;
import sst.local.wire.Protocol;

/** An endpoint seen from the wire: it answers requests, and writes errors the way its callers read them. */
public interface Surface {
    /**
     * Answers the request.
     *
     * @throws AwsException when the answer is an error, to be written by {@link #error}
     */
    HttpReply answer(HttpRequest request);

    /** Writes an error in this surface's protocol. */
    HttpReply error(AwsException error, CallContext context);

    /** The surface of an endpoint. */
    static Surface of(Endpoint endpoint) {
        if (endpoint instanceof Endpoint.Named named) {
            return named.protocol() == Protocol.QUERY ? new QuerySurface(named) : new JsonSurface(named);
        }
        if (endpoint instanceof Endpoint.Rest rest) {
            return new RestSurface(rest);
        }
        return new RawSurface((Endpoint.Raw) endpoint);
    }
}
