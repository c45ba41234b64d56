package sst.runner.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/** The CDK's context values of a project: {@code context} of cdk.json, under those that cdk.context.json remembers. */
final class CdkContext {
    private static final JsonMapper JSON = new JsonMapper();

    private CdkContext() {}

    static Map<String, Object> of(Path root) {
        Map<String, Object> context =
                new HashMap<>(values(read(root.resolve("cdk.json")).path("context")));
        context.putAll(values(read(root.resolve("cdk.context.json"))));
        return context;
    }

    private static Map<String, Object> values(JsonNode node) {
        return node.isObject() ? JSON.convertValue(node, new TypeReference<Map<String, Object>>() {}) : Map.of();
    }

    private static JsonNode read(Path file) {
        try {
            return Files.isRegularFile(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
        } catch (IOException e) {
            throw Problems.of(Code.MISSING_FILE, file.getFileName() + " is not readable JSON")
                    .detail(String.valueOf(e.getMessage()))
                    .asError();
        }
    }
}
