package sst.local.cloudfront.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer on its way to the browser.
 *
 * @param status the HTTP status
 * @param headers by lower-case name
 * @param body what is sent
 */
record Page(int status, Map<String, List<String>> headers, byte[] body) {
    Page {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), List.copyOf(values)));
        headers = lower;
    }

    Page with(int other) {
        return new Page(other, headers, body);
    }

    static Page error(int status, String text) {
        return new Page(
                status,
                Map.of(
                        "content-type",
                        List.of("text/plain; charset=utf-8"),
                        "x-cache",
                        List.of("Error from cloudfront")),
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
