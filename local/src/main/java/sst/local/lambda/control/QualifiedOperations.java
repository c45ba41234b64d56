package sst.local.lambda.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import sst.local.lambda.control.record.Faults;
import sst.local.lambda.control.record.FunctionRecords;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.wire.CallContext;
import sst.local.wire.RestRoute;

/** What a function has once for each qualifier: settings of asynchronous calls, and a URL. */
public final class QualifiedOperations {
    private static final String RETRIES = "EventInvoke";
    private static final String URLS = "Urls";

    private final FunctionRecords records;
    private final Clock clock;

    QualifiedOperations(FunctionRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    List<RestRoute> routes() {
        String event = FunctionOperations.FUNCTION.replace("2015-03-31", "2019-09-25") + "/event-invoke-config";
        String url = FunctionOperations.FUNCTION.replace("2015-03-31", "2021-10-31") + "/url";
        return List.of(
                new RestRoute("PUT", event, "PutFunctionEventInvokeConfig", 200, this::putRetries),
                new RestRoute("POST", event, "UpdateFunctionEventInvokeConfig", 200, this::changeRetries),
                new RestRoute("GET", event, "GetFunctionEventInvokeConfig", 200, (in, at) -> get(RETRIES, in, at)),
                new RestRoute("DELETE", event, "DeleteFunctionEventInvokeConfig", 204, this::deleteRetries),
                new RestRoute("GET", event + "/list", "ListFunctionEventInvokeConfigs", 200, this::listRetries),
                new RestRoute("POST", url, "CreateFunctionUrlConfig", 201, this::createUrl),
                new RestRoute("PUT", url, "UpdateFunctionUrlConfig", 200, this::updateUrl),
                new RestRoute("GET", url, "GetFunctionUrlConfig", 200, this::getUrl),
                new RestRoute("GET", url + "s", "ListFunctionUrlConfigs", 200, this::listUrls),
                new RestRoute("DELETE", url, "DeleteFunctionUrlConfig", 204, this::deleteUrl));
    }

    /** Sets how often and how long asynchronous calls are retried. */
    public ObjectNode putRetries(ObjectNode input, CallContext context) {
        FunctionRef ref = existing(input, context);
        return putRetries(ref, input, Members.object());
    }

    private ObjectNode changeRetries(ObjectNode input, CallContext context) {
        return putRetries(existing(input, context), input, get(RETRIES, input, context));
    }

    private ObjectNode putRetries(FunctionRef ref, ObjectNode input, ObjectNode config) {
        config.put(
                "FunctionArn",
                ref.qualifier().isEmpty() ? ref.at(FunctionRef.LATEST).arn() : ref.arn());
        config.put("LastModified", clock.millis() / 1000.0);
        for (String name : List.of("MaximumRetryAttempts", "MaximumEventAgeInSeconds")) {
            if (input.hasNonNull(name)) {
                config.put(name, input.get(name).asInt());
            }
        }
        if (input.path("DestinationConfig").isObject()) {
            Destination.check(input.get("DestinationConfig"));
            config.set("DestinationConfig", input.get("DestinationConfig"));
        } else if (!config.has("DestinationConfig")) {
            config.putObject("DestinationConfig").putObject("OnSuccess");
            config.withObjectProperty("DestinationConfig").putObject("OnFailure");
        }
        return save(RETRIES, ref, config);
    }

    private ObjectNode listRetries(ObjectNode input, CallContext context) {
        ArrayNode all = Members.array();
        records.settings(existing(input, context)).path(RETRIES).forEach(all::add);
        return Members.object().set("FunctionEventInvokeConfigs", all);
    }

    /** Forgets the settings of asynchronous calls. */
    public JsonNode deleteRetries(ObjectNode input, CallContext context) {
        return remove(RETRIES, FunctionOperations.ref(input, context));
    }

    /** Gives a function a URL below the gateway. */
    public ObjectNode createUrl(ObjectNode input, CallContext context) {
        FunctionRef ref = existing(input, context);
        if (records.settings(ref).path(URLS).has(ref.qualifier())) {
            throw Faults.conflict("Failed to create function url config for [functionArn = " + ref.arn()
                    + "]. Error message:  FunctionUrlConfig exists for this Lambda function");
        }
        ObjectNode config = Members.object()
                .put("FunctionUrl", "")
                .put("FunctionArn", ref.arn())
                .put("InvokeMode", "BUFFERED")
                .put("CreationTime", clock.instant().toString());
        return shown(ref, changeUrl(ref, config, input), context);
    }

    /** The function behind the id in a URL's path. */
    public Optional<FunctionRef> urlTarget(String id) {
        return records.allSettings().stream()
                .flatMap(settings -> settings.path(URLS).properties().stream())
                .map(url -> FunctionRef.parse(Members.text(url.getValue(), "FunctionArn"), ""))
                .filter(ref -> urlId(ref).equals(id))
                .findFirst();
    }

    /** The CORS settings of a function's URL, by the names that HTTP APIs have for them; none is an empty object. */
    public ObjectNode cors(FunctionRef ref) {
        ObjectNode settings = Members.object();
        records.settings(ref)
                .path(URLS)
                .path(ref.qualifier())
                .path("Cors")
                .properties()
                .forEach(each -> {
                    String name = each.getKey();
                    settings.set(Character.toLowerCase(name.charAt(0)) + name.substring(1), each.getValue());
                });
        return settings;
    }

    /** Changes a function's URL settings. */
    public ObjectNode updateUrl(ObjectNode input, CallContext context) {
        FunctionRef ref = existing(input, context);
        return shown(ref, changeUrl(ref, get(URLS, input, context), input), context);
    }

    /** Takes a function's URL away. */
    public JsonNode deleteUrl(ObjectNode input, CallContext context) {
        return remove(URLS, FunctionOperations.ref(input, context));
    }

    private ObjectNode changeUrl(FunctionRef ref, ObjectNode config, ObjectNode input) {
        if (Members.text(input, "InvokeMode").equals("RESPONSE_STREAM")) {
            throw Faults.unsupported("InvokeMode RESPONSE_STREAM");
        }
        if (input.path("Cors").isObject()) {
            config.set("Cors", input.get("Cors"));
        }
        if (input.hasNonNull("AuthType")) {
            config.set("AuthType", input.get("AuthType"));
        }
        Members.required(config, "AuthType");
        config.put("LastModifiedTime", clock.instant().toString());
        return save(URLS, ref, config);
    }

    private ObjectNode getUrl(ObjectNode input, CallContext context) {
        return shown(existing(input, context), get(URLS, input, context), context);
    }

    private ObjectNode listUrls(ObjectNode input, CallContext context) {
        ArrayNode list = Members.array();
        FunctionRef ref = existing(input, context);
        records.settings(ref)
                .path(URLS)
                .properties()
                .forEach(url -> list.add(shown(ref.at(url.getKey()), (ObjectNode) url.getValue(), context)));
        return Members.object().set("FunctionUrlConfigs", list);
    }

    /** The address is that of the gateway now; its port may change between two starts. */
    private static ObjectNode shown(FunctionRef ref, ObjectNode config, CallContext context) {
        return config.put("FunctionUrl", context.endpoint() + "/_url/" + urlId(ref) + "/");
    }

    private static String urlId(FunctionRef ref) {
        return UUID.nameUUIDFromBytes(ref.arn().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    private ObjectNode get(String kind, ObjectNode input, CallContext context) {
        FunctionRef ref = existing(input, context);
        JsonNode config = records.settings(ref).path(kind).path(ref.qualifier());
        if (!config.isObject()) {
            throw Faults.notFound("The resource you requested does not exist: " + ref.arn());
        }
        return (ObjectNode) config;
    }

    private ObjectNode save(String kind, FunctionRef ref, ObjectNode config) {
        records.changeSettings(
                ref, settings -> settings.withObjectProperty(kind).set(ref.qualifier(), config));
        return config;
    }

    private JsonNode remove(String kind, FunctionRef ref) {
        if (records.settings(ref).path(kind).has(ref.qualifier())) {
            records.changeSettings(
                    ref, settings -> settings.withObjectProperty(kind).remove(ref.qualifier()));
        }
        return Members.object();
    }

    private FunctionRef existing(ObjectNode input, CallContext context) {
        FunctionRef ref = FunctionOperations.ref(input, context);
        records.get(ref);
        return ref;
    }
}
