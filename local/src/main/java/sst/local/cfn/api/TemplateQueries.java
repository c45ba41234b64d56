package sst.local.cfn.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sst.local.cfn.api.call.Call;
import sst.local.cfn.api.call.Desk;
import sst.local.cfn.api.call.Input;
import sst.local.cfn.api.call.Json;
import sst.local.cfn.changeset.ChangeSet;
import sst.local.cfn.request.Capabilities;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.template.ParameterDeclaration;
import sst.local.cfn.template.ResourceDeclaration;
import sst.local.cfn.template.Template;
import sst.local.wire.CallContext;

/** Operations that look at templates. */
final class TemplateQueries {
    private final Desk desk;

    TemplateQueries(Desk desk) {
        this.desk = desk;
    }

    Map<String, Call> calls() {
        return Map.of(
                "GetTemplate", this::get,
                "GetTemplateSummary", this::summary,
                "ValidateTemplate", this::validate);
    }

    private ObjectNode get(Input input, CallContext context) {
        ObjectNode answer = Json.object().put("TemplateBody", text(input, context));
        answer.set("StagesAvailable", Json.texts(List.of("Original", "Processed")));
        return answer;
    }

    private String text(Input input, CallContext context) {
        String name = input.text("ChangeSetName");
        if (!name.isEmpty()) {
            ChangeSet set = new ChangeSetLookup(desk).find(input, context);
            return desk.tools().tables().templates().text(set.input().template());
        }
        Stack stack = desk.stack(context.region(), input.required("StackName"));
        return desk.tools().tables().templates().text(stack.input().template());
    }

    private ObjectNode summary(Input input, CallContext context) {
        Template template =
                Template.of(input.source().isGiven() ? desk.texts().fetch(input.source()) : text(input, context));
        ObjectNode answer = Json.object();
        answer.set("Parameters", parameters(template));
        Json.putText(answer, "Description", template.description());
        capabilities(answer, template);
        answer.set("ResourceTypes", Json.texts(types(template)));
        Json.putText(
                answer,
                "Version",
                template.document().path("AWSTemplateFormatVersion").asText(""));
        Json.putText(answer, "Metadata", template.document().path("Metadata").toString());
        answer.set("DeclaredTransforms", Json.texts(template.transforms()));
        return answer;
    }

    private ObjectNode validate(Input input, CallContext context) {
        Template template = Template.of(desk.texts().fetch(input.source()));
        ObjectNode answer = Json.object();
        answer.set("Parameters", parameters(template));
        Json.putText(answer, "Description", template.description());
        capabilities(answer, template);
        answer.set("DeclaredTransforms", Json.texts(template.transforms()));
        return answer;
    }

    private static void capabilities(ObjectNode answer, Template template) {
        List<String> needed = Capabilities.needed(template);
        answer.set("Capabilities", Json.texts(needed));
        if (!needed.isEmpty()) {
            answer.put(
                    "CapabilitiesReason",
                    "The following resource(s) require capabilities: " + Capabilities.reasons(template));
        }
    }

    private static List<String> types(Template template) {
        return template.resources().values().stream()
                .map(ResourceDeclaration::type)
                .distinct()
                .sorted()
                .toList();
    }

    private static ArrayNode parameters(Template template) {
        return Json.array(template.parameters().values(), TemplateQueries::parameter);
    }

    private static ObjectNode parameter(ParameterDeclaration declaration) {
        ObjectNode shape = Json.object().put("ParameterKey", declaration.name());
        declaration.defaultValue().ifPresent(value -> shape.put("DefaultValue", value));
        shape.put("ParameterType", declaration.type());
        shape.put("NoEcho", declaration.isSecret());
        String description = declaration.text("Description");
        Json.putText(shape, "Description", description == null ? "" : description);
        shape.set("ParameterConstraints", Json.object().set("AllowedValues", Json.texts(declaration.allowedValues())));
        return shape;
    }
}
