package sst.local.cfn.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sst.local.cfn.api.call.Call;
import sst.local.cfn.api.call.Desk;
import sst.local.cfn.api.call.Input;
import sst.local.cfn.api.call.Json;
import sst.local.cfn.api.call.Pages;
import sst.local.cfn.api.call.Problems;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackStatus;
import sst.local.cfn.stack.resource.StackEvents;
import sst.local.cfn.stack.resource.StackResource;
import sst.local.wire.CallContext;

/** Operations that look at stacks, their resources and events. */
final class StackQueries {
    private final Desk desk;

    StackQueries(Desk desk) {
        this.desk = desk;
    }

    Map<String, Call> calls() {
        return Map.of(
                "DescribeStacks", this::describeStacks,
                "ListStacks", this::listStacks,
                "DescribeStackEvents", this::events,
                "DescribeStackResource", this::resource,
                "DescribeStackResources", this::resources,
                "ListStackResources", this::listResources);
    }

    private ObjectNode describeStacks(Input input, CallContext context) {
        ObjectNode answer = Json.object();
        List<Stack> stacks = input.text("StackName").isEmpty()
                ? new Pages(desk.pages()).page(living(context), input, answer)
                : List.of(desk.stack(context.region(), input.text("StackName")));
        answer.set(
                "Stacks",
                Json.array(stacks, stack -> drifted(stack, StackShapes.stack(stack, desk.description(stack)))));
        return answer;
    }

    private ObjectNode drifted(Stack stack, ObjectNode shape) {
        return shape.set(
                "DriftInformation",
                DriftCalls.information(
                        desk.tools().tables().detections().of(stack).orElse(null)));
    }

    private List<Stack> living(CallContext context) {
        return desk.tools().tables().stacks().all(context.region()).stream()
                .filter(stack -> !stack.isDeleted())
                .toList();
    }

    private ObjectNode listStacks(Input input, CallContext context) {
        List<String> wanted = input.texts("StackStatusFilter");
        wanted.forEach(StackQueries::checkStatus);
        List<Stack> stacks = desk.tools().tables().stacks().all(context.region()).stream()
                .filter(stack ->
                        wanted.isEmpty() || wanted.contains(stack.status().name()))
                .toList();
        ObjectNode answer = Json.object();
        List<Stack> page = new Pages(desk.pages()).page(stacks, input, answer);
        answer.set(
                "StackSummaries",
                Json.array(page, stack -> drifted(stack, StackShapes.summary(stack, desk.description(stack)))));
        return answer;
    }

    private static void checkStatus(String status) {
        for (StackStatus each : StackStatus.values()) {
            if (each.name().equals(status)) {
                return;
            }
        }
        if (!status.startsWith("IMPORT_")) {
            throw Problems.invalid("1 validation error detected: Value '[" + status + "]' at 'stackStatusFilter' failed"
                    + " to satisfy constraint: Member must satisfy enum value set: "
                    + List.of(StackStatus.values()));
        }
    }

    private ObjectNode events(Input input, CallContext context) {
        String name = input.required("StackName");
        Stack stack = desk.tools()
                .tables()
                .stacks()
                .find(context.region(), name)
                .orElseThrow(() -> Problems.invalid("Stack [" + name + "] does not exist"));
        StackEvents.Page page = desk.tools().tables().events().page(stack.id(), input.text("NextToken"), desk.pages());
        ObjectNode answer = Json.object();
        answer.set("StackEvents", Json.array(page.events(), event -> StackShapes.event(stack, event)));
        Json.putText(answer, "NextToken", page.next());
        return answer;
    }

    private ObjectNode resource(Input input, CallContext context) {
        Stack stack = desk.living(context.region(), input.required("StackName"));
        String logicalId = input.required("LogicalResourceId");
        StackResource resource = desk.tools()
                .tables()
                .resources()
                .find(stack.id(), logicalId)
                .orElseThrow(() -> Problems.invalid("Resource " + logicalId + " does not exist for stack "
                        + stack.id().name()));
        ObjectNode shape = Json.object()
                .put("StackName", stack.id().name())
                .put("StackId", stack.id().arn());
        shape.setAll(StackShapes.resourceSummary(resource, "LastUpdatedTimestamp"));
        shape.put("Metadata", metadata(stack, logicalId));
        return Json.object().set("StackResourceDetail", shape);
    }

    private String metadata(Stack stack, String logicalId) {
        return desk.tools()
                .tables()
                .templates()
                .read(stack.input().template())
                .document()
                .path("Resources")
                .path(logicalId)
                .path("Metadata")
                .toString();
    }

    private ObjectNode resources(Input input, CallContext context) {
        String physicalId = input.text("PhysicalResourceId");
        Stack stack = input.text("StackName").isEmpty()
                ? owner(context, physicalId)
                : desk.stack(context.region(), input.text("StackName"));
        String logicalId = input.text("LogicalResourceId");
        List<StackResource> found = desk.tools().tables().resources().all(stack.id()).values().stream()
                .filter(each -> logicalId.isEmpty() || each.logicalId().equals(logicalId))
                .toList();
        ObjectNode answer = Json.object();
        answer.set("StackResources", Json.array(found, each -> StackShapes.resource(stack, each)));
        return answer;
    }

    private Stack owner(CallContext context, String physicalId) {
        return living(context).stream()
                .filter(stack -> desk.tools().tables().resources().all(stack.id()).values().stream()
                        .anyMatch(each ->
                                !physicalId.isEmpty() && each.physicalId().equals(physicalId)))
                .findFirst()
                .orElseThrow(() -> Problems.invalid("Stack for " + physicalId + " does not exist"));
    }

    private ObjectNode listResources(Input input, CallContext context) {
        Stack stack = desk.stack(context.region(), input.required("StackName"));
        ObjectNode answer = Json.object();
        List<StackResource> all =
                List.copyOf(desk.tools().tables().resources().all(stack.id()).values());
        answer.set(
                "StackResourceSummaries",
                Json.array(
                        new Pages(desk.pages()).page(all, input, answer),
                        each -> StackShapes.resourceSummary(each, "LastUpdatedTimestamp")));
        return answer;
    }
}
