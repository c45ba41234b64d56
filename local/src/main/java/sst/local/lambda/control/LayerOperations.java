package sst.local.lambda.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sst.local.lambda.code.Code;
import sst.local.lambda.control.record.Faults;
import sst.local.lambda.control.record.FunctionRecords;
import sst.local.lambda.control.record.LayerRecords;
import sst.local.lambda.control.record.LayerRecords.LayerName;
import sst.local.lambda.control.record.Members;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.RestRoute;

/** Layers: files that functions have beside their own (https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html). */
public final class LayerOperations {
    private static final String LAYERS = "/2018-10-31/layers";
    private static final String VERSIONS = LAYERS + "/{LayerName}/versions";
    private static final List<String> MEMBERS =
            List.of("CompatibleArchitectures", "CompatibleRuntimes", "Description", "LicenseInfo");

    private final LayerRecords layers;
    private final FunctionRecords functions;
    private final FunctionCode code;
    private final Clock clock;

    LayerOperations(LayerRecords layers, FunctionRecords functions, FunctionCode code, Clock clock) {
        this.layers = layers;
        this.functions = functions;
        this.code = code;
        this.clock = clock;
    }

    List<RestRoute> routes() {
        String one = VERSIONS + "/{VersionNumber}";
        return List.of(
                new RestRoute("POST", VERSIONS, "PublishLayerVersion", 201, Operation.waiting(this::publish)),
                new RestRoute("GET", VERSIONS, "ListLayerVersions", 200, this::list),
                new RestRoute("GET", one, "GetLayerVersion", 200, this::get),
                new RestRoute("DELETE", one, "DeleteLayerVersion", 204, this::delete),
                new RestRoute("GET", LAYERS, "ListLayers", 200, this::all));
    }

    /** Publishes a version. */
    public ObjectNode publish(ObjectNode input, CallContext context) {
        LayerName layer = layer(input, context);
        if (!layer.name().matches("[a-zA-Z0-9-_]{1,140}")) {
            throw Faults.invalid("Value '" + layer.name() + "' at 'layerName' must match [a-zA-Z0-9-_]+");
        }
        Code zip = code.take(input.path("Content"));
        int number = layers.next(layer);
        ObjectNode version = Members.object();
        version.put("LayerArn", layer.arn()).put("LayerVersionArn", layer.arn() + ":" + number);
        version.put("Version", number).put("CreatedDate", clock.instant().toString());
        MEMBERS.stream().filter(input::hasNonNull).forEach(name -> version.set(name, input.get(name)));
        version.putObject("Content").put("CodeSha256", zip.sha256()).put("CodeSize", zip.size());
        layers.put(layer, version);
        return shown(version, context);
    }

    private ObjectNode get(ObjectNode input, CallContext context) {
        return shown(existing(input, context), context);
    }

    private ObjectNode existing(ObjectNode input, CallContext context) {
        LayerName layer = layer(input, context);
        int number = input.path("VersionNumber").asInt();
        return layers.find(layer, number)
                .orElseThrow(() -> Faults.notFound("The resource you requested does not exist."));
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        ArrayNode list = Members.array();
        List<ObjectNode> versions = layers.versions(layer(input, context));
        for (int at = versions.size() - 1; at >= 0; at--) {
            list.add(versions.get(at).without("Content"));
        }
        return Members.object().set("LayerVersions", list);
    }

    /** Lists layers with their newest versions; with {@code find=LayerVersion} it is GetLayerVersionByArn. */
    private ObjectNode all(ObjectNode input, CallContext context) {
        if (input.hasNonNull("find")) {
            return layers.find(Members.text(input, "Arn"))
                    .map(found -> shown(found, context))
                    .orElseThrow(() -> Faults.notFound("The resource you requested does not exist."));
        }
        Map<String, JsonNode> newest = new TreeMap<>();
        layers.all(context.region()).forEach(version -> newest.put(Members.text(version, "LayerArn"), version));
        ArrayNode list = Members.array();
        newest.forEach((arn, version) -> {
            ObjectNode latest = version.deepCopy();
            list.addObject()
                    .put("LayerName", arn.substring(arn.lastIndexOf(':') + 1))
                    .put("LayerArn", arn)
                    .set("LatestMatchingVersion", latest.without("Content"));
        });
        return Members.object().set("Layers", list);
    }

    /** Deletes a version; functions that have it keep it, as on AWS. */
    public JsonNode delete(ObjectNode input, CallContext context) {
        LayerName layer = layer(input, context);
        int number = input.path("VersionNumber").asInt();
        layers.find(layer, number).ifPresent(version -> {
            layers.remove(layer, number);
            String sha = version.path("Content").path("CodeSha256").asText();
            code.dropUnused(Members.object().put("CodeSha256", sha), functions);
        });
        return Members.object();
    }

    private static ObjectNode shown(ObjectNode version, CallContext context) {
        ObjectNode content = version.withObjectProperty("Content");
        String hex = new Code(Members.text(content, "CodeSha256"), 0).hex();
        content.put("Location", context.endpoint() + "/_lambda/code/" + hex + ".zip");
        return version;
    }

    private static LayerName layer(ObjectNode input, CallContext context) {
        String name = Members.required(input, "LayerName");
        return new LayerName(context.region(), name.substring(name.lastIndexOf(':') + 1));
    }
}
