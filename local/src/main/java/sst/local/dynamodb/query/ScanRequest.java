package sst.local.dynamodb.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.document.Projection;
import sst.local.dynamodb.expression.ConditionParser;
import sst.local.dynamodb.expression.Placeholders;
import sst.local.dynamodb.legacy.LegacyConditions;
import sst.local.dynamodb.legacy.MixedParameters;
import sst.local.dynamodb.operation.ItemSelection;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.row.KeyRange;
import sst.local.dynamodb.value.Item;

/**
 * A scan as far as it can be checked without its table.
 *
 * @param range all rows, or the segment's
 * @param segment the segment as AWS's text names it; null without
 */
record ScanRequest(PageOptions options, KeyRange range, @Nullable String segment) {
    static ScanRequest read(Input input) {
        MixedParameters.refuse(
                input,
                List.of("ProjectionExpression", "FilterExpression"),
                List.of("AttributesToGet", "ScanFilter", "ConditionalOperator"));
        ItemSelection.names(input);
        Optional<Condition> legacyFilter = LegacyConditions.filter(input, "ScanFilter");
        StartKey.read(input);
        KeyRange range = segment(input);
        Placeholders placeholders = Placeholders.of(input.json());
        Optional<Condition> filter = input.text("FilterExpression")
                .map(text -> ConditionParser.parse("FilterExpression", text, placeholders));
        Optional<Projection> projection = ItemSelection.projection(input, placeholders);
        placeholders.requireAllUsed();
        Selection selection = Selection.of(input, projection);
        String segment = input.number("Segment")
                .map(number -> "TotalSegments: " + input.number("TotalSegments").orElse(0L) + " Segment: " + number)
                .orElse(null);
        return new ScanRequest(PageOptions.of(input, selection, filter.or(() -> legacyFilter)), range, segment);
    }

    PageRequest page(Source source) {
        Item startKey = options.startKey();
        if (startKey != null) {
            StartKey.requireWhole(source, startKey);
            if (source.index() != null) {
                source.keys().names().forEach(name -> StartKey.requirePart(source, name, startKey));
            }
        }
        options.selection().requireAll(source);
        if (startKey != null) {
            StartKey.require(source, startKey);
            requireInside(source, startKey);
        }
        return options.page(source, range, true);
    }

    private void requireInside(Source source, Item startKey) {
        if (segment != null && !range.contains(source.rowKey(startKey))) {
            throw Rejection.validation("The provided starting key is invalid: Invalid ExclusiveStartKey. Please use"
                    + " ExclusiveStartKey with correct Segment. " + segment);
        }
    }

    private static KeyRange segment(Input input) {
        Optional<Long> segment = input.number("Segment");
        Optional<Long> total = input.number("TotalSegments");
        if (segment.isPresent() && total.isEmpty()) {
            throw Rejection.validation("The TotalSegments parameter is required but was not present in the request when"
                    + " Segment parameter is present");
        }
        if (segment.isEmpty() && total.isPresent()) {
            throw Rejection.validation("The Segment parameter is required but was not present in the request when"
                    + " parameter TotalSegments is present");
        }
        if (segment.isEmpty() || total.isEmpty()) {
            return KeyRange.all();
        }
        if (segment.get() >= total.get()) {
            throw Rejection.validation("The Segment parameter is zero-based and must be less than parameter"
                    + " TotalSegments: Segment: " + segment.get() + " is not less than TotalSegments: "
                    + total.get());
        }
        return KeyRange.segment(segment.get(), total.get());
    }
}
