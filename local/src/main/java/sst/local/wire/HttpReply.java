package sst.local.wire;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An answer to a plain HTTP request.
 *
 * @param status the HTTP status
 * @param headers by name, each with its values
 * @param body what is sent
 */
public record HttpReply(int status, Map<String, List<String>> headers, Body body) {
    public HttpReply {
        headers = Map.copyOf(headers);
    }

    /** An answer of bytes. */
    public static HttpReply of(int status, String contentType, byte[] body) {
        return new HttpReply(status, Map.of("Content-Type", List.of(contentType)), new Body.Bytes(body));
    }

    /** An answer without a body. */
    public static HttpReply empty(int status) {
        return new HttpReply(status, Map.of(), new Body.Bytes(new byte[0]));
    }

    /** Where the body's bytes come from. */
    public sealed interface Body {
        /** Bytes in memory. */
        record Bytes(byte[] bytes) implements Body {}

        /** A part of a file, sent without reading it into memory. */
        record FilePart(Path file, long offset, long length) implements Body {}
    }
}
