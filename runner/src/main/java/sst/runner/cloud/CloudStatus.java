package sst.runner.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the running local cloud says of itself. Most commands want no more than its endpoint, so the rest is read when asked for. */
public final class CloudStatus {
    private final String endpoint;
    private final long pid;
    private final String text;
    private @Nullable ObjectNode said;

    /**
     * An answer of the cloud.
     *
     * @param endpoint where it answers
     * @param pid its process
     * @param text everything it said, a JSON object
     */
    public CloudStatus(String endpoint, long pid, String text) {
        this.endpoint = endpoint;
        this.pid = pid;
        this.text = text;
    }

    /** Where it answers. */
    public String endpoint() {
        return endpoint;
    }

    /** Its process. */
    public long pid() {
        return pid;
    }

    /** Everything: services by name, memory, resource types. */
    public synchronized ObjectNode said() {
        ObjectNode known = said;
        if (known == null) {
            known = read(text);
            said = known;
        }
        return known;
    }

    private static ObjectNode read(String text) {
        try {
            return (ObjectNode) new JsonMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The services by name, as the cloud describes them. */
    public ObjectNode services() {
        return said().withObjectProperty("services");
    }

    /** The resource types that it has; empty when it does not tell. */
    public Set<String> types() {
        return new TreeSet<>(texts("types"));
    }

    /** The only values that a property of a type can have in it; empty when all are taken. */
    public Set<String> only(String type, String property) {
        Set<String> values = new TreeSet<>();
        said().path("only").path(type).path(property).forEach(value -> values.add(value.asText()));
        return values;
    }

    /** The resource types that are recorded and have no effect. */
    public List<String> recorded() {
        return texts("recorded");
    }

    /** Megabytes of the cloud and of all its processes together; 0 when it does not tell. */
    public long megabytes() {
        return said().path("megabytes").asLong();
    }

    private List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : said().path(member)) {
            texts.add(each.asText());
        }
        return texts;
    }
}
