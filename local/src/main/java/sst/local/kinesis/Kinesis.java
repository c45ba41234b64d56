package sst.local.kinesis;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sst.local.background.Repeated;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.kinesis.consumer.ConsumerCalls;
import sst.local.kinesis.consumer.ConsumerProvider;
import sst.local.kinesis.consumer.Consumers;
import sst.local.kinesis.shape.RequestShapes;
import sst.local.kinesis.shard.DataStreams;
import sst.local.kinesis.shard.DataStreams.NewRecord;
import sst.local.kinesis.shard.ShardReader;
import sst.local.kinesis.shard.StreamName;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.StreamAccess;
import sst.local.port.StreamWriter;
import sst.local.wire.Endpoint;
import sst.local.wire.Operation;
import sst.local.wire.Protocol;

/**
 * Kinesis Data Streams of the local cloud.
 * See https://docs.aws.amazon.com/kinesis/latest/APIReference/
 */
public final class Kinesis implements LocalService, StreamWriter {
    private static final long TRIM_MILLIS = 60_000;

    private final DataStreams streams;
    private final Consumers consumers;
    private final Host host;
    private final Repeated trimmer;

    /** Makes the service. */
    public Kinesis(Host host) {
        this.host = host;
        this.streams = new DataStreams(host);
        this.consumers = new Consumers(host);
        this.trimmer = new Repeated("kinesis-trim", TRIM_MILLIS, this::trim);
    }

    private void trim() {
        if (streams.trim()) {
            host.store().commit();
        }
    }

    @Override
    public List<String> recorded() {
        return List.of("encryption");
    }

    @Override
    public String name() {
        return "kinesis";
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, Operation> operations = new HashMap<>();
        new StreamCalls(streams, consumers).addTo(operations);
        new ShardCalls(streams, host.clock()).addTo(operations);
        new SettingCalls(streams).addTo(operations);
        new TagCalls(streams).addTo(operations);
        new RecordCalls(streams).addTo(operations);
        new ReadCalls(streams, host.clock()).addTo(operations);
        new ConsumerCalls(streams, consumers).addTo(operations);
        Map<String, Operation> checked = RequestShapes.read().checking(operations);
        return List.of(new Endpoint.Named("kinesis", Protocol.JSON_1_1, "Kinesis_20131202", checked));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(
                new StreamProvider(streams, new ShardCalls(streams, host.clock()), consumers),
                new ConsumerProvider(streams, consumers));
    }

    @Override
    public void put(String streamArn, String partitionKey, byte[] data) {
        NewRecord record = new NewRecord(partitionKey, "", Base64.getEncoder().encodeToString(data));
        streams.put(StreamName.ofArn(streamArn), List.of(record));
    }

    /** The streams, for those who read them. */
    public StreamAccess streams() {
        return new ShardReader(streams);
    }

    @Override
    public void close() {
        streams.close();
        trimmer.close();
    }
}
