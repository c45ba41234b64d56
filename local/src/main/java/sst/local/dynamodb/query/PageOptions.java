package sst.local.dynamodb.query;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.row.KeyRange;
import sst.local.dynamodb.value.Item;

/**
 * What queries and scans share.
 *
 * @param selection what is shown of each item
 * @param filter which items are shown; null for all
 * @param startKey where the page starts; null for the beginning
 * @param limit how many rows are looked at at most
 */
record PageOptions(Selection selection, @Nullable Condition filter, @Nullable Item startKey, int limit) {
    static PageOptions of(Input request, Selection selection, Optional<Condition> filter) {
        int limit = request.number("Limit")
                .map(number -> (int) Math.min(number, Integer.MAX_VALUE))
                .orElse(Integer.MAX_VALUE);
        return new PageOptions(
                selection, filter.orElse(null), StartKey.read(request).orElse(null), limit);
    }

    PageRequest page(Source source, KeyRange range, boolean forward) {
        selection.require(source);
        KeyRange rest = startKey == null ? range : range.resumedAt(source.rowKey(startKey), forward);
        UnaryOperator<Item> shape = selection
                .projection()
                .<UnaryOperator<Item>>map(projection -> projection::of)
                .orElse(null);
        PageRequest.Output output =
                new PageRequest.Output(filter, shape, selection.needsFetch(source), selection.countOnly());
        return new PageRequest(source, rest, forward, limit, output);
    }
}
