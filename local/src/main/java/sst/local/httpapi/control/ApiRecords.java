package sst.local.httpapi.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import sst.local.store.Store;

/** The records of HTTP APIs, in AWS's wire form; keys are {@code region/api} and {@code region/api/kind/id}. */
public final class ApiRecords {
    private static final char AFTER = '/' + 1;

    private final NavigableMap<String, JsonNode> apis;
    private final NavigableMap<String, JsonNode> parts;
    private final Map<String, String> regions = new ConcurrentHashMap<>();
    private final Consumer<String> changed;

    /**
     * Records in a store.
     *
     * @param changed hears the id of each API of which anything changed
     */
    public ApiRecords(Store store, Consumer<String> changed) {
        this.apis = store.json("httpapi.apis");
        this.parts = store.json("httpapi.parts");
        this.changed = changed;
    }

    /** One API; requests to deployed APIs know no region, ids are unique. */
    public record ApiKey(String region, String id) {
        String text() {
            return region + "/" + id;
        }

        String below(Kind kind) {
            return text() + "/" + kind.path() + "/";
        }
    }

    /** The key of an API anywhere. */
    public Optional<ApiKey> locate(String id) {
        String region = regions.get(id);
        if (region == null) {
            region = apis.keySet().stream()
                    .filter(key -> key.endsWith("/" + id))
                    .map(key -> key.substring(0, key.indexOf('/')))
                    .findFirst()
                    .orElse("");
            if (region.isEmpty()) {
                return Optional.empty();
            }
            regions.put(id, region);
        }
        return Optional.of(new ApiKey(region, id));
    }

    /** An API, or AWS's fault. */
    public ObjectNode api(ApiKey key) {
        return find(key).orElseThrow(() -> ApiFaults.notFound("API", key.id()));
    }

    Optional<ObjectNode> find(ApiKey key) {
        return Optional.ofNullable((ObjectNode) apis.get(key.text()));
    }

    List<ObjectNode> apis(String region) {
        return below(apis, region + "/");
    }

    void putApi(ApiKey key, ObjectNode api) {
        apis.put(key.text(), api);
        regions.put(key.id(), key.region());
        changed.accept(key.id());
    }

    void deleteApi(ApiKey key) {
        api(key);
        String own = key.text();
        List.copyOf(parts.subMap(own + "/", true, own + AFTER, false).keySet()).forEach(parts::remove);
        apis.remove(own);
        regions.remove(key.id());
        changed.accept(key.id());
    }

    /** Whether there is an API of that protocol in any region. */
    public boolean hasProtocol(String protocol) {
        return apis.values().stream()
                .anyMatch(api -> api.path("protocolType").asText().equals(protocol));
    }

    boolean isSocket(ApiKey key) {
        return api(key).path("protocolType").asText().equals("WEBSOCKET");
    }

    /** All parts of one kind. */
    public List<ObjectNode> parts(ApiKey key, Kind kind) {
        return below(parts, key.below(kind));
    }

    /** A part, or AWS's fault. */
    public ObjectNode part(ApiKey key, Kind kind, String id) {
        return findPart(key, kind, id).orElseThrow(() -> ApiFaults.notFound(kind.title(), id));
    }

    /** A part, if it is there. */
    public Optional<ObjectNode> findPart(ApiKey key, Kind kind, String id) {
        return Optional.ofNullable((ObjectNode) parts.get(key.below(kind) + id));
    }

    void putPart(ApiKey key, Kind kind, ObjectNode part) {
        parts.put(key.below(kind) + part.path(kind.idMember()).asText(), part);
        changed.accept(key.id());
    }

    void deletePart(ApiKey key, Kind kind, String id) {
        parts.remove(key.below(kind) + id);
        changed.accept(key.id());
    }

    private static List<ObjectNode> below(NavigableMap<String, JsonNode> map, String prefix) {
        String end = prefix.substring(0, prefix.length() - 1) + AFTER;
        return map.subMap(prefix, true, end, false).values().stream()
                .map(ObjectNode.class::cast)
                .toList();
    }
}
