package sst.local.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import sst.local.wire.AwsException;

/** The filters of DescribeParameters and GetParametersByPath; all must hold. */
record ParameterFilter(List<Predicate<ObjectNode>> conditions) implements Predicate<ObjectNode> {
    static ParameterFilter of(JsonNode filters) {
        List<Predicate<ObjectNode>> conditions = new ArrayList<>();
        for (JsonNode filter : filters) {
            conditions.add(condition(
                    filter.path("Key").asText(), filter.path("Option").asText("Equals"), filter.path("Values")));
        }
        return new ParameterFilter(conditions);
    }

    static ParameterFilter ofLegacy(JsonNode filters) {
        List<Predicate<ObjectNode>> conditions = new ArrayList<>();
        for (JsonNode filter : filters) {
            conditions.add(condition(filter.path("Key").asText(), "BeginsWith", filter.path("Values")));
        }
        return new ParameterFilter(conditions);
    }

    ParameterFilter and(ParameterFilter other) {
        List<Predicate<ObjectNode>> both = new ArrayList<>(conditions);
        both.addAll(other.conditions);
        return new ParameterFilter(both);
    }

    @Override
    public boolean test(ObjectNode record) {
        return conditions.stream().allMatch(condition -> condition.test(record));
    }

    private static Predicate<ObjectNode> condition(String key, String option, JsonNode values) {
        List<String> wanted = new ArrayList<>();
        values.forEach(value -> wanted.add(value.asText()));
        return switch (key) {
            case "Name", "Path" ->
                record -> wanted.stream()
                        .anyMatch(value -> isName(
                                record.path("Name").asText(), key.equals("Path") ? "Path" + option : option, value));
            case "Type", "KeyId", "Tier", "DataType" ->
                record ->
                        wanted.contains(ParameterStore.current(record).path(key).asText());
            case "Label" ->
                record -> {
                    List<String> labels = new ArrayList<>();
                    ParameterStore.current(record).path("Labels").forEach(label -> labels.add(label.asText()));
                    return labels.stream().anyMatch(wanted::contains);
                };
            default -> {
                if (!key.startsWith("tag:")) {
                    throw new AwsException(400, "InvalidFilterKey", "The specified filter key isn't valid: " + key);
                }
                yield record -> {
                    JsonNode tag = record.path("Tags").path(key.substring(4));
                    return !tag.isMissingNode() && (wanted.isEmpty() || wanted.contains(tag.asText()));
                };
            }
        };
    }

    private static boolean isName(String name, String option, String value) {
        return switch (option) {
            case "Equals" -> name.equals(value);
            case "BeginsWith" -> name.startsWith(value);
            case "Contains" -> name.contains(value);
            case "PathRecursive" -> name.startsWith(below(value));
            case "PathOneLevel" ->
                name.startsWith(below(value)) && name.indexOf('/', below(value).length()) < 0;
            default ->
                throw new AwsException(
                        400, "InvalidFilterOption", "The specified filter option isn't valid: " + option);
        };
    }

    private static String below(String path) {
        return path.endsWith("/") ? path : path + "/";
    }
}
