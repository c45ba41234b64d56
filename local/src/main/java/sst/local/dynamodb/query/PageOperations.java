package sst.local.dynamodb.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sst.local.dynamodb.item.ConsumedCapacity;
import sst.local.dynamodb.item.ItemWriter;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.table.IndexDefinition;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.Tables;
import sst.local.dynamodb.value.Item;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** {@code Query} and {@code Scan}: what both have in common, from the source to the answer. */
public final class PageOperations {
    private final Tables tables;

    /** The operations on these tables. */
    public PageOperations(Tables tables) {
        this.tables = tables;
    }

    /** By AWS's operation name. */
    public Map<String, Operation> operations() {
        return Map.of("Query", this::query, "Scan", this::scan);
    }

    private JsonNode query(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        QueryRequest query = QueryRequest.read(input);
        return answer(input, query.page(source(input, context)));
    }

    private JsonNode scan(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        ScanRequest scan = ScanRequest.read(input);
        return answer(input, scan.page(source(input, context)));
    }

    private Source source(Input input, CallContext context) {
        Table table = tables.require(context.region(), input.text("TableName", ""));
        if (!input.has("IndexName")) {
            return new Source(table, null);
        }
        String name = input.text("IndexName", "");
        IndexDefinition index = table.definition()
                .index(name)
                .orElseThrow(() -> Rejection.validation("The table does not have the specified index: " + name));
        if (index.global() && input.flag("ConsistentRead")) {
            throw Rejection.validation("Consistent reads are not supported on global secondary indexes");
        }
        return new Source(table, index);
    }

    private static JsonNode answer(Input input, PageRequest request) {
        Source source = request.source();
        Page page = ItemWriter.shared(List.of(source.table()), () -> new PageReader(request).read());
        ObjectNode answer = Json.object();
        if (!request.output().countOnly()) {
            answer.putArray("Items").addAll(page.items());
        }
        answer.put("Count", page.count()).put("ScannedCount", page.scanned());
        Item last = page.last();
        if (last != null) {
            answer.set("LastEvaluatedKey", Row.wire(last));
        }
        capacity(source, page, input.flag("ConsistentRead"))
                .json(input.text("ReturnConsumedCapacity", "NONE"))
                .ifPresent(capacity -> answer.set("ConsumedCapacity", capacity));
        return answer;
    }

    private static ConsumedCapacity capacity(Source source, Page page, boolean consistent) {
        ConsumedCapacity capacity = new ConsumedCapacity(source.definition());
        if (source.index() == null) {
            return capacity.read(page.bytes(), consistent);
        }
        capacity.read(source.index(), page.bytes(), consistent);
        return page.fetchedBytes() == 0 ? capacity : capacity.read(page.fetchedBytes(), consistent);
    }
}
