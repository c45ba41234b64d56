package sst.local.sns.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sst.local.wire.codec.Json;

/**
 * A message that was published.
 *
 * @param topic where
 * @param id its id
 * @param timestamp when, as {@code 2026-01-01T00:00:00.000Z}
 * @param content the members of {@code Publish}: {@code Message}, {@code Subject}, {@code MessageAttributes} …
 */
public record Notification(TopicId topic, String id, String timestamp, ObjectNode content) {
    /** A member as text; empty when it is not set. */
    public String text(String member) {
        return content.path(member).asText("");
    }

    /** The attributes, by name. */
    public JsonNode attributes() {
        return content.path("MessageAttributes");
    }

    /** The text for subscribers of a protocol. */
    public String message(String protocol) {
        if (!text("MessageStructure").equals("json")) {
            return text("Message");
        }
        JsonNode each = Json.read(text("Message").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return each.path(protocol).asText(each.path("default").asText());
    }
}
