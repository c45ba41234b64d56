package sst.local.dynamodb.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a table is billed, streamed, expired, protected, tagged.
 *
 * @param onDemand whether billing is {@code PAY_PER_REQUEST}
 * @param capacity provisioned units
 * @param stream the change stream, if it is on
 * @param timeToLive the attribute that holds the expiry time, if expiry is on
 * @param deletionProtected whether {@code DeleteTable} is refused
 * @param pointInTimeRecovery whether continuous backups are on; recorded only
 * @param tags by key
 * @param recorded further members that are only given back, by AWS's names
 */
public record TableSettings(
        boolean onDemand,
        Capacity capacity,
        @Nullable StreamSetting stream,
        @Nullable String timeToLive,
        boolean deletionProtected,
        boolean pointInTimeRecovery,
        Map<String, String> tags,
        Map<String, JsonNode> recorded) {
    public TableSettings {
        tags = Map.copyOf(tags);
        recorded = Map.copyOf(recorded);
    }

    /** A member that is only given back. */
    public Optional<ObjectNode> recorded(String member) {
        return Optional.ofNullable(recorded.get(member)).map(node -> (ObjectNode) node);
    }

    /** With other billing. */
    public TableSettings with(boolean nowOnDemand, Capacity units) {
        return new TableSettings(
                nowOnDemand, units, stream, timeToLive, deletionProtected, pointInTimeRecovery, tags, recorded);
    }

    /** With the stream on or, for null, off. */
    public TableSettings withStream(@Nullable StreamSetting changed) {
        return new TableSettings(
                onDemand, capacity, changed, timeToLive, deletionProtected, pointInTimeRecovery, tags, recorded);
    }

    /** With expiry by that attribute or, for null, without. */
    public TableSettings withTimeToLive(@Nullable String attribute) {
        return new TableSettings(
                onDemand, capacity, stream, attribute, deletionProtected, pointInTimeRecovery, tags, recorded);
    }

    /** With deletion protection on or off. */
    public TableSettings withDeletionProtected(boolean on) {
        return new TableSettings(onDemand, capacity, stream, timeToLive, on, pointInTimeRecovery, tags, recorded);
    }

    /** With continuous backups on or off. */
    public TableSettings withPointInTimeRecovery(boolean on) {
        return new TableSettings(onDemand, capacity, stream, timeToLive, deletionProtected, on, tags, recorded);
    }

    /** With other tags. */
    public TableSettings withTags(Map<String, String> changed) {
        return new TableSettings(
                onDemand, capacity, stream, timeToLive, deletionProtected, pointInTimeRecovery, changed, recorded);
    }

    /** With another member that is only given back. */
    public TableSettings withRecorded(String member, JsonNode value) {
        Map<String, JsonNode> changed = new TreeMap<>(recorded);
        changed.put(member, value);
        return new TableSettings(
                onDemand, capacity, stream, timeToLive, deletionProtected, pointInTimeRecovery, tags, changed);
    }
}
