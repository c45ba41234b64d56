package sst.runner.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/** The CDK's context values of a project: {@code context} of cdk.json, under those that cdk.context.json remembers. */
final class CdkContext {
    private CdkContext() {}

    static Map<String, Object> of(Path root) {
        Map<String, Object> context = new HashMap<>();
        read(root.resolve("cdk.json")).ifPresent(file -> context.putAll(values(file.path("context"))));
        read(root.resolve("cdk.context.json")).ifPresent(file -> context.putAll(values(file)));
        return context;
    }

    private static Map<String, Object> values(JsonNode node) {
        return node.isObject()
                ? new JsonMapper().convertValue(node, new TypeReference<Map<String, Object>>() {})
                : Map.of();
    }

    /** Most projects have neither file, and then no JSON parser is started. */
    private static Optional<JsonNode> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JsonMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw Problems.of(Code.MISSING_FILE, file.getFileName() + " is not readable JSON")
                    .detail(String.valueOf(e.getMessage()))
                    .asError();
        }
    }
}
