package sst.local.dynamodb.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.condition.Condition;
import sst.local.dynamodb.document.Projection;
import sst.local.dynamodb.item.ConsumedCapacity;
import sst.local.dynamodb.row.KeyRange;
import sst.local.dynamodb.value.Item;

/** Reads the pages of a select statement: the ranges that its condition names, one after the other, or everything. */
public final class SelectPages {
    private final Source source;
    private final @Nullable Condition where;
    private final Optional<Projection> shown;
    private final boolean forward;
    private final List<KeyRange> ranges;

    /**
     * The pages of a source.
     *
     * @param where null for all items
     * @param shown empty for whole items
     * @param forward whether each partition is read in key order
     * @throws sst.local.wire.AwsException when the source cannot show that
     */
    public SelectPages(Source source, @Nullable Condition where, Optional<Projection> shown, boolean forward) {
        this.source = source;
        this.where = where;
        this.shown = shown;
        this.forward = forward;
        this.ranges = (where == null ? Optional.<List<KeyRange>>empty() : new KeyPlan(source).ranges(where))
                .orElse(List.of(KeyRange.all()));
        new Selection("", shown).require(source);
    }

    /** Whether the condition names partitions, so that their order means something. */
    public boolean isKeyed() {
        return !ranges.get(0).equals(KeyRange.all());
    }

    /**
     * Reads on from a place, at most the limit of rows and about a megabyte.
     *
     * @param shape what is made of each item
     */
    public Read read(Place from, int limit, UnaryOperator<Item> shape) {
        List<JsonNode> items = new ArrayList<>();
        PageRequest.Output output =
                new PageRequest.Output(where, shape, new Selection("", shown).needsFetch(source), false);
        Totals totals = new Totals();
        int left = limit;
        for (int i = from.range(); i < ranges.size(); i++) {
            KeyRange range = i == from.range() && from.after() != null
                    ? ranges.get(i).resumedAt(source.rowKey(from.after()), forward)
                    : ranges.get(i);
            Page page = new PageReader(new PageRequest(source, range, forward, left, output)).read();
            items.addAll(page.items());
            totals.add(page);
            left -= page.scanned();
            boolean isLast = i == ranges.size() - 1;
            if (page.last() != null) {
                return new Read(items, Optional.of(new Place(i, page.last())), totals);
            }
            if (left == 0 && !isLast) {
                return new Read(items, Optional.of(new Place(i + 1, null)), totals);
            }
        }
        return new Read(items, Optional.empty(), totals);
    }

    /** What a read used. */
    public ConsumedCapacity capacity(Read read, boolean consistent) {
        ConsumedCapacity capacity = new ConsumedCapacity(source.definition());
        if (source.index() == null) {
            return capacity.read(read.totals.bytes, consistent);
        }
        capacity.read(source.index(), read.totals.bytes, consistent);
        return read.totals.fetched == 0 ? capacity : capacity.read(read.totals.fetched, consistent);
    }

    /**
     * Where a page starts.
     *
     * @param range in which of the ranges
     * @param after behind which item's keys; null for the range's start
     */
    public record Place(int range, @Nullable Item after) {
        /** The start of everything. */
        public static final Place START = new Place(0, null);
    }

    /**
     * What was read.
     *
     * @param items in wire form
     * @param next empty at the end
     */
    public record Read(List<JsonNode> items, Optional<Place> next, Totals totals) {}

    /** The sizes of what was read. */
    public static final class Totals {
        private long bytes;
        private long fetched;

        private void add(Page page) {
            bytes += page.bytes();
            fetched += page.fetchedBytes();
        }
    }
}
