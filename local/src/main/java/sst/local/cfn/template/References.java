package sst.local.cfn.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that an expression uses.
 *
 * @param names of {@code Ref}, {@code Fn::Sub} without a dot: parameters, pseudo parameters or resources
 * @param attributes of {@code Fn::GetAtt} and {@code Fn::Sub} with a dot, as {@code LogicalId.Attribute}
 * @param conditions of {@code Fn::If} and {@code Condition}
 */
public record References(Set<String> names, Set<String> attributes, Set<String> conditions) {
    /** A placeholder of {@code Fn::Sub}; {@code ${!Literal}} stands for itself. */
    public static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}][^}]*)}");

    /** Everything that the expression and its parts use. */
    public static References of(JsonNode expression) {
        References found = new References(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        found.collect(expression);
        return found;
    }

    /** Every name that may be a resource: plain names, and what stands before the dot of attributes. */
    public Set<String> resourceNames() {
        Set<String> all = new LinkedHashSet<>(names);
        attributes.forEach(attribute -> all.add(attribute.substring(0, attribute.indexOf('.'))));
        return all;
    }

    private void collect(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::collect);
        } else if (node.isObject()) {
            boolean alone = node.size() == 1;
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!alone || !intrinsic(field.getKey(), field.getValue())) {
                    collect(field.getValue());
                }
            }
        }
    }

    private boolean intrinsic(String name, JsonNode argument) {
        switch (name) {
            case "Ref" -> names.add(argument.asText());
            case "Condition" -> {
                if (!argument.isTextual()) {
                    return false;
                }
                conditions.add(argument.asText());
            }
            case "Fn::GetAtt" -> attribute(argument);
            case "Fn::Sub" -> substitution(argument);
            case "Fn::If" -> {
                conditions.add(argument.path(0).asText());
                collect(argument.path(1));
                collect(argument.path(2));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void attribute(JsonNode argument) {
        if (argument.isTextual()) {
            attributes.add(argument.asText().contains(".") ? argument.asText() : argument.asText() + ".");
            return;
        }
        attributes.add(argument.path(0).asText() + "." + argument.path(1).asText());
        collect(argument.path(1));
    }

    private void substitution(JsonNode argument) {
        JsonNode variables = argument.isArray() ? argument.path(1) : argument.path("none");
        collect(variables);
        Matcher placeholder =
                PLACEHOLDER.matcher(argument.isArray() ? argument.path(0).asText() : argument.asText());
        while (placeholder.find()) {
            String name = placeholder.group(1).strip();
            if (variables.has(name)) {
                continue;
            }
            (name.contains(".") ? attributes : names).add(name);
        }
    }
}
