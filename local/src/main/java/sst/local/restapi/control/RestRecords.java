package sst.local.restapi.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import sst.local.store.Store;
import sst.local.wire.CallContext;

/** The records of REST APIs, in AWS's wire form; keys are {@code region/api} and {@code region/api/kind/id}. */
public final class RestRecords {
    private static final char AFTER = '/' + 1;

    private final NavigableMap<String, JsonNode> apis;
    private final NavigableMap<String, JsonNode> parts;
    private final Consumer<String> changed;

    /**
     * Records in a store.
     *
     * @param changed hears the id of each API of which anything changed
     */
    public RestRecords(Store store, Consumer<String> changed) {
        this.apis = store.json("restapi.apis");
        this.parts = store.json("restapi.parts");
        this.changed = changed;
    }

    /** Which API. */
    public record RestKey(String region, String id) {
        static RestKey of(JsonNode input, CallContext context) {
            return new RestKey(context.region(), input.path("restApiId").asText());
        }

        String text() {
            return region + "/" + id;
        }
    }

    /** The key of an API anywhere: requests to deployed APIs know no region. */
    public Optional<RestKey> locate(String id) {
        return apis.keySet().stream()
                .filter(key -> key.endsWith("/" + id))
                .map(key -> new RestKey(key.substring(0, key.indexOf('/')), id))
                .findFirst();
    }

    /** An API, or AWS's fault. */
    public ObjectNode api(RestKey key) {
        return find(key).orElseThrow(() -> RestFaults.notFound("API"));
    }

    Optional<ObjectNode> find(RestKey key) {
        return Optional.ofNullable((ObjectNode) apis.get(key.text()));
    }

    List<ObjectNode> apis(String region) {
        return below(apis, region + "/");
    }

    void putApi(RestKey key, ObjectNode api) {
        apis.put(key.text(), api);
        changed.accept(key.id());
    }

    void deleteApi(RestKey key) {
        api(key);
        List.copyOf(parts.subMap(key.text() + "/", true, key.text() + AFTER, false)
                        .keySet())
                .forEach(parts::remove);
        apis.remove(key.text());
        changed.accept(key.id());
    }

    /** All parts of one kind. */
    public List<ObjectNode> parts(RestKey key, RestKind kind) {
        return below(parts, key.text() + "/" + kind.path() + "/");
    }

    /** A part, if it is there. */
    public Optional<ObjectNode> findPart(RestKey key, RestKind kind, String id) {
        return Optional.ofNullable((ObjectNode) parts.get(key.text() + "/" + kind.path() + "/" + id));
    }

    /** A part, or AWS's fault. */
    public ObjectNode part(RestKey key, RestKind kind, String id) {
        String name = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(java.util.Locale.ROOT);
        return findPart(key, kind, id).orElseThrow(() -> RestFaults.notFound(name.replace('_', ' ')));
    }

    void putPart(RestKey key, RestKind kind, ObjectNode part) {
        parts.put(
                key.text() + "/" + kind.path() + "/"
                        + part.path(kind.idMember()).asText(),
                part);
        changed.accept(key.id());
    }

    void deletePart(RestKey key, RestKind kind, String id) {
        parts.remove(key.text() + "/" + kind.path() + "/" + id);
        changed.accept(key.id());
    }

    private static List<ObjectNode> below(NavigableMap<String, JsonNode> map, String prefix) {
        String end = prefix.substring(0, prefix.length() - 1) + AFTER;
        return map.subMap(prefix, true, end, false).values().stream()
                .map(ObjectNode.class::cast)
                .toList();
    }
}
