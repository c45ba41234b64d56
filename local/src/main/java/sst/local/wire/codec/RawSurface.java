package sst.local.wire.codec;

import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Endpoint;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;

/** Plain HTTP: the service reads the request itself; errors that it throws are written as REST-JSON. */
record RawSurface(Endpoint.Raw endpoint) implements Surface {
    @Override
    public HttpReply answer(HttpRequest request) {
        return endpoint.handler().handle(request);
    }

    @Override
    public HttpReply error(AwsException error, CallContext context) {
        return RestSurface.errorReply(error);
    }
}
