package sst.local.apigateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Members of events in payload format 1.0, which HTTP APIs and REST APIs share: null where there is nothing. */
public final class Members {
    private Members() {}

    /** Headers or parameters: the last value of each name by itself, and all of them. */
    public static void both(ObjectNode event, Map<String, List<String>> values, String single, String multi) {
        if (values.isEmpty()) {
            event.putNull(single).putNull(multi);
            return;
        }
        ObjectNode last = event.putObject(single);
        ObjectNode all = event.putObject(multi);
        values.forEach((name, list) -> {
            last.put(name, list.get(list.size() - 1));
            list.forEach(all.withArrayProperty(name)::add);
        });
    }

    /** Texts by name. */
    public static void texts(ObjectNode event, String name, Map<String, String> values) {
        if (values.isEmpty()) {
            event.putNull(name);
            return;
        }
        ObjectNode object = event.putObject(name);
        values.forEach(object::put);
    }
}
