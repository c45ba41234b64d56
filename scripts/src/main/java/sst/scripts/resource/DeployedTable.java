package sst.scripts.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import sst.scripts.call.Clients;
import sst.scripts.call.Items;
import sst.scripts.stage.StageValues;

/** A table; items are plain maps. */
public final class DeployedTable extends Deployed {
    private final Clients clients;

    DeployedTable(StageValues values, String id, Clients clients) {
        super(values, "Table", id, "tableName");
        this.clients = clients;
    }

    public String tableName() {
        return name();
    }

    /** Writes an item over whatever has its key. */
    public void put(Map<?, ?> item) {
        dynamo().putItem(request -> request.tableName(name()).item(Items.item(item)));
    }

    /** The item with that whole key. */
    public Optional<Map<String, Object>> find(Map<?, ?> key) {
        var answer = dynamo().getItem(request -> request.tableName(name()).key(Items.item(key)));
        return answer.hasItem() ? Optional.of(Items.plain(answer.item())) : Optional.empty();
    }

    /** Removes the item with that whole key, if there is one. */
    public void delete(Map<?, ?> key) {
        dynamo().deleteItem(request -> request.tableName(name()).key(Items.item(key)));
    }

    /** All items, read page by page while they are looked at. */
    public Stream<Map<String, Object>> items() {
        ScanRequest scan = ScanRequest.builder().tableName(name()).build();
        var pages = dynamo().scanPaginator(scan).items();
        return StreamSupport.stream(pages.spliterator(), false).map(Items::plain);
    }

    /** All items at once. */
    public List<Map<String, Object>> all() {
        return items().toList();
    }

    private DynamoDbClient dynamo() {
        return clients.get(DynamoDbClient.class, DynamoDbClient::builder);
    }
}
