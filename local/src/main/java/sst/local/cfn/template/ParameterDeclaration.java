package sst.local.cfn.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One parameter as the template declares it.
 *
 * @param name the parameter's name
 * @param type such as {@code String}, {@code CommaDelimitedList}, {@code AWS::SSM::Parameter::Value<String>}
 * @param declaration the whole declaration, for constraints
 */
public record ParameterDeclaration(String name, String type, JsonNode declaration) {
    private static final String SSM_VALUE = "AWS::SSM::Parameter::Value<";

    /** The value that is used when none is given. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(text("Default"));
    }

    /** Whether the value is shown as asterisks only. */
    public boolean isSecret() {
        return declaration.path("NoEcho").asBoolean(false);
    }

    /** Whether the value names an SSM parameter whose value is meant. */
    public boolean isFromParameterStore() {
        return type.startsWith(SSM_VALUE);
    }

    /** The type of the value itself: for an SSM parameter the type in angle brackets. */
    public String valueType() {
        return isFromParameterStore() ? type.substring(SSM_VALUE.length(), type.length() - 1) : type;
    }

    /** Whether {@code Ref} gives a list. */
    public boolean isList() {
        return valueType().equals("CommaDelimitedList") || valueType().startsWith("List<");
    }

    /** A text of the declaration, such as {@code AllowedPattern}; null when it is not there. */
    public @Nullable String text(String field) {
        JsonNode value = declaration.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /** The allowed values; empty when any is allowed. */
    public List<String> allowedValues() {
        return Texts.of(declaration.path("AllowedValues"));
    }
}
