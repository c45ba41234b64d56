package sst.local.lambda.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import sst.local.lambda.control.record.Faults;
import sst.local.lambda.control.record.FunctionRecords;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;

/** Provisioned concurrency of versions and aliases: recorded, nothing is started for it. */
public final class ProvisionedOperations {
    private static final String MEMBER = "Provisioned";
    private static final String ASKED = "RequestedProvisionedConcurrentExecutions";
    private static final String WANTED = "ProvisionedConcurrentExecutions";
    private static final Members.Range RANGE = new Members.Range(WANTED, 0, 1, 1000);

    private final FunctionRecords records;
    private final Clock clock;

    ProvisionedOperations(FunctionRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    List<RestRoute> routes() {
        String path = FunctionOperations.FUNCTION.replace("2015-03-31", "2019-09-30") + "/provisioned-concurrency";
        return List.of(
                new RestRoute("PUT", path, "PutProvisionedConcurrencyConfig", 202, this::put),
                new RestRoute("GET", path, "GetProvisionedConcurrencyConfig", 200, this::get),
                new RestRoute("DELETE", path, "DeleteProvisionedConcurrencyConfig", 204, this::delete));
    }

    /** Records how many workers a version or alias shall have. */
    public ObjectNode put(ObjectNode input, CallContext context) {
        FunctionRef ref = qualified(input, context);
        int wanted = Members.number(input, RANGE);
        ObjectNode config = Members.object()
                .put(ASKED, wanted)
                .put("AvailableProvisionedConcurrentExecutions", wanted)
                .put("AllocatedProvisionedConcurrentExecutions", wanted)
                .put("Status", "READY")
                .put("LastModified", clock.instant().toString());
        records.changeSettings(
                ref, settings -> settings.withObjectProperty(MEMBER).set(ref.qualifier(), config));
        return config;
    }

    /** The configuration of a function's version or alias, or of all with {@code List=ALL}. */
    private JsonNode get(ObjectNode input, CallContext context) {
        if (input.hasNonNull("List")) {
            FunctionRef ref = FunctionOperations.ref(input, context);
            records.get(ref);
            ArrayNode list = Members.array();
            records.settings(ref).path(MEMBER).properties().forEach(each -> {
                ObjectNode shown = each.getValue().deepCopy();
                list.add(shown.put("FunctionArn", ref.at(each.getKey()).arn()));
            });
            return Members.object().set("ProvisionedConcurrencyConfigs", list);
        }
        FunctionRef ref = qualified(input, context);
        JsonNode config = records.settings(ref).path(MEMBER).path(ref.qualifier());
        if (!config.isObject()) {
            throw new sst.local.wire.AwsException(
                    404,
                    "ProvisionedConcurrencyConfigNotFoundException",
                    "No Provisioned Concurrency Config found for this function");
        }
        return config;
    }

    /** Forgets the configuration. */
    public JsonNode delete(ObjectNode input, CallContext context) {
        FunctionRef ref = FunctionOperations.ref(input, context);
        if (records.settings(ref).path(MEMBER).has(ref.qualifier())) {
            records.changeSettings(
                    ref, settings -> settings.withObjectProperty(MEMBER).remove(ref.qualifier()));
        }
        return Members.object();
    }

    private FunctionRef qualified(ObjectNode input, CallContext context) {
        FunctionRef ref = FunctionOperations.ref(input, context);
        if (Set.of("", FunctionRef.LATEST).contains(ref.qualifier())) {
            throw Faults.invalid("Provisioned Concurrency Configs cannot be applied to unpublished function versions.");
        }
        records.get(ref);
        return ref;
    }
}
