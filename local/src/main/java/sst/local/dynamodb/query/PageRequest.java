package sst.local.dynamodb.query;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.row.KeyRange;
import sst.local.dynamodb.value.Item;

/**
 * One page to be read.
 *
 * @param source from where
 * @param range which rows
 * @param forward in key order, or against it
 * @param limit how many rows are looked at at most
 * @param output what is made of each row
 */
record PageRequest(Source source, KeyRange range, boolean forward, int limit, Output output) {
    /**
     * What is made of each row.
     *
     * @param filter which items are shown; null for all
     * @param shape what is shown of them; null for whole items
     * @param fetch whether a local index lacks attributes, so that whole items come from the table
     * @param countOnly whether items are only counted
     */
    record Output(@Nullable Condition filter, @Nullable UnaryOperator<Item> shape, boolean fetch, boolean countOnly) {
        boolean needsItem() {
            return filter != null || (shape != null && !countOnly);
        }
    }
}
