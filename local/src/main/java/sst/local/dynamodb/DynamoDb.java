package sst.local.dynamodb;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sst.local.background.Repeated;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.dynamodb.admin.FeatureOperations;
import sst.local.dynamodb.admin.TableOperations;
import sst.local.dynamodb.admin.TagOperations;
import sst.local.dynamodb.feed.ChangeLog;
import sst.local.dynamodb.feed.StreamOperations;
import sst.local.dynamodb.feed.TableStreams;
import sst.local.dynamodb.item.Expiry;
import sst.local.dynamodb.operation.BatchGet;
import sst.local.dynamodb.operation.BatchWrite;
import sst.local.dynamodb.operation.GetOperations;
import sst.local.dynamodb.operation.RequestTokens;
import sst.local.dynamodb.operation.TransactWrite;
import sst.local.dynamodb.operation.WriteOperations;
import sst.local.dynamodb.partiql.StatementOperations;
import sst.local.dynamodb.query.PageOperations;
import sst.local.dynamodb.shape.RequestShapes;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.Tables;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.StreamAccess;
import sst.local.store.Store;
import sst.local.wire.Endpoint;
import sst.local.wire.Operation;
import sst.local.wire.Protocol;

/** Amazon DynamoDB of the local cloud, with streams, expiry and PartiQL; backups are not carried out. */
public final class DynamoDb implements LocalService {
    private static final long SWEEP_MILLIS = 2_000;
    private static final long SWEEP_EVERY = 30_000;

    private final Map<String, Operation> operations = new HashMap<>();
    private final Map<String, Operation> streamOperations = new HashMap<>();
    private final Clock clock;
    private final Store store;
    private final Tables tables;
    private final ChangeLog changes;
    private final TableStreams streams;
    private final Repeated sweeper;
    private long swept;
    private final ResourceProvider provider;

    /** The service over the tables that the host's store holds. */
    public DynamoDb(Host host) {
        this.clock = host.clock();
        this.store = host.store();
        this.changes = new ChangeLog(store, clock);
        this.tables = new Tables(store, changes);
        this.streams = new TableStreams(tables, changes);
        streamOperations.putAll(new StreamOperations(streams, clock).operations());
        TableOperations admin = new TableOperations(tables, host.clock());
        RequestTokens tokens = new RequestTokens(host.store(), host.clock());
        TransactWrite transactWrite = new TransactWrite(tables, tokens);
        operations.putAll(admin.operations());
        operations.putAll(new TagOperations(tables, admin).operations());
        operations.putAll(new FeatureOperations(tables, admin, host.clock()).operations());
        operations.putAll(new WriteOperations(tables).operations());
        operations.putAll(new GetOperations(tables).operations());
        operations.putAll(new PageOperations(tables).operations());
        operations.putAll(new StatementOperations(tables, tokens).operations());
        operations.put("BatchGetItem", new BatchGet(tables)::invoke);
        operations.put("BatchWriteItem", new BatchWrite(tables)::invoke);
        operations.put("TransactWriteItems", transactWrite::invoke);
        operations.putAll(RequestShapes.read().checking(operations));
        provider = new TableResource(tables, admin);
        this.swept = clock.millis();
        this.sweeper = new Repeated("dynamodb-sweep", SWEEP_MILLIS, this::sweep);
    }

    /** Expiry and old records, twice a minute by the cloud's clock. */
    private void sweep() {
        long now = clock.millis();
        if (now < swept + SWEEP_EVERY) {
            return;
        }
        swept = now;
        Expiry expiry = new Expiry(clock);
        boolean isChanged = false;
        for (Table table : tables.all()) {
            isChanged |= !table.isDropped() && expiry.sweep(table) > 0;
            isChanged |= changes.trim(table.definition());
        }
        if (isChanged) {
            store.commit();
        }
    }

    /** The tables' change streams. */
    public StreamAccess streams() {
        return streams;
    }

    @Override
    public void close() {
        changes.close();
        sweeper.close();
    }

    @Override
    public String name() {
        return "dynamodb";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint.Named("dynamodb", Protocol.JSON_1_0, "DynamoDB_20120810", operations),
                new Endpoint.Named("dynamodb", Protocol.JSON_1_0, "DynamoDBStreams_20120810", streamOperations));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(provider);
    }
}
