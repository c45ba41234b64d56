package sst.local.lambda.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sst.local.lambda.control.record.FunctionRecords;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;

/** Tags, reserved concurrency and code signing of functions, and the limits of the account. */
public final class SettingOperations {
    private static final String TAGS = "/2017-03-31/tags/{Resource}";
    private static final int ACCOUNT_CONCURRENCY = 1000;
    private static final long CODE_BYTES = 80_530_636_800L;

    private final FunctionRecords records;

    SettingOperations(FunctionRecords records) {
        this.records = records;
    }

    List<RestRoute> routes() {
        String own = FunctionOperations.FUNCTION.replace("2015-03-31", "2017-10-31") + "/concurrency";
        String read = FunctionOperations.FUNCTION.replace("2015-03-31", "2019-09-30") + "/concurrency";
        String signing = FunctionOperations.FUNCTION.replace("2015-03-31", "2020-06-30") + "/code-signing-config";
        return List.of(
                new RestRoute("GET", TAGS, "ListTags", 200, this::listTags),
                new RestRoute("POST", TAGS, "TagResource", 204, this::tag),
                new RestRoute("DELETE", TAGS, "UntagResource", 204, this::untag),
                new RestRoute("PUT", own, "PutFunctionConcurrency", 200, this::putConcurrency),
                new RestRoute("DELETE", own, "DeleteFunctionConcurrency", 204, this::deleteConcurrency),
                new RestRoute("GET", read, "GetFunctionConcurrency", 200, this::getConcurrency),
                new RestRoute("GET", signing, "GetFunctionCodeSigningConfig", 200, this::codeSigning),
                new RestRoute("GET", "/2016-08-19/account-settings", "GetAccountSettings", 200, this::account),
                new RestRoute("GET", "/2016-08-19/account-settings/", "GetAccountSettings", 200, this::account));
    }

    /** Replaces all tags of a function. */
    public void putTags(FunctionRef ref, ObjectNode tags) {
        records.changeSettings(ref, settings -> settings.set("Tags", tags));
    }

    /** Limits how many invocations of a function run at one time; empty removes the limit. */
    public void putConcurrency(FunctionRef ref, JsonNode reserved) {
        records.changeSettings(ref, settings -> {
            if (reserved.isMissingNode() || reserved.isNull()) {
                settings.remove("Reserved");
            } else {
                settings.put("Reserved", reserved.asInt());
            }
        });
    }

    private ObjectNode listTags(ObjectNode input, CallContext context) {
        JsonNode tags = records.settings(tagged(input, context)).path("Tags");
        return Members.object().set("Tags", tags.isObject() ? tags : Members.object());
    }

    private JsonNode tag(ObjectNode input, CallContext context) {
        FunctionRef ref = tagged(input, context);
        records.changeSettings(
                ref, settings -> settings.withObjectProperty("Tags").setAll(input.withObjectProperty("Tags")));
        return Members.object();
    }

    private JsonNode untag(ObjectNode input, CallContext context) {
        FunctionRef ref = tagged(input, context);
        JsonNode keys = input.path("tagKeys");
        records.changeSettings(ref, settings -> {
            ObjectNode tags = settings.withObjectProperty("Tags");
            if (keys.isArray()) {
                keys.forEach(key -> tags.remove(key.asText()));
            } else {
                tags.remove(keys.asText());
            }
        });
        return Members.object();
    }

    private FunctionRef tagged(ObjectNode input, CallContext context) {
        FunctionRef ref = FunctionRef.parse(Members.required(input, "Resource"), context.region());
        records.get(ref);
        return ref;
    }

    private ObjectNode putConcurrency(ObjectNode input, CallContext context) {
        FunctionRef ref = existing(input, context);
        Members.Range range = new Members.Range("ReservedConcurrentExecutions", 0, 0, ACCOUNT_CONCURRENCY - 100);
        Members.required(input, range.name());
        int reserved = Members.number(input, range);
        putConcurrency(ref, Members.object().put(range.name(), reserved).get(range.name()));
        return Members.object().put(range.name(), reserved);
    }

    private ObjectNode getConcurrency(ObjectNode input, CallContext context) {
        JsonNode reserved = records.settings(existing(input, context)).path("Reserved");
        ObjectNode answer = Members.object();
        return reserved.isNumber() ? answer.set("ReservedConcurrentExecutions", reserved) : answer;
    }

    private JsonNode deleteConcurrency(ObjectNode input, CallContext context) {
        putConcurrency(existing(input, context), Members.object().path("none"));
        return Members.object();
    }

    private ObjectNode codeSigning(ObjectNode input, CallContext context) {
        return Members.object().put("FunctionName", existing(input, context).name());
    }

    private ObjectNode account(ObjectNode input, CallContext context) {
        int reserved = records.allSettings().stream()
                .mapToInt(settings -> settings.path("Reserved").asInt(0))
                .sum();
        ObjectNode answer = Members.object();
        answer.putObject("AccountLimit")
                .put("TotalCodeSize", CODE_BYTES)
                .put("CodeSizeUnzipped", 262_144_000)
                .put("CodeSizeZipped", 52_428_800)
                .put("ConcurrentExecutions", ACCOUNT_CONCURRENCY)
                .put("UnreservedConcurrentExecutions", ACCOUNT_CONCURRENCY - reserved);
        List<ObjectNode> functions = records.functions(context.region());
        answer.putObject("AccountUsage")
                .put("FunctionCount", functions.size())
                .put(
                        "TotalCodeSize",
                        functions.stream()
                                .mapToLong(config -> config.path("CodeSize").asLong())
                                .sum());
        return answer;
    }

    private FunctionRef existing(ObjectNode input, CallContext context) {
        FunctionRef ref = FunctionOperations.ref(input, context).at("");
        records.get(ref);
        return ref;
    }
}
