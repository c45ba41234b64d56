package sst.runner.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the running local cloud says of itself.
 *
 * @param endpoint where it answers
 * @param pid its process
 * @param said everything: services by name, memory, resource types
 */
public record CloudStatus(String endpoint, long pid, ObjectNode said) {
    /** The services by name, as the cloud describes them. */
    public ObjectNode services() {
        return said.withObjectProperty("services");
    }

    /** The resource types that it has; empty when it does not tell. */
    public Set<String> types() {
        return new TreeSet<>(texts("types"));
    }

    /** The only values that a property of a type can have in it; empty when all are taken. */
    public Set<String> only(String type, String property) {
        Set<String> values = new TreeSet<>();
        said.path("only").path(type).path(property).forEach(value -> values.add(value.asText()));
        return values;
    }

    /** The resource types that are recorded and have no effect. */
    public List<String> recorded() {
        return texts("recorded");
    }

    /** Megabytes of the cloud and of all its processes together; 0 when it does not tell. */
    public long megabytes() {
        return said.path("megabytes").asLong();
    }

    private List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : said.path(member)) {
            texts.add(each.asText());
        }
        return texts;
    }
}
