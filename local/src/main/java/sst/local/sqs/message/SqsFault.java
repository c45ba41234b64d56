package sst.local.sqs.message;

import java.util.Map;
import sst.local.wire.AwsException;

/**
 * SQS's errors; each has a name in the JSON protocol and an older one that clients still report.
 * See https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html
 */
public final class SqsFault {
    private static final String OLD_PREFIX = "AWS.SimpleQueueService.";

    private SqsFault() {}

    private static AwsException of(String code, String old, String text) {
        return new AwsException(400, code, text, Map.of(AwsException.QUERY_CODE, old));
    }

    /** An error whose older name has the service's prefix. */
    public static AwsException named(String code, String text) {
        return of(code, OLD_PREFIX + code, text);
    }

    /** There is no such queue. */
    public static AwsException noQueue() {
        return of("QueueDoesNotExist", OLD_PREFIX + "NonExistentQueue", "The specified queue does not exist.");
    }

    /** A queue of that name has other attributes. */
    public static AwsException otherQueue(String attribute) {
        return of(
                "QueueNameExists",
                "QueueAlreadyExists",
                "A queue already exists with the same name and a different value for attribute " + attribute);
    }

    /** A parameter's value is not allowed. */
    public static AwsException invalid(String text) {
        return of("InvalidParameterValueException", "InvalidParameterValue", text);
    }

    /** A parameter's value is not allowed, with the value and the reason. */
    public static AwsException invalid(String parameter, String value, String reason) {
        return invalid("Value " + value + " for parameter " + parameter + " is invalid. Reason: " + reason);
    }

    /** A parameter that must be there is not. */
    public static AwsException missing(String parameter) {
        return of(
                "MissingRequiredParameterException",
                "MissingParameter",
                "The request must contain the parameter " + parameter + ".");
    }

    /** There is no attribute of that name. */
    public static AwsException unknownAttribute(String name) {
        return of("InvalidAttributeName", "InvalidAttributeName", "Unknown Attribute " + name + ".");
    }

    /** An attribute that only FIFO queues have. */
    public static AwsException notForStandard(String name) {
        return of(
                "InvalidAttributeName",
                "InvalidAttributeName",
                "You can specify the " + name + " only when FifoQueue is set to true.");
    }

    /** What kind a queue is cannot change. */
    public static AwsException otherType() {
        return of(
                "InvalidAttributeValue",
                "InvalidAttributeValue",
                "Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.");
    }

    /** An attribute cannot have that value. */
    public static AwsException badAttribute(String name) {
        return of("InvalidAttributeValue", "InvalidAttributeValue", "Invalid value for the parameter " + name + ".");
    }

    /** A receipt handle that no receive gave out. */
    public static AwsException badReceipt(String handle) {
        return of(
                "ReceiptHandleIsInvalid",
                "ReceiptHandleIsInvalid",
                "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
    }

    /** A receipt handle whose time is over. */
    public static AwsException expiredReceipt(String handle) {
        return invalid("ReceiptHandle", handle, "The receipt handle has expired.");
    }
}
