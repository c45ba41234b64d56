package sst.runner.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/**
 * What the CDK wants to know of an account before an assembly is whole.
 *
 * @param key under which the answer is remembered
 * @param provider what kind of question it is, such as {@code hosted-zone}
 * @param props the question
 */
public record MissingContext(String key, String provider, Map<String, Object> props) {
    private static final String MANIFEST = "manifest.json";

    public MissingContext {
        props = Map.copyOf(props);
    }

    /** What an assembly lacks; most lack nothing, and then no JSON parser is started. */
    static List<MissingContext> in(Path assembly) {
        Path manifest = assembly.resolve(MANIFEST);
        try {
            String text = Files.readString(manifest);
            return text.contains("\"missing\"") ? read(new JsonMapper().readTree(text)) : List.of();
        } catch (IOException e) {
            throw Problems.of(Code.ASSEMBLY, MANIFEST + " is not readable")
                    .detail(String.valueOf(e.getMessage()))
                    .asError();
        }
    }

    private static List<MissingContext> read(JsonNode manifest) {
        List<MissingContext> missing = new ArrayList<>();
        for (JsonNode each : manifest.path("missing")) {
            Map<String, Object> props =
                    new JsonMapper().convertValue(each.path("props"), new TypeReference<Map<String, Object>>() {});
            missing.add(new MissingContext(
                    each.path("key").asText(), each.path("provider").asText(), props));
        }
        return missing;
    }

    /** A text of the question. */
    public String text(String prop) {
        return String.valueOf(props.getOrDefault(prop, ""));
    }
}
