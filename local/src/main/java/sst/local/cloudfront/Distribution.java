package sst.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sst.local.wire.codec.Json;

/**
 * A distribution.
 *
 * @param id such as {@code E1A2B3C4D5E6F7}
 * @param port where it answers on 127.0.0.1
 * @param config {@code DistributionConfig} of the template
 */
record Distribution(String id, int port, JsonNode config) {
    static Distribution of(String id, JsonNode record) {
        return new Distribution(id, record.path("Port").asInt(), record.path("Config"));
    }

    ObjectNode record() {
        ObjectNode record = Json.object().put("Port", port);
        record.set("Config", config);
        return record;
    }

    /** The domain as templates see it; the port in it is how an address of this machine is made of it. */
    String domain() {
        return "d" + id.toLowerCase(java.util.Locale.ROOT) + "-" + port + ".cloudfront.net";
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }
}
