package sst.local.kinesis;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sst.local.background.Repeated;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.DataStreams;
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
    private final Host host;
    private final Repeated trimmer;

    /** Makes the service. */
    public Kinesis(Host host) {
        this.host = host;
        this.streams = new DataStreams(host);
        this.trimmer = new Repeated("kinesis-trim", TRIM_MILLIS, this::trim);
    }

    private void trim() {
        if (streams.trim()) {
            host.store().commit();
        }
    }

    @Override
    public String name() {
        return "kinesis";
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, Operation> operations = new HashMap<>();
        new StreamCalls(streams).addTo(operations);
        new RecordCalls(streams, host.clock()).addTo(operations);
        return List.of(new Endpoint.Named("kinesis", Protocol.JSON_1_1, "Kinesis_20131202", operations));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(new StreamProvider(streams));
    }

    @Override
    public void put(String streamArn, String partitionKey, byte[] data) {
        DataStream stream = streams.existing(StreamName.ofArn(streamArn));
        streams.put(stream, partitionKey, "", Base64.getEncoder().encodeToString(data));
    }

    /** The streams, for those who read them. */
    public StreamAccess streams() {
        return streams;
    }

    @Override
    public void close() {
        streams.close();
        trimmer.close();
    }
}
