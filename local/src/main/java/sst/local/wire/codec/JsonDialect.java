package sst.local.wire.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import sst.local.wire.AwsException;

/**
 * What services of the JSON protocols do each in their way. Most name an error by its bare code; DynamoDB and SQS give
 * the name of a shape, which clients cut at the last {@code #}. DynamoDB says nothing about bodies that are no JSON.
 */
enum JsonDialect {
    DYNAMODB("com.amazonaws.dynamodb.v20120810#"),
    SQS("com.amazonaws.sqs#"),
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
        return target.startsWith("DynamoDB") ? DYNAMODB : target.equals("AmazonSQS") ? SQS : BARE;
    }

    String name(String code) {
        if (this == BARE) {
            return code;
        }
        if (this == DYNAMODB && code.equals("ValidationException")) {
            return "com.amazon.coral.validate#" + code;
        }
        return (OF_FRONT_END.contains(code) ? FRONT_END : space) + code;
    }

    ObjectNode input(byte[] body) {
        if (this != DYNAMODB) {
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

    /** The front end of DynamoDB writes its own texts in upper case. */
    String messageMember(String code) {
        boolean isUpper =
                this == DYNAMODB && (code.equals("SerializationException") || code.equals("AccessDeniedException"));
        return isUpper ? "Message" : "message";
    }
}
