package sst.repl.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.SourceRef;
import sst.model.ref.Ref;
import sst.model.schema.written.Size;
import sst.repl.view.ConstructView;
import sst.repl.view.MapView;
import sst.repl.view.PropsView;
import sst.repl.view.Records;
import sst.repl.view.StackView;

/** Values as JSON, for programs that read the prompt. */
final class ValueJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ValueJson() {}

    static JsonNode of(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof ConstructView construct) {
            return construct(construct);
        }
        if (value instanceof StackView stack) {
            ObjectNode json = JSON.objectNode().put("stack", stack.stack().name());
            stack.constructs().forEach(each -> json.withArray("/constructs").add(construct(each)));
            return json;
        }
        if (value instanceof PropsView props) {
            return map(props.values());
        }
        return value instanceof MapView map ? map(map.values()) : plain(value);
    }

    private static ObjectNode construct(ConstructView construct) {
        ObjectNode json = JSON.objectNode()
                .put("type", construct.type())
                .put("id", construct.handle().getId());
        json.set("props", map(construct.values()));
        return json;
    }

    private static JsonNode plain(Object value) {
        if (value instanceof Size || value instanceof Duration || value instanceof Ref || value instanceof Enum) {
            return JSON.textNode(value instanceof Duration ? PropText.of(value) : value.toString());
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Iterable<?> all) {
            ArrayNode json = JSON.arrayNode();
            all.forEach(each -> json.add(of(each)));
            return json;
        }
        if (value instanceof Record record) {
            return record(record);
        }
        boolean isSimple = value instanceof Number || value instanceof Boolean;
        return isSimple ? new JsonMapper().valueToTree(value) : JSON.textNode(value.toString());
    }

    private static ObjectNode map(Map<?, ?> map) {
        ObjectNode json = JSON.objectNode();
        map.forEach((key, value) -> json.set(String.valueOf(key), of(value)));
        return json;
    }

    /** What is not set is left out, and so are places in files. */
    private static ObjectNode record(Record record) {
        ObjectNode json = JSON.objectNode();
        Records.components(record).forEach((name, value) -> {
            boolean isSet = !(value instanceof SourceRef) && !Records.isNothing(value);
            if (isSet) {
                json.set(name, of(value));
            }
        });
        return json;
    }
}
