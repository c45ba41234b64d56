package sst.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.resource.ReadableProvider;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.dynamodb.admin.TableOperations;
import sst.local.dynamodb.table.IndexDefinition;
import sst.local.dynamodb.table.StreamSetting;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.table.TableSettings;
import sst.local.dynamodb.table.Tables;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** {@code AWS::DynamoDB::Table}: {@code Ref} is the name, attributes are {@code Arn} and {@code StreamArn}. */
final class TableResource implements ReadableProvider {
    private static final String MADE_BY = "CloudFormation";

    private final Tables tables;
    private final TableOperations admin;

    TableResource(Tables tables, TableOperations admin) {
        this.tables = tables;
        this.admin = admin;
    }

    @Override
    public String type() {
        return "AWS::DynamoDB::Table";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        return refusing(() -> {
            TableProperties properties = new TableProperties(request);
            String name = properties.tableName();
            Optional<Table> present = tables.find(request.context().region(), name);
            if (present.isPresent()) {
                return state(requireOwn(present.get(), request));
            }
            TableDefinition wanted = wanted(properties);
            return state(tables.create(wanted));
        });
    }

    @Override
    public Optional<ObjectNode> read(ResourceRequest request, ResourceState current) {
        return tables.find(request.context().region(), current.physicalId()).map(table -> {
            TableSettings settings = table.definition().settings();
            ObjectNode actual = Json.object()
                    .put("BillingMode", settings.onDemand() ? "PAY_PER_REQUEST" : "PROVISIONED")
                    .put("DeletionProtectionEnabled", settings.deletionProtected());
            actual.putObject("PointInTimeRecoverySpecification")
                    .put("PointInTimeRecoveryEnabled", settings.pointInTimeRecovery());
            ObjectNode expiry =
                    actual.putObject("TimeToLiveSpecification").put("Enabled", settings.timeToLive() != null);
            String attribute = settings.timeToLive() == null
                    ? request.properties()
                            .path("TimeToLiveSpecification")
                            .path("AttributeName")
                            .asText("")
                    : settings.timeToLive();
            if (!attribute.isEmpty()) {
                expiry.put("AttributeName", attribute);
            }
            StreamSetting stream = settings.stream();
            actual.set(
                    "StreamSpecification",
                    stream == null ? Json.object() : Json.object().put("StreamViewType", stream.view()));
            return actual;
        });
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return refusing(() -> {
            Table table = tables.require(request.context().region(), current.physicalId());
            TableProperties properties = new TableProperties(request);
            admin.redefine(table, present -> changed(present, properties));
            return state(table);
        });
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        refusing(() -> {
            tables.find(request.context().region(), current.physicalId()).ifPresent(admin::drop);
            return current;
        });
    }

    private TableDefinition wanted(TableProperties properties) {
        ResourceRequest request = properties.request();
        TableDefinition definition = admin.definition(properties.createTable(), request.context());
        TableSettings settings = definition
                .settings()
                .withTags(properties.tags())
                .withTimeToLive(properties.timeToLive())
                .withPointInTimeRecovery(properties.pointInTimeRecovery())
                .withRecorded(MADE_BY, Json.object().put("GeneratedName", request.generatedName()));
        return definition.with(settings);
    }

    private TableDefinition changed(TableDefinition present, TableProperties properties) {
        ObjectNode create = properties.createTable().put("TableName", present.name());
        TableDefinition read = admin.definition(create, properties.request().context());
        requireIndexChange(present.indexes(), read.indexes());
        TableSettings settings = read.settings()
                .withTags(properties.tags())
                .withTimeToLive(properties.timeToLive())
                .withPointInTimeRecovery(properties.pointInTimeRecovery())
                .withStream(stream(present.settings().stream(), read.settings().stream()));
        Optional<ObjectNode> madeBy = present.settings().recorded(MADE_BY);
        TableSettings kept =
                madeBy.map(node -> settings.withRecorded(MADE_BY, node)).orElse(settings);
        return present.with(read.indexes(), read.types()).with(kept);
    }

    /** A stream that only stays on keeps its label, and so its ARN. */
    private static @Nullable StreamSetting stream(@Nullable StreamSetting present, @Nullable StreamSetting wanted) {
        boolean same = present != null && wanted != null && present.view().equals(wanted.view());
        return same ? present : wanted;
    }

    private static void requireIndexChange(List<IndexDefinition> present, List<IndexDefinition> wanted) {
        int builds = 0;
        for (IndexDefinition index : present) {
            Optional<IndexDefinition> next = wanted.stream()
                    .filter(each -> each.name().equals(index.name()))
                    .findFirst();
            if (next.isEmpty()) {
                builds++;
            } else if (!next.get().with(index.capacity()).equals(index)) {
                throw new ResourceFailure("Cannot update GSI's properties other than Provisioned Throughput and"
                        + " Contributor Insights Specification. You can create a new GSI with a different name.");
            }
        }
        builds += (int) wanted.stream()
                .filter(index -> present.stream().noneMatch(each -> each.name().equals(index.name())))
                .count();
        if (builds > 1) {
            throw new ResourceFailure("Cannot perform more than one GSI creation or deletion in a single update");
        }
    }

    private static Table requireOwn(Table table, ResourceRequest request) {
        boolean own = table.definition()
                .settings()
                .recorded(MADE_BY)
                .filter(made -> made.path("GeneratedName").asText().equals(request.generatedName()))
                .isPresent();
        if (!own) {
            throw new ResourceFailure(table.definition().name() + " already exists");
        }
        return table;
    }

    private static ResourceState state(Table table) {
        TableDefinition definition = table.definition();
        Map<String, JsonNode> attributes = new HashMap<>();
        attributes.put("Arn", TextNode.valueOf(definition.arn()));
        StreamSetting stream = definition.settings().stream();
        if (stream != null) {
            attributes.put("StreamArn", TextNode.valueOf(stream.arn(definition)));
        }
        return ResourceState.of(definition.name(), attributes);
    }

    private static ResourceState refusing(Supplier<ResourceState> work) {
        try {
            return work.get();
        } catch (AwsException e) {
            throw new ResourceFailure(e.text());
        }
    }
}
