package sst.local.lambda.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import sst.local.lambda.control.record.Faults;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.LayerRecords;
import sst.local.lambda.control.record.Members;
import sst.local.lambda.control.record.Members.Range;
import sst.local.lambda.launch.RuntimeFamily;

/**
 * Checks and lays down a function's configuration, with Lambda's defaults
 * (https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html).
 */
final class Configuration {
    private static final DateTimeFormatter MODIFIED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);
    private static final Range TIMEOUT = new Range("Timeout", 3, 1, 900);
    private static final Range MEMORY = new Range("MemorySize", 128, 128, 10_240);
    private static final List<String> RECORDED = List.of("KMSKeyArn", "VpcConfig", "Architectures", "EphemeralStorage");
    private static final List<String> REFUSED = List.of("FileSystemConfigs", "ImageConfig", "DurableConfig");
    private static final int ENVIRONMENT_BYTES = 4096;
    private static final int MOST_LAYERS = 5;

    private final LayerRecords layers;
    private final Clock clock;

    Configuration(LayerRecords layers, Clock clock) {
        this.layers = layers;
        this.clock = clock;
    }

    /** The configuration of a new function, without its code. */
    ObjectNode create(FunctionRef ref, JsonNode input) {
        if (!Members.text(input, "PackageType").matches("|Zip")) {
            throw Faults.unsupported("PackageType " + Members.text(input, "PackageType"));
        }
        ObjectNode config = Members.object();
        config.put("FunctionName", ref.name()).put("FunctionArn", ref.at("").arn());
        config.put("Role", Members.required(input, "Role")).put("Description", "");
        config.put("Version", FunctionRef.LATEST).put("PackageType", "Zip");
        Members.required(input, "Runtime");
        Members.required(input, "Handler");
        config.putObject("TracingConfig").put("Mode", "PassThrough");
        config.putArray("Architectures").add("x86_64");
        config.putObject("EphemeralStorage").put("Size", 512);
        config.putObject("SnapStart").put("ApplyOn", "None").put("OptimizationStatus", "Off");
        config.putObject("LoggingConfig").put("LogFormat", "Text").put("LogGroup", "/aws/lambda/" + ref.name());
        config.put("Timeout", TIMEOUT.fallback()).put("MemorySize", MEMORY.fallback());
        change(config, input);
        return config;
    }

    /** Lays the members that are given over a configuration. */
    void change(ObjectNode config, JsonNode input) {
        refuse(input);
        for (String name : List.of("Role", "Handler", "Description", "Runtime")) {
            if (input.hasNonNull(name)) {
                config.put(name, input.get(name).asText());
            }
        }
        if (RuntimeFamily.of(Members.text(config, "Runtime")).isEmpty()) {
            throw Faults.unsupported("Runtime " + Members.text(config, "Runtime"));
        }
        for (Range range : List.of(TIMEOUT, MEMORY)) {
            if (input.hasNonNull(range.name())) {
                config.put(range.name(), Members.number(input, range));
            }
        }
        RECORDED.stream().filter(input::hasNonNull).forEach(name -> config.set(name, input.get(name)));
        if (input.path("TracingConfig").hasNonNull("Mode")) {
            config.set("TracingConfig", input.get("TracingConfig"));
        }
        nested(config, input);
        layers(config, input);
        environment(config, input.path("Environment").path("Variables"));
        touch(config);
    }

    private static void nested(ObjectNode config, JsonNode input) {
        if (input.path("SnapStart").hasNonNull("ApplyOn")) {
            config.putObject("SnapStart")
                    .put("ApplyOn", Members.text(input.path("SnapStart"), "ApplyOn"))
                    .put("OptimizationStatus", "Off");
        }
        if (input.hasNonNull("DeadLetterConfig")) {
            deadLetters(config, Members.text(input.get("DeadLetterConfig"), "TargetArn"));
        }
        if (input.path("LoggingConfig").hasNonNull("LogGroup")) {
            ((ObjectNode) config.get("LoggingConfig"))
                    .set("LogGroup", input.path("LoggingConfig").get("LogGroup"));
        }
    }

    private static void deadLetters(ObjectNode config, String arn) {
        if (arn.isEmpty()) {
            config.remove("DeadLetterConfig");
            return;
        }
        if (!arn.matches("arn:aws[a-z-]*:(sqs|sns):.+") || arn.endsWith(".fifo")) {
            throw Faults.invalid("The provided dead letter target is not a standard queue or topic: " + arn);
        }
        config.putObject("DeadLetterConfig").put("TargetArn", arn);
    }

    private void layers(ObjectNode config, JsonNode input) {
        if (!input.path("Layers").isArray()) {
            return;
        }
        if (input.get("Layers").size() > MOST_LAYERS) {
            throw Faults.invalid("Function cannot have more than " + MOST_LAYERS + " layers");
        }
        ArrayNode all = config.putArray("Layers");
        for (JsonNode arn : input.get("Layers")) {
            ObjectNode layer = layers.find(arn.asText())
                    .orElseThrow(() -> Faults.invalid("Layer version " + arn.asText() + " does not exist."));
            all.addObject()
                    .put("Arn", arn.asText())
                    .put("CodeSize", layer.path("Content").path("CodeSize").asLong())
                    .put("CodeSha256", Members.text(layer.path("Content"), "CodeSha256"));
        }
        if (all.isEmpty()) {
            config.remove("Layers");
        }
    }

    /** Says that a configuration changed, and that the change is done. */
    void touch(ObjectNode config) {
        config.put("LastModified", MODIFIED.format(clock.instant()));
        config.put("RevisionId", UUID.randomUUID().toString());
        config.put("State", "Active").put("LastUpdateStatus", "Successful");
    }

    private static void refuse(JsonNode input) {
        if (input.path("Environment").path("Variables").has("AWS_LAMBDA_EXEC_WRAPPER")) {
            throw Faults.unsupported("AWS_LAMBDA_EXEC_WRAPPER");
        }
        if (Members.text(input.path("LoggingConfig"), "LogFormat").equals("JSON")) {
            throw Faults.unsupported("LoggingConfig.LogFormat JSON");
        }
        for (String name : REFUSED) {
            if (!input.path(name).isEmpty()) {
                throw Faults.unsupported(name);
            }
        }
    }

    private static void environment(ObjectNode config, JsonNode variables) {
        if (!variables.isObject()) {
            return;
        }
        int bytes = 0;
        ObjectNode kept = Members.object();
        for (var variable : Members.texts(variables).entrySet()) {
            bytes += variable.getKey().length() + variable.getValue().length();
            kept.put(variable.getKey(), variable.getValue());
            if (ReservedVariables.NAMES.contains(variable.getKey())) {
                throw Faults.invalid("Lambda was unable to configure your environment variables because the environment"
                        + " variables you have provided contains reserved keys that are currently not supported for"
                        + " modification. Reserved keys used in this request: " + variable.getKey());
            }
        }
        if (bytes > ENVIRONMENT_BYTES) {
            throw Faults.invalid("Lambda was unable to configure your environment variables because the environment"
                    + " variables you have provided exceeded the 4KB limit. String measured: " + bytes + " bytes");
        }
        config.putObject("Environment").set("Variables", kept);
        if (kept.isEmpty()) {
            config.remove("Environment");
        }
    }
}
