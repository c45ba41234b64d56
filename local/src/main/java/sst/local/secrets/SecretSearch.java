package sst.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Refusals;
import sst.local.wire.codec.Json;

/** Lists secrets, and reads several at once. */
final class SecretSearch {
    private static final int PAGE = 100;
    private static final int BATCH = 20;

    private final Secrets secrets;
    private final ValueCalls values;

    SecretSearch(Secrets secrets, ValueCalls values) {
        this.secrets = secrets;
        this.values = values;
    }

    /** A page of secrets, and the token of the next one; empty on the last page. */
    private record Page(List<ObjectNode> secrets, String next) {}

    ObjectNode list(ObjectNode input, CallContext context) {
        Page page = page(input, context, PAGE);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("SecretList");
        for (ObjectNode secret : page.secrets()) {
            ObjectNode shown = SecretCalls.shown(secret);
            JsonNode stages = shown.remove("VersionIdsToStages");
            if (stages != null) {
                shown.set("SecretVersionsToStages", stages);
            }
            list.add(shown);
        }
        return withToken(answer, page);
    }

    ObjectNode values(ObjectNode input, CallContext context) {
        boolean isByFilter = !input.path("Filters").isEmpty();
        if (isByFilter == !input.path("SecretIdList").isEmpty()) {
            throw Secrets.invalidParameter("Either 'SecretIdList' or 'Filters' must be provided, but not both.");
        }
        ObjectNode answer = Json.object();
        ArrayNode found = answer.putArray("SecretValues");
        ArrayNode errors = answer.putArray("Errors");
        if (isByFilter) {
            Page page = page(input, context, BATCH);
            page.secrets().forEach(secret -> found.add(values.current(secret)));
            return withToken(answer, page);
        }
        for (JsonNode id : input.path("SecretIdList")) {
            try {
                found.add(values.current(secrets.usable(context.region(), id.asText())));
            } catch (AwsException refused) {
                errors.addObject()
                        .put("SecretId", id.asText())
                        .put("ErrorCode", refused.code())
                        .put("Message", refused.text());
            }
        }
        return answer;
    }

    private static ObjectNode withToken(ObjectNode answer, Page page) {
        return page.next().isEmpty() ? answer : answer.put("NextToken", page.next());
    }

    private Page page(ObjectNode input, CallContext context, int usual) {
        boolean isAll = input.path("IncludePlannedDeletion").asBoolean(false);
        Predicate<ObjectNode> wanted = secret -> isAll || !Secrets.isDeleted(secret);
        for (JsonNode filter : input.path("Filters")) {
            wanted = wanted.and(matches(filter));
        }
        List<ObjectNode> all = new ArrayList<>(
                secrets.in(context.region()).stream().filter(wanted).toList());
        if (input.path("SortOrder").asText("asc").equals("desc")) {
            Collections.reverse(all);
        }
        String after = input.path("NextToken").asText();
        int start = after.isEmpty() ? 0 : position(all, after);
        int end = Math.min(all.size(), start + input.path("MaxResults").asInt(usual));
        String next = end < all.size() ? all.get(end - 1).path("Name").asText() : "";
        return new Page(all.subList(start, end), next);
    }

    private static int position(List<ObjectNode> all, String after) {
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).path("Name").asText().equals(after)) {
                return at + 1;
            }
        }
        throw new AwsException(400, "InvalidNextTokenException", "The NextToken value is invalid.");
    }

    /** One of the filter's values must begin what it looks at; with an exclamation mark, must not. */
    private static Predicate<ObjectNode> matches(JsonNode filter) {
        String key = filter.path("Key").asText();
        List<String> wanted = texts(filter.path("Values"), "");
        return secret -> wanted.stream().anyMatch(value -> {
            boolean isNot = value.startsWith("!");
            String start = isNot ? value.substring(1) : value;
            return isNot != looked(secret, key).anyMatch(text -> begins(key, text, start));
        });
    }

    /** Names and tags are compared letter by letter; descriptions without case. */
    private static boolean begins(String key, String text, String start) {
        boolean isLoose = key.equals("description") || key.equals("all");
        return isLoose
                ? text.toLowerCase(Locale.ROOT).contains(start.toLowerCase(Locale.ROOT))
                : text.startsWith(start);
    }

    private static Stream<String> looked(ObjectNode secret, String key) {
        return switch (key) {
            case "name" -> Stream.of(secret.path("Name").asText());
            case "description" -> Stream.of(secret.path("Description").asText());
            case "tag-key" -> texts(secret.path("Tags"), "Key").stream();
            case "tag-value" -> texts(secret.path("Tags"), "Value").stream();
            case "all" ->
                Stream.of("name", "description", "tag-key", "tag-value").flatMap(each -> looked(secret, each));
            default -> throw Refusals.notImplemented("secretsmanager filters by '" + key + "'");
        };
    }

    private static List<String> texts(JsonNode array, String member) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add((member.isEmpty() ? item : item.path(member)).asText()));
        return texts;
    }
}
