package sst.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import sst.local.lambda.code.Code;
import sst.local.lambda.code.CodeStore;
import sst.local.lambda.control.record.FunctionRecords;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.lambda.launch.FunctionSpec;

/** What a reference leads to right now, remembered until the function changes, since each call asks. */
final class Targets {
    private final FunctionRecords records;
    private final CodeStore code;
    private final Map<FunctionRef, Target> known = new ConcurrentHashMap<>();

    /**
     * A function that can be invoked.
     *
     * @param spec what runs
     * @param arn as the handler's context shows it
     * @param reserved the function's own concurrency limit; negative for none
     */
    record Target(FunctionSpec spec, String arn, int reserved) {}

    Targets(FunctionRecords records, CodeStore code) {
        this.records = records;
        this.code = code;
    }

    Target find(FunctionRef ref) {
        Target target = known.get(ref);
        if (target == null) {
            target = read(ref);
            known.put(ref, target);
        }
        return target;
    }

    void forget(FunctionRef changed) {
        known.keySet()
                .removeIf(
                        ref -> ref.name().equals(changed.name()) && ref.region().equals(changed.region()));
    }

    /** How an asynchronous call of the function is retried. */
    Optional<JsonNode> retries(FunctionRef ref) {
        JsonNode all = records.settings(ref).path("EventInvoke");
        return Optional.of(all.path(ref.qualifier())).filter(JsonNode::isObject);
    }

    /** Where what cannot be handled asynchronously goes; empty for nowhere. */
    String deadLetters(FunctionRef ref) {
        return Members.text(records.get(ref).path("DeadLetterConfig"), "TargetArn");
    }

    private List<Path> layers(JsonNode config) {
        List<Path> all = new ArrayList<>();
        for (JsonNode layer : config.path("Layers")) {
            all.add(code.unzipped(new Code(Members.text(layer, "CodeSha256"), 0)));
        }
        return all;
    }

    private Target read(FunctionRef ref) {
        JsonNode config = records.get(ref);
        Code zip = new Code(Members.text(config, "CodeSha256"), 0);
        FunctionSpec spec = new FunctionSpec(
                Members.text(config, "FunctionArn"),
                ref.region(),
                ref.name(),
                Members.text(config, "Version"),
                Members.text(config, "Runtime"),
                Members.text(config, "Handler"),
                config.path("MemorySize").asInt(),
                config.path("Timeout").asInt(),
                Members.texts(config.path("Environment").path("Variables")),
                Members.text(config.path("LoggingConfig"), "LogGroup"),
                code.unzipped(zip),
                layers(config),
                Members.text(config, "RevisionId"));
        return new Target(
                spec, ref.arn(), records.settings(ref).path("Reserved").asInt(-1));
    }
}
