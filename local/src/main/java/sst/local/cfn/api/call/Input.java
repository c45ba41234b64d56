package sst.local.cfn.api.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.request.StackRequest;
import sst.local.cfn.request.TemplateSource;
import sst.local.cfn.value.GivenParameter;

/** Reads the members of a call; all values of the query protocol are texts, and an empty list may be an empty text. */
public record Input(ObjectNode members) {
    /** A text; empty when it is not given. */
    public String text(String name) {
        return members.path(name).asText("");
    }

    public String required(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            throw Problems.invalid("1 validation error detected: Value null at '" + member
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return text;
    }

    public boolean has(String name) {
        return !members.path(name).isMissingNode();
    }

    public boolean flag(String name) {
        return text(name).equalsIgnoreCase("true");
    }

    public int number(String name) {
        String text = text(name);
        if (!text.matches("[0-9]{0,9}")) {
            throw Problems.invalid("Value '" + text + "' at '" + name + "' must be a number");
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        members.path(name).forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }

    public StackRequest request() {
        return new StackRequest(
                source(),
                parameters(),
                has("Tags") ? tags() : null,
                has("NotificationARNs") ? texts("NotificationARNs") : null,
                texts("Capabilities"),
                text("RoleARN"));
    }

    public TemplateSource source() {
        return new TemplateSource(text("TemplateBody"), text("TemplateURL"), flag("UsePreviousTemplate"));
    }

    /** A value of a closed set; the default when it is not given. */
    public <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        @Nullable E found = null;
        for (E each : type.getEnumConstants()) {
            found = each.name().equals(text) ? each : found;
        }
        return Optional.ofNullable(found)
                .orElseThrow(() -> Problems.invalid("1 validation error detected: Value '" + text + "' at '" + name
                        + "' failed to satisfy constraint: Member must satisfy enum value set: "
                        + List.of(type.getEnumConstants())));
    }

    private Map<String, GivenParameter> parameters() {
        Map<String, GivenParameter> parameters = new LinkedHashMap<>();
        for (JsonNode each : members.path("Parameters")) {
            boolean usePrevious = each.path("UsePreviousValue").asText("").equalsIgnoreCase("true");
            parameters.put(
                    each.path("ParameterKey").asText(""),
                    new GivenParameter(each.path("ParameterValue").asText(""), usePrevious));
        }
        return parameters;
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (JsonNode each : members.path("Tags")) {
            tags.put(each.path("Key").asText(""), each.path("Value").asText(""));
        }
        if (tags.size() > 50) {
            throw Problems.invalid("1 validation error detected: Value at 'tags' failed to satisfy constraint: Member"
                    + " must have length less than or equal to 50");
        }
        return tags;
    }
}
