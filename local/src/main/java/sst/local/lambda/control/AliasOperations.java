package sst.local.lambda.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import sst.local.lambda.control.record.Faults;
import sst.local.lambda.control.record.FunctionRecords;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;

/** Names for versions. */
public final class AliasOperations {
    private final FunctionRecords records;

    AliasOperations(FunctionRecords records) {
        this.records = records;
    }

    List<RestRoute> routes() {
        String path = FunctionOperations.FUNCTION + "/aliases";
        return List.of(
                new RestRoute("POST", path, "CreateAlias", 201, this::create),
                new RestRoute("GET", path, "ListAliases", 200, this::list),
                new RestRoute("GET", path + "/{Name}", "GetAlias", 200, this::get),
                new RestRoute("PUT", path + "/{Name}", "UpdateAlias", 200, this::update),
                new RestRoute("DELETE", path + "/{Name}", "DeleteAlias", 204, this::delete));
    }

    /** Creates an alias. */
    public ObjectNode create(ObjectNode input, CallContext context) {
        FunctionRef ref = ref(input, context);
        if (records.alias(ref).isPresent()) {
            throw Faults.conflict("Alias already exists: " + ref.arn());
        }
        ObjectNode alias = Members.object();
        alias.put("AliasArn", ref.arn()).put("Name", ref.qualifier()).put("Description", "");
        Members.required(input, "FunctionVersion");
        return change(ref, alias, input);
    }

    /** Changes an alias. */
    public ObjectNode update(ObjectNode input, CallContext context) {
        FunctionRef ref = ref(input, context);
        return change(ref, existing(ref), input);
    }

    /** Deletes an alias; one that is not there is no failure. */
    public JsonNode delete(ObjectNode input, CallContext context) {
        records.deleteAlias(ref(input, context));
        return Members.object();
    }

    private ObjectNode get(ObjectNode input, CallContext context) {
        return existing(ref(input, context));
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        ArrayNode list = Members.array();
        list.addAll(records.aliases(FunctionOperations.ref(input, context)));
        return Members.object().set("Aliases", list);
    }

    private ObjectNode change(FunctionRef ref, ObjectNode alias, ObjectNode input) {
        if (!input.path("RoutingConfig").path("AdditionalVersionWeights").isEmpty()) {
            throw Faults.unsupported("RoutingConfig.AdditionalVersionWeights");
        }
        for (String name : List.of("FunctionVersion", "Description")) {
            if (input.hasNonNull(name)) {
                alias.put(name, input.get(name).asText());
            }
        }
        records.get(ref.at(Members.text(alias, "FunctionVersion")));
        alias.put("RevisionId", UUID.randomUUID().toString());
        records.putAlias(ref, alias);
        return alias;
    }

    private ObjectNode existing(FunctionRef ref) {
        return records.alias(ref).orElseThrow(() -> Faults.notFound("Cannot find alias arn: " + ref.arn()));
    }

    private FunctionRef ref(ObjectNode input, CallContext context) {
        FunctionRef ref = FunctionOperations.ref(input, context);
        records.get(ref.at(""));
        return ref.at(Members.required(input, "Name"));
    }
}
