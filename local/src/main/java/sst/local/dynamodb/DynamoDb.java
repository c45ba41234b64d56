package sst.local.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.dynamodb.admin.FeatureOperations;
import sst.local.dynamodb.admin.TableOperations;
import sst.local.dynamodb.admin.TagOperations;
import sst.local.dynamodb.operation.BatchGet;
import sst.local.dynamodb.operation.BatchWrite;
import sst.local.dynamodb.operation.GetOperations;
import sst.local.dynamodb.operation.RequestTokens;
import sst.local.dynamodb.operation.TransactWrite;
import sst.local.dynamodb.operation.WriteOperations;
import sst.local.dynamodb.query.PageOperations;
import sst.local.dynamodb.table.Tables;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.wire.Endpoint;
import sst.local.wire.Operation;
import sst.local.wire.Protocol;

/** Amazon DynamoDB of the local cloud; expiry by time to live, streams, backups and PartiQL are not carried out. */
public final class DynamoDb implements LocalService {
    private final Map<String, Operation> operations = new HashMap<>();
    private final ResourceProvider provider;

    /** The service over the tables that the host's store holds. */
    public DynamoDb(Host host) {
        Tables tables = new Tables(host.store());
        TableOperations admin = new TableOperations(tables, host.clock());
        TransactWrite transactWrite = new TransactWrite(tables, new RequestTokens(host.store(), host.clock()));
        operations.putAll(admin.operations());
        operations.putAll(new TagOperations(tables, admin).operations());
        operations.putAll(new FeatureOperations(tables, admin, host.clock()).operations());
        operations.putAll(new WriteOperations(tables).operations());
        operations.putAll(new GetOperations(tables).operations());
        operations.putAll(new PageOperations(tables).operations());
        operations.put("BatchGetItem", new BatchGet(tables)::invoke);
        operations.put("BatchWriteItem", new BatchWrite(tables)::invoke);
        operations.put("TransactWriteItems", transactWrite::invoke);
        provider = new TableResource(tables, admin);
    }

    @Override
    public String name() {
        return "dynamodb";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint.Named("dynamodb", Protocol.JSON_1_0, "DynamoDB_20120810", operations));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(provider);
    }
}
