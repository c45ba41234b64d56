package sst.local.cfn.template;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads template text, JSON or YAML, into one JSON tree in which short forms are written out. */
public final class TemplateSyntax {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int MAX_CODE_POINTS = 4_000_000;

    private TemplateSyntax() {}

    /**
     * Parses a template.
     *
     * @throws TemplateError when it is neither JSON nor YAML, or no object
     */
    public static ObjectNode parse(String text) {
        JsonNode tree = text.stripLeading().startsWith("{") ? json(text) : yaml(text);
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new TemplateError("Template format error: unsupported structure.");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            // A flow mapping is YAML that looks like JSON; AWS tries JSON first and reports in its terms.
            JsonLocation at = malformed.getLocation();
            String place = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw new TemplateError("Template format error: JSON not well-formed." + place);
        }
    }

    private static JsonNode yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CODE_POINTS);
        options.setAllowDuplicateKeys(false);
        try {
            @Nullable Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new TemplateError("Template format error: unsupported structure.");
            }
            return YamlNodes.toJson(root);
        } catch (MarkedYAMLException malformed) {
            throw new TemplateError("Template format error: YAML not well-formed." + place(malformed.getProblemMark()));
        } catch (YAMLException malformed) {
            throw new TemplateError("Template format error: YAML not well-formed.");
        }
    }

    private static String place(@Nullable Mark mark) {
        return mark == null ? "" : " (line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ")";
    }
}
