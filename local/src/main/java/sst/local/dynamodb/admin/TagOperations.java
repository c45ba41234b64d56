package sst.local.dynamodb.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import sst.local.dynamodb.request.Constraints;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.Tables;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** {@code TagResource}, {@code UntagResource}, {@code ListTagsOfResource}. */
public final class TagOperations {
    private static final int MAX_TAGS = 50;

    private final Tables tables;
    private final TableOperations admin;

    /** The operations on these tables. */
    public TagOperations(Tables tables, TableOperations admin) {
        this.tables = tables;
        this.admin = admin;
    }

    /** By AWS's operation name. */
    public Map<String, Operation> operations() {
        return Map.of("TagResource", this::tag, "UntagResource", this::untag, "ListTagsOfResource", this::list);
    }

    private JsonNode tag(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        TableArn.require(input, "TagResource");
        new Constraints().required(input, "Tags").check();
        TableArn.requireTable(input);
        Map<String, String> added = Settings.tags(input.list("Tags"));
        if (added.isEmpty()) {
            throw Rejection.validation("Atleast one Tag needs to be provided as Input.");
        }
        return change(input, context, tags -> tags.putAll(added));
    }

    private JsonNode untag(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        TableArn.require(input, "UntagResource");
        new Constraints().required(input, "TagKeys").check();
        TableArn.requireTable(input);
        if (input.texts("TagKeys").isEmpty()) {
            throw Rejection.validation("Atleast one Tag Key needs to be provided as Input.");
        }
        return change(input, context, tags -> input.texts("TagKeys").forEach(tags::remove));
    }

    private JsonNode list(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        TableArn.require(input, "ListTagsOfResource");
        TableArn.requireTable(input);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("Tags");
        new TreeMap<>(table(input, context).definition().settings().tags())
                .forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        return answer;
    }

    private JsonNode change(Input input, CallContext context, Consumer<Map<String, String>> change) {
        admin.redefine(table(input, context), definition -> {
            Map<String, String> tags = new TreeMap<>(definition.settings().tags());
            change.accept(tags);
            if (tags.size() > MAX_TAGS) {
                throw Rejection.invalid("Too many tags: a table has at most " + MAX_TAGS);
            }
            return definition.with(definition.settings().withTags(tags));
        });
        return Json.object();
    }

    private Table table(Input input, CallContext context) {
        String arn = input.text("ResourceArn", "");
        return tables.find(context.region(), arn)
                .orElseThrow(() -> Tables.notFound("Requested resource not found: ResourcArn: " + arn + " not found"));
    }
}
