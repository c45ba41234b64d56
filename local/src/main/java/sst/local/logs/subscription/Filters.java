package sst.local.logs.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NavigableMap;
import sst.local.store.Store;
import sst.local.wire.AwsException;

/** The subscription filters of all groups, by region, group and name; their records are as they are shown. */
public final class Filters {
    private static final int MOST_OF_GROUP = 2;

    private final NavigableMap<String, JsonNode> filters;

    /** The filters that the store holds. */
    public Filters(Store store) {
        this.filters = store.json("logs.subscriptions");
    }

    /** A group's filters by name. */
    List<JsonNode> of(Group group) {
        return List.copyOf(map(group).values());
    }

    synchronized void put(Group group, ObjectNode filter) {
        String key = group.key() + filter.path("filterName").asText();
        if (!filters.containsKey(key) && map(group).size() >= MOST_OF_GROUP) {
            throw new AwsException(400, "LimitExceededException", "Resource limit exceeded.");
        }
        filters.put(key, filter);
    }

    boolean remove(Group group, String name) {
        return filters.remove(group.key() + name) != null;
    }

    /** Forgets a group's filters. */
    public void removeAll(String region, String group) {
        map(new Group(region, group)).clear();
    }

    /** Whether no group has any, so that events need not be looked at. */
    boolean isEmpty() {
        return filters.isEmpty();
    }

    private NavigableMap<String, JsonNode> map(Group group) {
        String key = group.region() + "/" + group.name();
        return filters.subMap(key + "\0", true, key + "\1", false);
    }

    /** A log group of a region. */
    public record Group(String region, String name) {
        private String key() {
            return region + "/" + name + "\0";
        }
    }
}
