package sst.local.dynamodb.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.item.StoredSize;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.value.Item;

/** Reads one page: at most the limit of rows, and no further than the row with which it reaches 1 MB. */
final class PageReader {
    private static final long MAX_BYTES = 1024 * 1024;

    private final PageRequest request;
    private final List<JsonNode> items = new ArrayList<>();
    private int count;
    private int scanned;
    private long bytes;
    private long storedBytes;
    private long fetchedBytes;

    PageReader(PageRequest request) {
        this.request = request;
    }

    Page read() {
        Iterator<Row> rows = request.source().rows().walk(request.range(), request.forward());
        Row last = null;
        while (rows.hasNext() && scanned < request.limit() && storedBytes < MAX_BYTES) {
            last = rows.next();
            scanned++;
            bytes += last.size();
            storedBytes += StoredSize.of(last.item(), request.source().definition());
            show(request.output().fetch() ? fetch(last) : last);
        }
        boolean stopped = last != null && (scanned == request.limit() || storedBytes >= MAX_BYTES);
        return new Page(items, count, scanned, bytes, fetchedBytes, stopped ? position(last) : null);
    }

    private void show(Row row) {
        PageRequest.Output output = request.output();
        Item item = output.needsItem() ? row.item() : Item.EMPTY;
        if (output.filter() != null && !output.filter().matches(item)) {
            return;
        }
        count++;
        if (!output.countOnly()) {
            items.add(
                    output.shape() == null
                            ? row.wire()
                            : Row.wire(output.shape().apply(item)));
        }
    }

    private Row fetch(Row entry) {
        Row whole = request.source()
                .table()
                .items()
                .find(request.source().table().rowKey(entry.item()))
                .orElse(entry);
        fetchedBytes += whole.size();
        return whole;
    }

    private @Nullable Item position(@Nullable Row row) {
        return row == null ? null : row.item().only(request.source().positionNames());
    }
}
