package sst.local.wire;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came, with a decoded body.
 *
 * @param method upper case
 * @param path the raw path, still percent-encoded, without the query
 * @param query raw query string, without the question mark; empty when there is none
 * @param headers by lower-case name
 * @param body bytes after {@code aws-chunked} and transfer decoding
 * @param context who calls, and where
 */
public record HttpRequest(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        InputStream body,
        CallContext context) {

    /** The first value of a header, in whatever case it is asked for. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }
}
