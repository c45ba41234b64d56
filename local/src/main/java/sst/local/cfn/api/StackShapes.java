package sst.local.cfn.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import sst.local.cfn.api.call.Json;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackOutput;
import sst.local.cfn.stack.resource.StackEvent;
import sst.local.cfn.stack.resource.StackResource;
import sst.local.cfn.value.ParameterValue;

/** Stacks, resources and events as AWS's answers show them. */
final class StackShapes {
    private StackShapes() {}

    static ObjectNode stack(Stack stack, String description) {
        ObjectNode shape = Json.object()
                .put("StackId", stack.id().arn())
                .put("StackName", stack.id().name());
        Json.putText(shape, "ChangeSetId", stack.run().changeSetArn());
        Json.putText(shape, "Description", description);
        shape.set("Parameters", parameters(stack.input().parameters().values()));
        times(shape, stack);
        shape.set("RollbackConfiguration", Json.object());
        shape.put("StackStatus", stack.status().name());
        Json.putText(shape, "StackStatusReason", stack.reason());
        shape.put("DisableRollback", stack.options().disableRollback());
        shape.set("NotificationARNs", Json.texts(stack.input().notificationArns()));
        if (stack.options().timeoutMinutes() > 0) {
            shape.put("TimeoutInMinutes", stack.options().timeoutMinutes());
        }
        shape.set("Capabilities", Json.texts(stack.input().capabilities()));
        shape.set("Outputs", Json.array(stack.outputs(), StackShapes::output));
        Json.putText(shape, "RoleARN", stack.input().roleArn());
        shape.set("Tags", Json.tags(stack.input().tags()));
        shape.put("EnableTerminationProtection", stack.options().isProtected());
        Json.putText(shape, "ParentId", stack.options().parentArn());
        Json.putText(shape, "RootId", stack.options().parentArn());
        return shape;
    }

    static ObjectNode summary(Stack stack, String description) {
        ObjectNode shape = Json.object()
                .put("StackId", stack.id().arn())
                .put("StackName", stack.id().name());
        Json.putText(shape, "TemplateDescription", description);
        times(shape, stack);
        shape.put("StackStatus", stack.status().name());
        Json.putText(shape, "StackStatusReason", stack.reason());
        Json.putText(shape, "ParentId", stack.options().parentArn());
        Json.putText(shape, "RootId", stack.options().parentArn());
        return shape;
    }

    static ArrayNode parameters(Collection<ParameterValue> parameters) {
        return Json.array(parameters, value -> {
            ObjectNode shape = Json.object().put("ParameterKey", value.name()).put("ParameterValue", value.shown());
            String resolved = value.resolved();
            if (resolved != null) {
                shape.put("ResolvedValue", value.isSecret() ? "****" : resolved);
            }
            return shape;
        });
    }

    static ObjectNode resource(Stack stack, StackResource resource) {
        ObjectNode shape = Json.object()
                .put("StackName", stack.id().name())
                .put("StackId", stack.id().arn());
        shape.setAll(resourceSummary(resource, "Timestamp"));
        return shape;
    }

    static ObjectNode resourceSummary(StackResource resource, String timeName) {
        ObjectNode shape = Json.object().put("LogicalResourceId", resource.logicalId());
        Json.putText(shape, "PhysicalResourceId", resource.physicalId());
        shape.put("ResourceType", resource.type());
        Json.putTime(shape, timeName, resource.state().at());
        shape.put("ResourceStatus", resource.state().status().name());
        Json.putText(shape, "ResourceStatusReason", resource.state().reason());
        shape.set("DriftInformation", Json.object().put("StackResourceDriftStatus", "NOT_CHECKED"));
        return shape;
    }

    static ObjectNode event(Stack stack, StackEvent event) {
        ObjectNode shape = Json.object()
                .put("StackId", stack.id().arn())
                .put("EventId", event.id())
                .put("StackName", stack.id().name())
                .put("LogicalResourceId", event.subject().logicalId());
        shape.put("PhysicalResourceId", event.subject().physicalId());
        shape.put("ResourceType", event.subject().type());
        Json.putTime(shape, "Timestamp", event.at());
        shape.put("ResourceStatus", event.status());
        Json.putText(shape, "ResourceStatusReason", event.reason());
        Json.putText(shape, "ResourceProperties", event.subject().properties());
        Json.putText(shape, "ClientRequestToken", event.token());
        return shape;
    }

    private static void times(ObjectNode shape, Stack stack) {
        Json.putTime(shape, "CreationTime", stack.times().created());
        Json.putTime(shape, "LastUpdatedTime", stack.times().updated());
        Json.putTime(shape, "DeletionTime", stack.times().deleted());
    }

    private static ObjectNode output(StackOutput output) {
        ObjectNode shape = Json.object().put("OutputKey", output.name()).put("OutputValue", output.value());
        Json.putText(shape, "Description", output.description());
        Json.putText(shape, "ExportName", output.exportName());
        return shape;
    }
}
