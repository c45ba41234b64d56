package sst.local.cfn.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.api.call.Call;
import sst.local.cfn.api.call.Desk;
import sst.local.cfn.api.call.Input;
import sst.local.cfn.api.call.Json;
import sst.local.cfn.api.call.Pages;
import sst.local.cfn.api.call.Problems;
import sst.local.cfn.drift.Detection;
import sst.local.cfn.drift.Difference;
import sst.local.cfn.drift.ResourceDrift;
import sst.local.cfn.engine.Inspection;
import sst.local.cfn.stack.HiddenValues;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackStatus;
import sst.local.wire.CallContext;

/** Operations that tell what was changed around CloudFormation; a detection is complete as soon as it is asked for. */
final class DriftCalls {
    /** See UserGuide/detect-drift-stack.html. */
    private static final Set<StackStatus> DETECTABLE = Set.of(
            StackStatus.CREATE_COMPLETE,
            StackStatus.UPDATE_COMPLETE,
            StackStatus.UPDATE_ROLLBACK_COMPLETE,
            StackStatus.UPDATE_ROLLBACK_FAILED);

    private final Desk desk;

    DriftCalls(Desk desk) {
        this.desk = desk;
    }

    Map<String, Call> calls() {
        return Map.of(
                "DetectStackDrift", this::detect,
                "DetectStackResourceDrift", this::detectOne,
                "DescribeStackDriftDetectionStatus", this::status,
                "DescribeStackResourceDrifts", this::drifts);
    }

    private Stack resting(Input input, CallContext context) {
        Stack stack = desk.living(context.region(), input.required("StackName"));
        if (!DETECTABLE.contains(stack.status())) {
            throw Problems.invalid("Drift detection cannot be performed on stack ["
                    + stack.id().name() + "] while in stack status " + stack.status());
        }
        return stack;
    }

    private ObjectNode detect(Input input, CallContext context) {
        Detection detection = new Inspection(desk.tools()).detect(resting(input, context), null);
        desk.tools().tables().detections().keep(detection);
        return Json.object().put("StackDriftDetectionId", detection.id());
    }

    private synchronized ObjectNode detectOne(Input input, CallContext context) {
        Stack stack = resting(input, context);
        String logicalId = input.required("LogicalResourceId");
        Detection found = new Inspection(desk.tools()).detect(stack, logicalId);
        ResourceDrift drift = found.resources().stream()
                .findFirst()
                .orElseThrow(() ->
                        Problems.invalid("Drift detection is not supported locally for resource [" + logicalId + "]"));
        List<ResourceDrift> all =
                new ArrayList<>(last(stack).map(Detection::resources).orElse(List.of()));
        all.removeIf(each -> each.logicalId().equals(logicalId));
        all.add(drift);
        desk.tools()
                .tables()
                .detections()
                .keep(new Detection(found.id(), found.stackArn(), found.run(), found.at(), all));
        return Json.object().set("StackResourceDrift", shape(stack, drift));
    }

    private Optional<Detection> last(Stack stack) {
        return desk.tools().tables().detections().of(stack);
    }

    private ObjectNode status(Input input, CallContext context) {
        String id = input.required("StackDriftDetectionId");
        Detection detection = desk.tools()
                .tables()
                .detections()
                .find(id)
                .orElseThrow(() -> Problems.invalid("Drift detection id [" + id + "] does not exist"));
        ObjectNode answer = Json.object()
                .put("StackId", detection.stackArn())
                .put("StackDriftDetectionId", id)
                .put("StackDriftStatus", detection.status())
                .put("DetectionStatus", "DETECTION_COMPLETE")
                .put("DriftedStackResourceCount", detection.drifted());
        Json.putTime(answer, "Timestamp", detection.at());
        return answer;
    }

    private ObjectNode drifts(Input input, CallContext context) {
        Stack stack = desk.living(context.region(), input.required("StackName"));
        List<String> wanted = input.texts("StackResourceDriftStatusFilters");
        List<ResourceDrift> found = last(stack).map(Detection::resources).orElse(List.of()).stream()
                .filter(drift ->
                        wanted.isEmpty() || wanted.contains(drift.status().name()))
                .toList();
        ObjectNode answer = Json.object();
        answer.set(
                "StackResourceDrifts",
                Json.array(new Pages(desk.pages()).page(found, input, answer), drift -> shape(stack, drift)));
        return answer;
    }

    private static ObjectNode shape(Stack stack, ResourceDrift drift) {
        ObjectNode shape = Json.object()
                .put("StackId", stack.id().arn())
                .put("LogicalResourceId", drift.logicalId())
                .put("PhysicalResourceId", drift.physicalId())
                .put("ResourceType", drift.type())
                .put("ExpectedProperties", stack.hidden().hide(drift.expected()).toString());
        if (drift.status() != ResourceDrift.Status.DELETED) {
            shape.put("ActualProperties", stack.hidden().hide(drift.actual()).toString());
        }
        shape.set(
                "PropertyDifferences",
                Json.array(drift.differences(), difference -> shape(difference, stack.hidden())));
        shape.put("StackResourceDriftStatus", drift.status().name());
        Json.putTime(shape, "Timestamp", drift.at());
        return shape;
    }

    private static ObjectNode shape(Difference difference, HiddenValues hidden) {
        return Json.object()
                .put("PropertyPath", difference.path())
                .put("ExpectedValue", hidden.hide(difference.expected()))
                .put("ActualValue", hidden.hide(difference.actual()))
                .put("DifferenceType", difference.kind().name());
    }

    /** What stacks and summaries show of the last detection. */
    static ObjectNode information(@Nullable Detection last) {
        ObjectNode shape = Json.object().put("StackDriftStatus", last == null ? "NOT_CHECKED" : last.status());
        if (last != null) {
            Json.putTime(shape, "LastCheckTimestamp", last.at());
        }
        return shape;
    }
}
