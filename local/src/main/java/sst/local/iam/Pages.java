package sst.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import sst.local.wire.codec.Json;

/** How IAM shows lists and documents. */
final class Pages {
    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private Pages() {}

    /** A page of a list; the marker is the position of the next one. */
    public static ObjectNode page(String member, List<? extends JsonNode> all, ObjectNode input) {
        int start = Math.min(all.size(), Math.max(0, input.path("Marker").asInt(0)));
        int most = input.path("MaxItems").asInt(USUAL);
        if (most < 1 || most > MOST) {
            throw Iam.invalid("1 validation error detected: 'maxItems' must have value between 1 and " + MOST);
        }
        int end = Math.min(all.size(), start + most);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray(member);
        all.subList(start, end).forEach(list::add);
        answer.put("IsTruncated", end < all.size());
        return end < all.size() ? answer.put("Marker", Integer.toString(end)) : answer;
    }

    /** A policy document as IAM answers it: percent-encoded. */
    static String encoded(String document) {
        return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
