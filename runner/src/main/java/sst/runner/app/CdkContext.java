package sst.runner.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/** The CDK's context values of a project: {@code context} of cdk.json, under those that cdk.context.json remembers. */
final class CdkContext {
    private static final String REMEMBERED = "cdk.context.json";

    private CdkContext() {}

    static Map<String, Object> of(Path root) {
        Map<String, Object> context = new HashMap<>();
        read(root.resolve("cdk.json")).ifPresent(file -> context.putAll(values(file.path("context"))));
        read(root.resolve(REMEMBERED)).ifPresent(file -> context.putAll(values(file)));
        return context;
    }

    /** Adds answers to cdk.context.json, which belongs into version control: builds after it ask nobody. */
    static void remember(Path root, Map<String, Object> answers) {
        Path file = root.resolve(REMEMBERED);
        Map<String, Object> all = new TreeMap<>();
        read(file).ifPresent(known -> all.putAll(values(known)));
        all.putAll(answers);
        try {
            Path next = Files.createTempFile(root, REMEMBERED, ".tmp");
            Files.writeString(
                    next, new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
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
