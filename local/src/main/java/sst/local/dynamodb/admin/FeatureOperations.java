package sst.local.dynamodb.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import sst.local.dynamodb.request.Constraints;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.table.TableSettings;
import sst.local.dynamodb.table.Tables;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** Time to live, continuous backups, which are recorded but not carried out, and the account's limits and endpoint. */
public final class FeatureOperations {
    private final Tables tables;
    private final TableOperations admin;
    private final Clock clock;

    /** The operations on these tables. */
    public FeatureOperations(Tables tables, TableOperations admin, Clock clock) {
        this.tables = tables;
        this.admin = admin;
        this.clock = clock;
    }

    /** By AWS's operation name. */
    public Map<String, Operation> operations() {
        return Map.of(
                "DescribeTimeToLive", this::describeTimeToLive,
                "UpdateTimeToLive", this::updateTimeToLive,
                "DescribeContinuousBackups", this::describeBackups,
                "UpdateContinuousBackups", this::updateBackups,
                "DescribeLimits", (json, context) -> limits(),
                "DescribeEndpoints", (json, context) -> endpoints(context));
    }

    private JsonNode describeTimeToLive(ObjectNode json, CallContext context) {
        String attribute =
                table(new Input(json), context).definition().settings().timeToLive();
        ObjectNode answer = Json.object();
        ObjectNode description = answer.putObject("TimeToLiveDescription")
                .put("TimeToLiveStatus", attribute == null ? "DISABLED" : "ENABLED");
        if (attribute != null) {
            description.put("AttributeName", attribute);
        }
        return answer;
    }

    private JsonNode updateTimeToLive(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        new Constraints().required(input, "TimeToLiveSpecification").check();
        Input wanted = Input.of(json.path("TimeToLiveSpecification"));
        new Constraints()
                .required(wanted, "Enabled")
                .required(wanted, "AttributeName")
                .check();
        admin.redefine(table(input, context), definition -> timeToLive(definition, wanted));
        return Json.object().set("TimeToLiveSpecification", wanted.json());
    }

    private static TableDefinition timeToLive(TableDefinition definition, Input wanted) {
        boolean on = wanted.flag("Enabled");
        String attribute = wanted.text("AttributeName", "");
        TableSettings settings = definition.settings();
        String present = settings.timeToLive();
        if (on == (present != null)) {
            throw Rejection.validation("TimeToLive is already " + (on ? "enabled" : "disabled"));
        }
        if (present != null && !present.equals(attribute)) {
            throw Rejection.validation(
                    "TimeToLive is active on a different AttributeName: current AttributeName is " + present);
        }
        return definition.with(settings.withTimeToLive(on ? attribute : null));
    }

    private JsonNode describeBackups(ObjectNode json, CallContext context) {
        return backups(backedUp(new Input(json), context));
    }

    private JsonNode updateBackups(ObjectNode json, CallContext context) {
        Input input = new Input(json);
        new Constraints().required(input, "PointInTimeRecoverySpecification").check();
        Input wanted = Input.of(json.path("PointInTimeRecoverySpecification"));
        new Constraints().required(wanted, "PointInTimeRecoveryEnabled").check();
        Table table = backedUp(input, context);
        admin.redefine(
                table,
                definition -> definition.with(
                        definition.settings().withPointInTimeRecovery(wanted.flag("PointInTimeRecoveryEnabled"))));
        return backups(table);
    }

    private JsonNode backups(Table table) {
        boolean on = table.definition().settings().pointInTimeRecovery();
        ObjectNode answer = Json.object();
        ObjectNode description = answer.putObject("ContinuousBackupsDescription");
        ObjectNode recovery = description
                .put("ContinuousBackupsStatus", "ENABLED")
                .putObject("PointInTimeRecoveryDescription")
                .put("PointInTimeRecoveryStatus", on ? "ENABLED" : "DISABLED");
        if (on) {
            recovery.put("EarliestRestorableDateTime", table.definition().createdAt() / 1000.0)
                    .put("LatestRestorableDateTime", clock.millis() / 1000.0);
        }
        return answer;
    }

    private static JsonNode limits() {
        return Json.object()
                .put("AccountMaxReadCapacityUnits", 80_000)
                .put("AccountMaxWriteCapacityUnits", 80_000)
                .put("TableMaxReadCapacityUnits", 40_000)
                .put("TableMaxWriteCapacityUnits", 40_000);
    }

    private static JsonNode endpoints(CallContext context) {
        ObjectNode answer = Json.object();
        answer.putArray("Endpoints")
                .addObject()
                .put("Address", URI.create(context.endpoint()).getAuthority())
                .put("CachePeriodInMinutes", 1440);
        return answer;
    }

    private Table table(Input input, CallContext context) {
        new Constraints().required(input, "TableName").check();
        String name = input.text("TableName", "");
        return tables.find(context.region(), name)
                .orElseThrow(() -> Tables.notFound("Requested resource not found: Table: " + name + " not found"));
    }

    private Table backedUp(Input input, CallContext context) {
        new Constraints().required(input, "TableName").check();
        String name = input.text("TableName", "");
        return tables.find(context.region(), name)
                .orElseThrow(() -> new AwsException(400, "TableNotFoundException", "Table not found: " + name));
    }
}
