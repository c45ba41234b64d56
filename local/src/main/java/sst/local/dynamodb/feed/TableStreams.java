package sst.local.dynamodb.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sst.local.dynamodb.table.StreamSetting;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.table.Tables;
import sst.local.port.StreamAccess;
import sst.local.stream.RecordLogs;

/** The change streams of tables, one shard each, as consumers read them. */
public final class TableStreams implements StreamAccess {
    private final Tables tables;
    private final RecordLogs logs;

    /** The streams of these tables. */
    public TableStreams(Tables tables, ChangeLog changes) {
        this.tables = tables;
        this.logs = changes.logs();
    }

    RecordLogs logs() {
        return logs;
    }

    Tables tables() {
        return tables;
    }

    /** The table whose stream, as it is now, has this ARN. */
    Optional<TableDefinition> table(String streamArn) {
        String[] parts = streamArn.split(":", 6);
        if (parts.length != 6 || !streamArn.contains(":table/") || !streamArn.contains("/stream/")) {
            return Optional.empty();
        }
        String tableArn = streamArn.substring(0, streamArn.indexOf("/stream/"));
        return tables.find(parts[3], tableArn).map(Table::definition).filter(table -> {
            StreamSetting stream = table.settings().stream();
            return stream != null && stream.arn(table).equals(streamArn);
        });
    }

    /** The one shard of a table's stream. */
    static String shard(TableDefinition table) {
        return String.format(
                Locale.ROOT, "shardId-%020d-%s", table.createdAt(), table.id().substring(0, 8));
    }

    @Override
    public boolean hasStream(String streamArn) {
        return table(streamArn).isPresent();
    }

    @Override
    public List<String> shards(String streamArn) {
        return table(streamArn).map(TableStreams::shard).stream().toList();
    }

    @Override
    public long oldest(Shard shard) {
        return logs.oldest(shard.streamArn());
    }

    @Override
    public long newest(Shard shard) {
        return logs.newest(shard.streamArn());
    }

    @Override
    public long at(Shard shard, long millis) {
        return logs.at(shard.streamArn(), millis);
    }

    @Override
    public List<Entry> read(Shard shard, long after, Wanted wanted) {
        String arn = shard.streamArn();
        logs.await(arn, after, wanted.waitMillis());
        return logs.read(arn, after, wanted.most()).stream()
                .map(logged -> new Entry(logged.position(), logged.millis(), event(arn, logged)))
                .toList();
    }

    private static ObjectNode event(String arn, RecordLogs.Logged logged) {
        return StreamRecord.shown(logged.record(), logged.position(), logged.millis())
                .put("eventSourceARN", arn);
    }
}
