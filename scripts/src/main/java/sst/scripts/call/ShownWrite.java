package sst.scripts.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A write that a dry run did not make.
 *
 * @param operation such as {@code PutItem}
 * @param target what would be changed, such as a table's name; empty where the request names nothing
 * @param detail what would be written, cut to a line
 */
public record ShownWrite(String operation, String target, String detail) {
    private static final int WIDEST = 160;
    private static final List<String> TARGETS = List.of(
            "TableName",
            "Bucket",
            "QueueUrl",
            "TopicArn",
            "FunctionName",
            "StreamName",
            "SecretId",
            "Name",
            "logGroupName",
            "StackName");

    static ShownWrite of(String operation, SdkPojo request) {
        List<String> details = new ArrayList<>();
        String target = TARGETS.stream()
                .flatMap(name -> value(request, name).stream())
                .findFirst()
                .map(String::valueOf)
                .orElse("");
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            if (isWorthShowing(value) && !String.valueOf(value).equals(target)) {
                details.add(field.memberName() + ": " + shown(value));
            }
        }
        return new ShownWrite(operation, target, cut(String.join(", ", details)));
    }

    private static boolean isWorthShowing(Object value) {
        if (value instanceof Collection<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Map<?, ?> map ? !map.isEmpty() : value != null;
    }

    private static Optional<Object> value(SdkPojo request, String name) {
        return request.sdkFields().stream()
                .filter(field -> field.memberName().equals(name))
                .map(field -> (Object) field.getValueOrDefault(request))
                .filter(value -> value != null)
                .findFirst();
    }

    private static String shown(Object value) {
        if (value instanceof AttributeValue attribute) {
            return String.valueOf(Items.plain(attribute));
        }
        if (value instanceof SdkBytes bytes) {
            return bytes.asByteArrayUnsafe().length + " bytes";
        }
        if (value instanceof Map<?, ?> map) {
            List<String> entries = new ArrayList<>();
            map.forEach((key, each) -> entries.add(key + ": " + shown(each)));
            return "{" + String.join(", ", entries) + "}";
        }
        if (value instanceof Collection<?> list) {
            return "[" + String.join(", ", list.stream().map(ShownWrite::shown).toList()) + "]";
        }
        return String.valueOf(value).replaceAll("\\s+", " ");
    }

    private static String cut(String text) {
        return text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
    }

    /** The line that the user sees. */
    @Override
    public String toString() {
        return " " + operation + "  " + target + (detail.isEmpty() ? "" : "  " + detail);
    }
}
