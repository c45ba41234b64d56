package sst.local.wire.gateway;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import sst.local.wire.HttpRequest;
import sst.local.wire.body.Bodies;

/** A form that the router may look into before its service reads it: an unsigned call names its operation only there. */
final class ReplayedBody extends ByteArrayInputStream {
    private ReplayedBody(byte[] bytes) {
        super(bytes);
    }

    static HttpRequest of(HttpRequest request) {
        return new HttpRequest(
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                new ReplayedBody(Bodies.whole(request)),
                request.context());
    }

    String text() {
        return new String(buf, StandardCharsets.UTF_8);
    }
}
