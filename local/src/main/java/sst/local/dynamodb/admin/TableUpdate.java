package sst.local.dynamodb.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.request.Constraints;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.table.Capacity;
import sst.local.dynamodb.table.IndexDefinition;
import sst.local.dynamodb.table.StreamSetting;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.table.TableSettings;
import sst.local.dynamodb.table.Tables;
import sst.local.dynamodb.value.ValueType;
import sst.local.wire.AwsException;
import sst.local.wire.Refusals;

/** Works out what {@code UpdateTable} makes of a table. */
final class TableUpdate {
    private static final List<String> CHANGES = List.of(
            "ProvisionedThroughput",
            "BillingMode",
            "StreamSpecification",
            "GlobalSecondaryIndexUpdates",
            "SSESpecification",
            "DeletionProtectionEnabled",
            "TableClass",
            "OnDemandThroughput",
            "WarmThroughput");

    private static final String ONCE =
            "Only one global secondary index update per index is allowed simultaneously. Index: ";

    private final Input input;
    private final long now;

    TableUpdate(Input input, long now) {
        this.input = input;
        this.now = now;
    }

    void check() {
        new Constraints()
                .required(input, "TableName")
                .oneOf(input, "BillingMode", List.of("PROVISIONED", "PAY_PER_REQUEST"))
                .oneOf(input, "TableClass", List.of("STANDARD", "STANDARD_INFREQUENT_ACCESS"))
                .check();
        if (input.has("ReplicaUpdates")) {
            throw Refusals.notImplemented("dynamodb:UpdateTable with ReplicaUpdates");
        }
        if (CHANGES.stream().noneMatch(this::hasContent)) {
            throw Rejection.validation("At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
                    + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
        }
        checkValues();
    }

    private boolean hasContent(String member) {
        return input.node(member)
                .filter(node -> !node.isArray() || !node.isEmpty())
                .isPresent();
    }

    /** What can be said of the change without the table. */
    void checkValues() {
        if (input.text("BillingMode", "").equals("PROVISIONED") && !input.has("ProvisionedThroughput")) {
            throw Rejection.invalid("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
        }
        input.object("ProvisionedThroughput").ifPresent(units -> IndexReader.requireBounds(new Input(units)));
        Set<String> names = new HashSet<>();
        for (JsonNode element : input.list("GlobalSecondaryIndexUpdates")) {
            Input update = Input.of(element);
            String kind = Stream.of("Update", "Create", "Delete")
                    .filter(update::has)
                    .findFirst()
                    .orElseThrow(TableUpdate::nothing);
            String name = update.json().path(kind).path("IndexName").asText();
            if (!names.add(name)) {
                throw Rejection.invalid(ONCE + name);
            }
        }
    }

    private static AwsException nothing() {
        return Rejection.invalid("One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
                + " GlobalSecondaryIndexUpdate.Delete must not be null");
    }

    TableDefinition apply(TableDefinition table) {
        TableSettings settings = Settings.recorded(input, billing(stream(table, table.settings())));
        if (input.has("DeletionProtectionEnabled")) {
            settings = settings.withDeletionProtected(input.flag("DeletionProtectionEnabled"));
        }
        TableDefinition changed = table.with(settings);
        return input.has("GlobalSecondaryIndexUpdates") ? indexes(changed) : changed;
    }

    private TableSettings billing(TableSettings settings) {
        boolean onDemand = input.text("BillingMode", settings.onDemand() ? "PAY_PER_REQUEST" : "PROVISIONED")
                .equals("PAY_PER_REQUEST");
        if (onDemand && input.has("ProvisionedThroughput")) {
            throw Rejection.invalid("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode"
                    + " is PAY_PER_REQUEST");
        }
        if (!onDemand && settings.onDemand() && !input.has("ProvisionedThroughput")) {
            throw Rejection.invalid("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
        }
        if (onDemand) {
            return settings.with(true, Capacity.ON_DEMAND);
        }
        if (!input.has("ProvisionedThroughput")) {
            return settings;
        }
        Capacity wanted = IndexReader.capacity(input);
        requireChange(settings, wanted);
        return settings.with(false, wanted);
    }

    /** Units that are asked for alone, and are those that the table has, are refused. */
    private void requireChange(TableSettings settings, Capacity wanted) {
        boolean isAlone = CHANGES.stream()
                .filter(this::hasContent)
                .allMatch(Set.of("ProvisionedThroughput", "BillingMode")::contains);
        if (isAlone && !settings.onDemand() && wanted.equals(settings.capacity())) {
            throw Rejection.validation("The provisioned throughput for the table will not change. The requested value"
                    + " equals the current value. Current ReadCapacityUnits provisioned for the table: "
                    + wanted.readUnits() + ". Requested ReadCapacityUnits: " + wanted.readUnits()
                    + ". Current WriteCapacityUnits provisioned for the table: " + wanted.writeUnits()
                    + ". Requested WriteCapacityUnits: " + wanted.writeUnits()
                    + ". Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher"
                    + " limits.");
        }
    }

    private TableSettings stream(TableDefinition table, TableSettings settings) {
        if (!input.has("StreamSpecification")) {
            return settings;
        }
        @Nullable StreamSetting stream = Settings.stream(input, now);
        if (stream != null && settings.stream() != null) {
            throw Rejection.validation("Table already has an enabled stream: TableName: " + table.name());
        }
        if (stream == null && settings.stream() == null) {
            throw Rejection.validation("Table does not have a stream to disable: TableName: " + table.name());
        }
        return settings.withStream(stream);
    }

    private TableDefinition indexes(TableDefinition table) {
        Map<String, ValueType> types = new LinkedHashMap<>(table.types());
        types.putAll(TableReader.types(input));
        List<IndexDefinition> indexes = new ArrayList<>(table.indexes());
        Set<String> touched = new HashSet<>();
        int builds = 0;
        for (JsonNode element : input.list("GlobalSecondaryIndexUpdates")) {
            Input update = Input.of(element);
            if (update.has("Create") || update.has("Delete")) {
                builds++;
            }
            String name = one(update, indexes, types);
            if (!touched.add(name)) {
                throw Rejection.invalid(ONCE + name);
            }
        }
        if (builds > 1) {
            throw new AwsException(
                    400,
                    "LimitExceededException",
                    "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");
        }
        return table.with(indexes, used(table, indexes, types));
    }

    private static String one(Input update, List<IndexDefinition> indexes, Map<String, ValueType> types) {
        if (update.has("Create")) {
            IndexDefinition index = IndexReader.read(Input.of(update.json().path("Create")), true, types);
            if (indexes.stream().anyMatch(each -> each.name().equals(index.name()))) {
                throw Rejection.validation("Attempting to create an index which already exists");
            }
            indexes.add(index);
            return index.name();
        }
        boolean delete = update.has("Delete");
        if (!delete && !update.has("Update")) {
            throw nothing();
        }
        Input target = Input.of(update.json().path(delete ? "Delete" : "Update"));
        String name = target.text("IndexName", "");
        IndexDefinition index = indexes.stream()
                .filter(each -> each.global() && each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Tables.notFound("Requested resource not found"));
        if (delete) {
            indexes.remove(index);
        } else {
            indexes.replaceAll(each -> each.equals(index) ? index.with(IndexReader.capacity(target)) : each);
        }
        return name;
    }

    private static Map<String, ValueType> used(
            TableDefinition table, List<IndexDefinition> indexes, Map<String, ValueType> types) {
        Set<String> names = new LinkedHashSet<>(table.keys().names());
        indexes.forEach(index -> names.addAll(index.keys().names()));
        Map<String, ValueType> kept = new LinkedHashMap<>(types);
        kept.keySet().retainAll(names);
        return kept;
    }
}
