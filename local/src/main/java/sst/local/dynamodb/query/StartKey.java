package sst.local.dynamodb.query;

import java.util.Optional;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.item.ItemRules;
import sst.local.dynamodb.legacy.LegacyOperator;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.value.Item;
import sst.local.dynamodb.value.ValueReader;
import sst.local.wire.AwsException;

/** Reads and checks {@code ExclusiveStartKey}. */
final class StartKey {
    private static final String INVALID = "The provided starting key is invalid";

    private StartKey() {}

    static Optional<Item> read(Input request) {
        return request.object("ExclusiveStartKey").map(json -> {
            try {
                return ValueReader.item(json);
            } catch (AwsException e) {
                throw e.text().startsWith("Supplied") ? Rejection.validation(INVALID + ": " + e.text()) : e;
            }
        });
    }

    /** Checks that it is a position of the source. */
    static void require(Source source, Item key) {
        if (key.attributes().size() != source.positionNames().size()) {
            throw Rejection.validation(
                    source.index() == null
                            ? INVALID + ": The provided key element does not match the schema"
                            : INVALID);
        }
        try {
            ItemRules.requireKey(source.definition(), source.keys(), key);
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
