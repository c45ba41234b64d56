package sst.local.dynamodb.feed;

import java.time.Clock;
import java.util.Objects;
import sst.local.dynamodb.table.Change;
import sst.local.dynamodb.table.ChangeListener;
import sst.local.dynamodb.table.StreamSetting;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.store.Store;
import sst.local.stream.RecordLogs;

/** Keeps the changes of tables whose stream is on, for a day. */
public final class ChangeLog implements ChangeListener, AutoCloseable {
    private static final long KEPT_MILLIS = 86_400_000;

    private final RecordLogs logs;
    private final Clock clock;

    /** The changes that the store holds. */
    public ChangeLog(Store store, Clock clock) {
        this.logs = new RecordLogs("dynamodb/streams", store, clock);
        this.clock = clock;
    }

    RecordLogs logs() {
        return logs;
    }

    @Override
    public void changed(TableDefinition table, Change change) {
        StreamSetting stream = table.settings().stream();
        if (stream != null && !Objects.equals(change.before(), change.after())) {
            logs.append(stream.arn(table), StreamRecord.of(table.region(), stream, change));
        }
    }

    @Override
    public void redefined(TableDefinition before, TableDefinition after) {
        StreamSetting old = before.settings().stream();
        if (old != null && !old.equals(after.settings().stream())) {
            logs.drop(old.arn(before));
        }
    }

    @Override
    public void dropped(TableDefinition table) {
        StreamSetting stream = table.settings().stream();
        if (stream != null) {
            logs.drop(stream.arn(table));
        }
    }

    /** Forgets what is too old; tells whether there was anything. */
    public boolean trim(TableDefinition table) {
        StreamSetting stream = table.settings().stream();
        return stream != null && logs.trim(stream.arn(table), clock.millis() - KEPT_MILLIS);
    }

    @Override
    public void close() {
        logs.close();
    }
}
