package sst.local.dynamodb.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.document.Projection;
import sst.local.dynamodb.expression.ConditionParser;
import sst.local.dynamodb.expression.Placeholders;
import sst.local.dynamodb.legacy.LegacyConditions;
import sst.local.dynamodb.legacy.LegacyOperator;
import sst.local.dynamodb.legacy.MixedParameters;
import sst.local.dynamodb.operation.ItemSelection;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.row.KeyRange;
import sst.local.dynamodb.value.Item;

/**
 * A query as far as it can be checked without its table.
 *
 * @param keys the condition for each key attribute
 * @param filtered the top-level attributes that the filter looks at, and the member that names them
 */
record QueryRequest(PageOptions options, Map<String, LegacyOperator> keys, FilterNames filtered, boolean forward) {
    private static final List<String> EXPRESSIONS =
            List.of("ProjectionExpression", "FilterExpression", "KeyConditionExpression");

    static QueryRequest read(Input input) {
        List<String> legacy = input.has("KeyConditions") && !input.has("KeyConditionExpression")
                ? List.of("AttributesToGet", "QueryFilter", "ConditionalOperator")
                : List.of("AttributesToGet", "QueryFilter", "ConditionalOperator", "KeyConditions");
        MixedParameters.refuse(input, EXPRESSIONS, legacy);
        Optional<Condition> legacyFilter = LegacyConditions.filter(input, "QueryFilter");
        ItemSelection.names(input);
        StartKey.read(input);
        if (!input.has("KeyConditions") && !input.has("KeyConditionExpression")) {
            throw Rejection.validation(
                    "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        }
        Placeholders placeholders = Placeholders.of(input.json());
        Optional<Condition> keyCondition = parse(input, "KeyConditionExpression", placeholders);
        Optional<Condition> filter = parse(input, "FilterExpression", placeholders);
        Optional<Projection> projection = ItemSelection.projection(input, placeholders);
        placeholders.requireAllUsed();
        Map<String, LegacyOperator> keys = keyCondition.map(KeyConditions::of).orElseGet(() -> legacyKeys(input));
        if (keys.isEmpty() || keys.size() > 2) {
            throw Rejection.validation("Conditions can be of length 1 or 2 only");
        }
        Selection selection = Selection.of(input, projection);
        return new QueryRequest(
                PageOptions.of(input, selection, filter.or(() -> legacyFilter)),
                keys,
                filterNames(input, filter),
                input.flag("ScanIndexForward", true));
    }

    PageRequest page(Source source) {
        Item startKey = options.startKey();
        if (startKey != null) {
            StartKey.requireCount(source, startKey);
            StartKey.requirePart(source, source.keys().hash(), startKey);
            String range = source.keys().range();
            if (range != null && keys.containsKey(source.keys().hash())) {
                StartKey.requirePart(source, range, startKey);
            }
        }
        KeyQuery query = KeyQuery.of(source, keys);
        if (startKey != null) {
            StartKey.require(source, startKey);
            StartKey.requireInside(source, query, startKey);
        }
        for (String key : source.keys().names()) {
            if (filtered.names().contains(key)) {
                throw Rejection.validation(filtered.member()
                        + " can only contain non-primary key attributes: Primary key attribute: " + key);
            }
        }
        KeyRange rows = query.rows();
        return options.page(source, rows, forward);
    }

    private static Optional<Condition> parse(Input input, String member, Placeholders placeholders) {
        return input.text(member).map(text -> ConditionParser.parse(member, text, placeholders));
    }

    private static FilterNames filterNames(Input input, Optional<Condition> filter) {
        return filter.map(condition -> new FilterNames("Filter Expression", condition.attributes()))
                .orElseGet(() -> new FilterNames(
                        "QueryFilter",
                        input.object("QueryFilter").map(QueryRequest::names).orElse(Set.of())));
    }

    private static Set<String> names(ObjectNode json) {
        return json.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static Map<String, LegacyOperator> legacyKeys(Input input) {
        Map<String, LegacyOperator> keys = new LinkedHashMap<>();
        input.object("KeyConditions").ifPresent(json -> json.properties()
                .forEach(entry -> keys.put(entry.getKey(), LegacyOperator.read(Input.of(entry.getValue())))));
        return keys;
    }

    /** The attributes of a filter, and how AWS's error text calls the filter. */
    record FilterNames(String member, Set<String> names) {}
}
