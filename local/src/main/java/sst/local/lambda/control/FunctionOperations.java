package sst.local.lambda.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import sst.local.lambda.code.Code;
import sst.local.lambda.control.record.Faults;
import sst.local.lambda.control.record.FunctionRecords;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.RestRoute;

/** Creates, reads, changes and deletes functions. */
public final class FunctionOperations {
    static final String FUNCTIONS = "/2015-03-31/functions";
    static final String FUNCTION = FUNCTIONS + "/{FunctionName}";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-_]{1,64}");

    private final FunctionRecords records;
    private final FunctionCode code;
    private final Configuration configuration;

    FunctionOperations(FunctionRecords records, FunctionCode code, Configuration configuration) {
        this.records = records;
        this.code = code;
        this.configuration = configuration;
    }

    List<RestRoute> routes() {
        return List.of(
                new RestRoute("POST", FUNCTIONS, "CreateFunction", 201, Operation.waiting(this::create)),
                new RestRoute("GET", FUNCTIONS, "ListFunctions", 200, this::list),
                new RestRoute("POST", FUNCTIONS + "/", "CreateFunction", 201, Operation.waiting(this::create)),
                new RestRoute("GET", FUNCTIONS + "/", "ListFunctions", 200, this::list),
                new RestRoute("GET", FUNCTION, "GetFunction", 200, this::get),
                new RestRoute("DELETE", FUNCTION, "DeleteFunction", 204, this::delete),
                new RestRoute(
                        "GET", FUNCTION + "/configuration", "GetFunctionConfiguration", 200, this::getConfiguration),
                new RestRoute(
                        "PUT", FUNCTION + "/code", "UpdateFunctionCode", 200, Operation.waiting(this::updateCode)),
                new RestRoute(
                        "PUT",
                        FUNCTION + "/configuration",
                        "UpdateFunctionConfiguration",
                        200,
                        this::updateConfiguration));
    }

    /** Creates a function. */
    public ObjectNode create(ObjectNode input, CallContext context) {
        FunctionRef ref = ref(input, context).at("");
        if (!NAME.matcher(ref.name()).matches()) {
            throw Faults.invalid("Value '" + ref.name() + "' at 'functionName' must match " + NAME);
        }
        if (records.find(ref).isPresent()) {
            throw Faults.conflict("Function already exist: " + ref.name());
        }
        ObjectNode config = configuration.create(ref, input);
        lay(config, code.take(input.path("Code")));
        return records.together(() -> {
            if (input.path("Tags").isObject() && !input.path("Tags").isEmpty()) {
                records.changeSettings(ref, settings -> settings.set("Tags", input.get("Tags")));
            }
            records.put(ref, config);
            return published(ref, config, input);
        });
    }

    private ObjectNode published(FunctionRef ref, ObjectNode config, JsonNode input) {
        return input.path("Publish").asBoolean()
                ? new VersionOperations(records, configuration).publish(ref, config)
                : config;
    }

    /** The function's configuration, code, tags and concurrency. */
    public ObjectNode get(ObjectNode input, CallContext context) {
        FunctionRef ref = ref(input, context);
        ObjectNode config = records.get(ref);
        ObjectNode answer = Members.object();
        answer.set("Configuration", config);
        String hex = new Code(Members.text(config, "CodeSha256"), 0).hex();
        answer.putObject("Code")
                .put("RepositoryType", "S3")
                .put("Location", context.endpoint() + "/_lambda/code/" + hex + ".zip");
        ObjectNode settings = records.settings(ref);
        if (settings.has("Tags")) {
            answer.set("Tags", settings.get("Tags"));
        }
        if (settings.has("Reserved")) {
            answer.putObject("Concurrency").set("ReservedConcurrentExecutions", settings.get("Reserved"));
        }
        return answer;
    }

    /** The configuration alone. */
    public ObjectNode getConfiguration(ObjectNode input, CallContext context) {
        return records.get(ref(input, context));
    }

    /** Gives a function other code; its warm workers end. */
    public ObjectNode updateCode(ObjectNode input, CallContext context) {
        FunctionRef ref = ref(input, context).at("");
        ObjectNode config = latest(ref, input);
        Code taken = code.take(input);
        if (input.path("DryRun").asBoolean()) {
            return config;
        }
        ObjectNode before = config.deepCopy();
        lay(config, taken);
        if (input.path("Architectures").isArray()) {
            config.set("Architectures", input.get("Architectures"));
        }
        configuration.touch(config);
        return records.together(() -> {
            records.put(ref, config);
            code.dropUnused(before, records);
            return published(ref, config, input);
        });
    }

    /** Changes a function's configuration; its warm workers end. */
    public ObjectNode updateConfiguration(ObjectNode input, CallContext context) {
        FunctionRef ref = ref(input, context).at("");
        ObjectNode config = latest(ref, input);
        configuration.change(config, input);
        records.put(ref, config);
        return config;
    }

    /** Deletes a function with all it has, or one version of it. */
    public JsonNode delete(ObjectNode input, CallContext context) {
        FunctionRef ref = ref(input, context);
        ObjectNode config = records.get(ref);
        if (ref.qualifier().isEmpty()) {
            List<ObjectNode> versions = records.versions(ref);
            records.delete(ref);
            versions.forEach(version -> code.dropUnused(version, records));
        } else if (ref.qualifier().equals(FunctionRef.LATEST)
                || records.alias(ref).isPresent()) {
            throw Faults.invalid("$LATEST version cannot be deleted without deleting the function.");
        } else {
            checkUnused(ref);
            records.deleteVersion(ref);
            code.dropUnused(config, records);
        }
        return Members.object();
    }

    private void checkUnused(FunctionRef version) {
        List<String> aliases = records.aliases(version).stream()
                .filter(alias -> Members.text(alias, "FunctionVersion").equals(version.qualifier()))
                .map(alias -> Members.text(alias, "Name"))
                .toList();
        if (!aliases.isEmpty()) {
            throw Faults.conflict("Unable to delete version because the following aliases reference it: " + aliases);
        }
    }

    /** The functions of the caller's region, all on one page. */
    public ObjectNode list(ObjectNode input, CallContext context) {
        ArrayNode list = Members.array();
        for (ObjectNode config : records.functions(context.region())) {
            FunctionRef ref = new FunctionRef(context.region(), Members.text(config, "FunctionName"), "");
            if (Members.text(input, "FunctionVersion").equals("ALL")) {
                list.addAll(records.versions(ref));
            } else {
                list.add(config);
            }
        }
        return Members.object().set("Functions", list);
    }

    private ObjectNode latest(FunctionRef ref, JsonNode input) {
        ObjectNode config = records.get(ref);
        String wanted = Members.text(input, "RevisionId");
        if (!wanted.isEmpty() && !wanted.equals(Members.text(config, "RevisionId"))) {
            throw Faults.revisionMismatch();
        }
        return config;
    }

    private static void lay(ObjectNode config, Code code) {
        config.put("CodeSha256", code.sha256()).put("CodeSize", code.size());
    }

    static FunctionRef ref(JsonNode input, CallContext context) {
        FunctionRef ref = FunctionRef.parse(Members.required(input, "FunctionName"), context.region());
        String qualifier = Members.text(input, "Qualifier");
        return qualifier.isEmpty() ? ref : ref.at(qualifier);
    }
}
