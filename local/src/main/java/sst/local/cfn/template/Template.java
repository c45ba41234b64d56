package sst.local.cfn.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template that was read and checked on its own: every name it uses is declared in it.
 *
 * @param document the whole tree, for sections that only few read ({@code Rules}, {@code Metadata})
 * @param parameters by name, in the template's order
 * @param conditions by name, with intrinsics
 * @param resources by logical id, in the template's order
 * @param outputs by name, in the template's order
 * @param transforms the macros it asks for
 */
public record Template(
        ObjectNode document,
        Map<String, ParameterDeclaration> parameters,
        Map<String, JsonNode> conditions,
        Map<String, ResourceDeclaration> resources,
        Map<String, OutputDeclaration> outputs,
        List<String> transforms) {
    public Template {
        parameters = ordered(parameters);
        conditions = ordered(conditions);
        resources = ordered(resources);
        outputs = ordered(outputs);
        transforms = List.copyOf(transforms);
    }

    /** Parses, reads and checks template text. */
    public static Template of(String text) {
        Template template = TemplateReader.read(TemplateSyntax.parse(text));
        TemplateChecks.check(template);
        return template;
    }

    /** The template's description; empty when there is none. */
    public String description() {
        return document.path("Description").asText("");
    }

    /** A value of the {@code Mappings} section; missing when there is none. */
    public JsonNode mapping(String map, String first, String second) {
        return document.path("Mappings").path(map).path(first).path(second);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
