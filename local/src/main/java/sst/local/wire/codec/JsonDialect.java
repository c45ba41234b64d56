package sst.local.wire.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import sst.local.wire.AwsException;

/**
 * What services of the JSON protocols do each in their way. Most name an error by its bare code; DynamoDB and SQS give
 * the name of a shape, which clients cut at the last {@code #}. DynamoDB and Kinesis say nothing about bodies that are no
 * JSON, and Kinesis sends nothing where there is nothing to tell.
 */
enum JsonDialect {
    DYNAMODB("com.amazonaws.dynamodb.v20120810#"),
    SQS("com.amazonaws.sqs#"),
    KINESIS(""),
    BARE("");

    private static final String FRONT_END = "com.amazon.coral.service#";
    private static final Set<String> OF_FRONT_END = Set.of(
            "SerializationException",
            "AccessDeniedException",
            "UnknownOperationException",
            "MissingAction",
            "NotImplemented",
            "InternalFailure");

    private final String space;

    JsonDialect(String space) {
        this.space = space;
    }

    static JsonDialect of(String target) {
        if (target.startsWith("DynamoDB")) {
            return DYNAMODB;
        }
        return target.equals("AmazonSQS") ? SQS : target.startsWith("Kinesis_") ? KINESIS : BARE;
    }

    String name(String code) {
        if (space.isEmpty()) {
            return code;
        }
        if (this == DYNAMODB && code.equals("ValidationException")) {
            return "com.amazon.coral.validate#" + code;
        }
        return (OF_FRONT_END.contains(code) ? FRONT_END : space) + code;
    }

    ObjectNode input(byte[] body) {
        if (this != DYNAMODB && this != KINESIS) {
            return Json.read(body);
        }
        try {
            if (body.length > 0) {
                return Json.read(body);
            }
        } catch (AwsException broken) {
            throw new AwsException(broken.status(), broken.code(), "");
        }
        throw new AwsException(400, "SerializationException", "");
    }

    byte[] output(JsonNode answer) {
        return this == KINESIS && answer.isEmpty() ? new byte[0] : Json.write(answer);
    }

    /** The front ends of DynamoDB and Kinesis write their own texts in upper case. */
    String messageMember(String code) {
        boolean isUpper = (this == DYNAMODB || this == KINESIS)
                && (code.equals("SerializationException") || code.equals("AccessDeniedException"));
        return isUpper ? "Message" : "message";
    }
}
