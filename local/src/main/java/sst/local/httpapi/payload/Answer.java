package sst.local.httpapi.payload;

import java.util.List;
import java.util.Map;

/**
 * What goes back to the caller.
 *
 * @param status the HTTP status
 * @param headers by lower-case name
 * @param body may be empty
 */
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {
    public Answer {
        headers = Map.copyOf(headers);
    }
}
