package sst.local.cfn.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.cfn.template.ParameterDeclaration;
import sst.local.cfn.template.Template;
import sst.local.wire.CallContext;

/**
 * The names of one template in one stack.
 *
 * @param place where the stack is
 * @param template declares parameters, mappings and conditions
 * @param parameters their values
 * @param lookups what lies outside the template
 */
public record TemplateScope(Place place, Template template, Map<String, ParameterValue> parameters, Lookups lookups)
        implements Scope {
    /**
     * Where a stack is.
     *
     * @param region such as {@code us-east-1}
     * @param stackName its name
     * @param stackArn its ARN
     * @param notificationArns SNS topics that want its events
     */
    public record Place(String region, String stackName, String stackArn, List<String> notificationArns) {}

    /** What a template can ask of the world around it. */
    public interface Lookups {
        /** What {@code Ref} gives for a resource; empty when the resource does not exist. */
        Optional<JsonNode> reference(String logicalId);

        /** What {@code Fn::GetAtt} gives for a resource. */
        Optional<JsonNode> attribute(String logicalId, String attribute);

        /** The value of an export. */
        Optional<String> imported(String exportName);

        /** The value of an SSM parameter. */
        Optional<String> systemParameter(String name);
    }

    @Override
    public Optional<JsonNode> ref(String name) {
        ParameterDeclaration declaration = template.parameters().get(name);
        ParameterValue value = parameters.get(name);
        if (declaration != null && value != null) {
            return Optional.of(declaration.isList() ? items(value.value()) : TextNode.valueOf(value.value()));
        }
        return name.startsWith("AWS::") ? pseudo(name) : lookups.reference(name);
    }

    @Override
    public Optional<JsonNode> attribute(String logicalId, String attribute) {
        return lookups.attribute(logicalId, attribute);
    }

    @Override
    public JsonNode mapping(String map, String first, String second) {
        return template.mapping(map, first, second);
    }

    @Override
    public JsonNode condition(String name) {
        JsonNode condition = template.conditions().get(name);
        return condition == null ? MissingNode.getInstance() : condition;
    }

    @Override
    public Optional<String> imported(String exportName) {
        return lookups.imported(exportName);
    }

    @Override
    public Optional<String> systemParameter(String name) {
        return lookups.systemParameter(name);
    }

    @Override
    public String region() {
        return place.region();
    }

    private Optional<JsonNode> pseudo(String name) {
        return switch (name) {
            case "AWS::AccountId" -> text(CallContext.ACCOUNT);
            case "AWS::Partition" -> text("aws");
            case "AWS::Region" -> text(place.region());
            case "AWS::StackId" -> text(place.stackArn());
            case "AWS::StackName" -> text(place.stackName());
            case "AWS::URLSuffix" -> text("amazonaws.com");
            case "AWS::NotificationARNs" -> Optional.of(array(place.notificationArns()));
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> text(String text) {
        return Optional.of(TextNode.valueOf(text));
    }

    private static ArrayNode items(String commaDelimited) {
        return array(List.of(commaDelimited.strip().split("\\s*,\\s*", -1)));
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
