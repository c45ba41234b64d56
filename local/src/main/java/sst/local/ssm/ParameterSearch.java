package sst.local.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** The calls that read parameters. */
final class ParameterSearch {
    private static final int MOST_BY_PATH = 10;
    private static final int MOST_DESCRIBED = 50;
    private static final List<String> VALUE_MEMBERS =
            List.of("Name", "Type", "Version", "LastModifiedDate", "DataType");
    private static final List<String> META_MEMBERS = List.of(
            "Name",
            "Type",
            "KeyId",
            "LastModifiedDate",
            "LastModifiedUser",
            "Description",
            "AllowedPattern",
            "Version",
            "Tier",
            "DataType");

    private final ParameterStore parameters;

    ParameterSearch(ParameterStore parameters) {
        this.parameters = parameters;
    }

    ObjectNode one(ObjectNode input, CallContext context) {
        Ssm.Selected selected =
                parameters.select(context.region(), input.path("Name").asText());
        ObjectNode answer = Json.object();
        answer.set("Parameter", shown(selected, input, context));
        return answer;
    }

    ObjectNode several(ObjectNode input, CallContext context) {
        ObjectNode answer = Json.object();
        ArrayNode found = answer.putArray("Parameters");
        ArrayNode invalid = answer.putArray("InvalidParameters");
        if (input.path("Names").size() > MOST_BY_PATH) {
            throw Ssm.invalid(
                    "1 validation error detected: 'names' failed to satisfy constraint: Member must have length"
                            + " less than or equal to 10");
        }
        for (JsonNode name : input.path("Names")) {
            try {
                found.add(shown(parameters.select(context.region(), name.asText()), input, context));
            } catch (AwsException absent) {
                invalid.add(name.asText());
            }
        }
        return answer;
    }

    private ObjectNode shown(Ssm.Selected selected, ObjectNode input, CallContext context) {
        ObjectNode version = selected.version();
        ObjectNode shown = copy(version, VALUE_MEMBERS);
        boolean isOpen = input.path("WithDecryption").asBoolean(false);
        shown.put(
                "Value",
                isOpen ? parameters.plainValue(version) : version.path("Value").asText());
        shown.put(
                "ARN",
                context.arn("ssm", ParameterName.arnPart(version.path("Name").asText())));
        if (!selected.selector().isEmpty()) {
            shown.put("Selector", selected.selector());
        }
        return shown;
    }

    private static ObjectNode copy(ObjectNode version, List<String> members) {
        ObjectNode copy = Json.object();
        for (String member : members) {
            if (version.has(member)) {
                copy.set(member, version.get(member));
            }
        }
        return copy;
    }

    ObjectNode byPath(ObjectNode input, CallContext context) {
        String path = input.path("Path").asText();
        if (!path.startsWith("/")) {
            throw Ssm.invalid(
                    "The parameter doesn't meet the parameter name requirements. The parameter name must begin"
                            + " with a forward slash \"/\".");
        }
        String base = path.endsWith("/") ? path : path + "/";
        boolean isRecursive = input.path("Recursive").asBoolean(false);
        ParameterFilter filter = ParameterFilter.of(input.path("ParameterFilters"));
        Predicate<ObjectNode> wanted = record -> {
            String name = record.path("Name").asText();
            boolean isDeeper = name.indexOf('/', base.length()) >= 0;
            return name.startsWith(base) && (isRecursive || !isDeeper) && filter.test(record);
        };
        ObjectNode answer = Json.object();
        ArrayNode found = answer.putArray("Parameters");
        page(input, context, new Page(MOST_BY_PATH, wanted, (record, next) -> {
            if (next.isEmpty()) {
                found.add(shown(new Ssm.Selected(record, ParameterStore.current(record), ""), input, context));
            } else {
                answer.put("NextToken", next);
            }
        }));
        return answer;
    }

    ObjectNode describe(ObjectNode input, CallContext context) {
        ParameterFilter filter =
                ParameterFilter.of(input.path("ParameterFilters")).and(ParameterFilter.ofLegacy(input.path("Filters")));
        ObjectNode answer = Json.object();
        ArrayNode found = answer.putArray("Parameters");
        page(input, context, new Page(MOST_DESCRIBED, filter, (record, next) -> {
            if (next.isEmpty()) {
                ObjectNode meta = copy(ParameterStore.current(record), META_MEMBERS);
                meta.put(
                        "ARN",
                        context.arn(
                                "ssm", ParameterName.arnPart(record.path("Name").asText())));
                meta.putArray("Policies");
                found.add(meta);
            } else {
                answer.put("NextToken", next);
            }
        }));
        return answer;
    }

    ObjectNode history(ObjectNode input, CallContext context) {
        Ssm.Selected selected =
                parameters.select(context.region(), input.path("Name").asText());
        boolean isOpen = input.path("WithDecryption").asBoolean(false);
        int limit = limit(input, MOST_DESCRIBED);
        long after = input.path("NextToken").asLong(0);
        ObjectNode answer = Json.object();
        ArrayNode versions = answer.putArray("Parameters");
        for (JsonNode version : selected.record().path("Versions")) {
            if (version.path("Version").asLong() <= after) {
                continue;
            }
            if (versions.size() == limit) {
                answer.put("NextToken", versions.get(limit - 1).path("Version").asText());
                break;
            }
            ObjectNode shown = copy((ObjectNode) version, META_MEMBERS);
            shown.put(
                    "Value",
                    isOpen
                            ? parameters.plainValue((ObjectNode) version)
                            : version.path("Value").asText());
            shown.set("Labels", version.path("Labels").isArray() ? version.get("Labels") : Json.tree(List.of()));
            versions.add(shown);
        }
        return answer;
    }

    private static int limit(ObjectNode input, int most) {
        int limit = input.path("MaxResults").asInt(most);
        if (limit < 1 || limit > most) {
            throw Ssm.invalid("1 validation error detected: Value '" + limit
                    + "' at 'maxResults' failed to satisfy constraint: Member must have value between 1 and " + most);
        }
        return limit;
    }

    /**
     * A walk over records in the order of their names.
     *
     * @param most the largest page AWS gives
     * @param wanted which records count
     * @param found gets each record with an empty text, and after a full page the last record with the next token
     */
    private record Page(int most, Predicate<ObjectNode> wanted, BiConsumer<ObjectNode, String> found) {}

    private void page(ObjectNode input, CallContext context, Page page) {
        int left = limit(input, page.most());
        String token = input.path("NextToken").asText();
        String start = ParameterStore.key(context.region(), token);
        NavigableMap<String, JsonNode> rest = parameters.all().tailMap(start, false);
        String last = token;
        for (Map.Entry<String, JsonNode> entry : rest.entrySet()) {
            if (!entry.getKey().startsWith(context.region() + "/")) {
                return;
            }
            ObjectNode record = (ObjectNode) entry.getValue();
            if (page.wanted().test(record)) {
                page.found().accept(record, left > 0 ? "" : last);
                if (left-- == 0) {
                    return;
                }
                last = record.path("Name").asText();
            }
        }
    }
}
