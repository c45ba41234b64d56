package sst.local.dynamodb.query;

import java.util.List;
import java.util.Optional;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.item.ItemRules;
import sst.local.dynamodb.legacy.LegacyOperator;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.KeySchema;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ValueReader;
import sst.local.wire.AwsException;

/** Reads and checks {@code ExclusiveStartKey}. */
final class StartKey {
    private static final String INVALID = "The provided starting key is invalid";

    /** These texts come without the beginning that the others have. */
    private static final List<String> BARE = List.of(
            "contains duplicates", "number set", "numeric value", "significant digits", "number with magnitude");

    private StartKey() {}

    static Optional<Item> read(Input request) {
        return request.object("ExclusiveStartKey").map(json -> {
            try {
                return ValueReader.item(json);
            } catch (AwsException e) {
                boolean isBare = BARE.stream().anyMatch(e.text()::contains);
                throw isBare ? e : Rejection.validation(INVALID + ": " + e.text());
            }
        });
    }

    /** Checks that a scan's key has as many attributes as a position. */
    static void requireWhole(Source source, Item key) {
        if (key.attributes().size() != source.positionNames().size()) {
            throw Rejection.validation(
                    source.index() == null
                            ? INVALID + ": The provided key element does not match the schema"
                            : INVALID);
        }
    }

    /** Checks that a query's key has as many attributes as a position. */
    static void requireCount(Source source, Item key) {
        if (key.attributes().size() != source.positionNames().size()) {
            throw Rejection.validation(INVALID);
        }
    }

    /** Checks one key attribute of the source. */
    static void requirePart(Source source, String name, Item key) {
        if (key.get(name) == null) {
            throw Rejection.validation(INVALID);
        }
        boolean isHash = name.equals(source.keys().hash());
        ItemRules.requireKey(
                source.definition(),
                isHash ? new KeySchema(name, null) : new KeySchema(source.keys().hash(), name),
                key);
    }

    /** Checks that it has the keys of the table. */
    static void require(Source source, Item key) {
        try {
            ItemRules.requireKey(source.definition(), source.definition().keys(), key);
        } catch (AwsException e) {
            throw Rejection.validation(INVALID + ": " + e.text());
        }
    }

    /** Checks that it lies where the query looks. */
    static void requireInside(Source source, KeyQuery query, Item key) {
        boolean samePartition = query.hash().equals(key.get(source.keys().hash()));
        LegacyOperator range = query.range();
        if (range == null) {
            if (!samePartition) {
                throw Rejection.validation(
                        "The provided starting key is outside query boundaries based on provided conditions");
            }
            return;
        }
        String rangeName = source.keys().range();
        Condition condition = range.condition(rangeName == null ? "" : rangeName);
        if (!condition.matches(key)) {
            throw Rejection.validation("The provided starting key does not match the range key predicate");
        }
        if (!samePartition) {
            throw Rejection.validation("The query can return at most one row and cannot be restarted");
        }
    }
}
