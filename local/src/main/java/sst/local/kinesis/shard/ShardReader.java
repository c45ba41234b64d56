package sst.local.kinesis.shard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import sst.local.port.StreamAccess;
import sst.local.stream.RecordLogs;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/**
 * The shards as event source mappings read them, which name a stream or one of its consumers.
 *
 * @param streams the streams
 */
public record ShardReader(DataStreams streams) implements StreamAccess {
    private RecordLogs logs() {
        return streams.logs();
    }

    private Optional<DataStream> find(String arn) {
        return streams.find(StreamName.ofArn(arn));
    }

    @Override
    public boolean hasStream(String streamArn) {
        return find(streamArn).isPresent();
    }

    @Override
    public List<String> shards(String streamArn) {
        return find(streamArn).stream()
                .flatMap(stream -> stream.shards().all().stream())
                .map(DataShard::id)
                .toList();
    }

    @Override
    public List<String> parents(Shard shard) {
        return find(shard.streamArn()).flatMap(stream -> stream.shards().find(shard.id())).stream()
                .flatMap(found -> found.parents().stream())
                .map(DataShard::id)
                .toList();
    }

    @Override
    public boolean isEnded(Shard shard, long after) {
        Optional<DataStream> stream = find(shard.streamArn());
        if (stream.isEmpty()) {
            return false;
        }
        return stream.get()
                .shards()
                .find(shard.id())
                .map(found ->
                        !found.isOpen() && after >= logs().newest(stream.get().log(found)))
                .orElse(true);
    }

    private String log(Shard shard) {
        DataStream stream = streams.existing(StreamName.ofArn(shard.streamArn()));
        return stream.log(stream.shard(shard.id()));
    }

    @Override
    public long oldest(Shard shard) {
        return logs().oldest(log(shard));
    }

    @Override
    public long newest(Shard shard) {
        return logs().newest(log(shard));
    }

    @Override
    public long at(Shard shard, long millis) {
        return logs().at(log(shard), millis);
    }

    @Override
    public List<Entry> read(Shard shard, long after, Wanted wanted) {
        DataStream stream = streams.existing(StreamName.ofArn(shard.streamArn()));
        DataShard read = stream.shard(shard.id());
        String log = stream.log(read);
        logs().await(log, after, wanted.waitMillis());
        return logs().read(log, after, wanted.most()).stream()
                .map(logged -> new Entry(logged.position(), logged.millis(), event(shard.streamArn(), read, logged)))
                .toList();
    }

    /** See https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
    private static ObjectNode event(String sourceArn, DataShard shard, RecordLogs.Logged logged) {
        String sequence = shard.sequence(logged.position(), logged.millis());
        ObjectNode event = Json.object();
        event.putObject("kinesis")
                .put("kinesisSchemaVersion", "1.0")
                .put("partitionKey", logged.record().path("key").asText())
                .put("sequenceNumber", sequence)
                .put("data", logged.record().path("data").asText())
                .put("approximateArrivalTimestamp", logged.millis() / 1000.0);
        return event.put("eventSource", "aws:kinesis")
                .put("eventVersion", "1.0")
                .put("eventID", shard.id() + ":" + sequence)
                .put("eventName", "aws:kinesis:record")
                .put("invokeIdentityArn", "arn:aws:iam::" + CallContext.ACCOUNT + ":role/lambda")
                .put("awsRegion", StreamName.ofArn(sourceArn).region())
                .put("eventSourceARN", sourceArn);
    }
}
