package notes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import sst.client.Resource;

/** The table. */
final class Notes {
    private final DynamoDbClient db = DynamoDbClient.create();
    private final String table = Resource.table("Notes").tableName();

    void put(Note note) {
        db.putItem(put -> put.tableName(table).item(note.item()));
    }

    Optional<Note> get(String id) {
        return note(db.getItem(get -> get.tableName(table).key(key(id))).item());
    }

    Optional<Note> remove(String id) {
        return note(db.deleteItem(
                        remove -> remove.tableName(table).key(key(id)).returnValues(ReturnValue.ALL_OLD))
                .attributes());
    }

    /** All notes, the newest first. */
    List<Note> newestFirst() {
        return db
                .queryPaginator(query -> query.tableName(table)
                        .indexName("byTime")
                        .keyConditionExpression("kind = :kind")
                        .expressionAttributeValues(Map.of(":kind", AttributeValue.fromS(Note.KIND)))
                        .scanIndexForward(false))
                .items()
                .stream()
                .map(Note::of)
                .toList();
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    private static Optional<Note> note(Map<String, AttributeValue> item) {
        return item.isEmpty() ? Optional.empty() : Optional.of(Note.of(item));
    }
}
