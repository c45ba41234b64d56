package sst.local.cloudfront.site;

import java.util.List;
import java.util.Map;

/**
 * A request of a browser.
 *
 * @param method upper case
 * @param path still percent-encoded
 * @param query raw, without the question mark; empty when there is none
 * @param headers by lower-case name
 * @param body what came with it
 */
record Visit(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
    Visit at(String other) {
        return new Visit(method, other, query, headers, body);
    }

    boolean isReading() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
