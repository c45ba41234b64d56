package sst.local.sns.topic;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A subscription as it is kept.
 *
 * @param arn its ARN: the topic's, and an id
 * @param target where messages go
 * @param settings its attributes by AWS's names: {@code FilterPolicy}, {@code RawMessageDelivery} …
 * @param token what confirms it; empty when it is confirmed
 */
public record Subscription(String arn, Target target, JsonNode settings, String token) {
    /** The protocol, such as {@code sqs}, and the address that it reaches. */
    public record Target(String protocol, String endpoint) {}

    /** The topic. */
    public TopicId topic() {
        return TopicId.ofArn(arn);
    }

    /** Whether messages are sent to it. */
    public boolean isConfirmed() {
        return token.isEmpty();
    }

    /** An attribute; empty when it is not set. */
    public String setting(String name) {
        return settings.path(name).asText("");
    }

    /** Whether the message goes out as it is, without SNS's envelope. */
    public boolean isRaw() {
        return Boolean.parseBoolean(setting("RawMessageDelivery"));
    }
}
