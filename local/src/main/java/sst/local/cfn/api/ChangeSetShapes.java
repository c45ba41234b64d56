package sst.local.cfn.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import sst.local.cfn.api.call.Json;
import sst.local.cfn.change.ResourceChange;
import sst.local.cfn.change.ResourceChange.Action;
import sst.local.cfn.changeset.ChangeSet;

/** Change sets as AWS's answers show them. */
final class ChangeSetShapes {
    private ChangeSetShapes() {}

    static ObjectNode head(ChangeSet set) {
        ObjectNode shape = Json.object()
                .put("ChangeSetId", set.id())
                .put("ChangeSetName", set.name())
                .put("StackId", set.stack().arn())
                .put("StackName", set.stack().name());
        Json.putText(shape, "Description", set.description());
        Json.putTime(shape, "CreationTime", set.created());
        shape.put("ExecutionStatus", set.state().execution());
        shape.put("Status", set.state().status());
        Json.putText(shape, "StatusReason", set.state().reason());
        shape.put("IncludeNestedStacks", false);
        return shape;
    }

    static ObjectNode full(ChangeSet set) {
        ObjectNode shape = head(set);
        shape.set("Parameters", StackShapes.parameters(set.input().parameters().values()));
        shape.set("NotificationARNs", Json.texts(set.input().notificationArns()));
        shape.set("RollbackConfiguration", Json.object());
        shape.set("Capabilities", Json.texts(set.input().capabilities()));
        shape.set("Tags", Json.tags(set.input().tags()));
        shape.put("OnStackFailure", set.options().onFailure().name());
        return shape;
    }

    static ObjectNode change(ResourceChange change) {
        ObjectNode shape =
                Json.object().put("Action", change.action().text()).put("LogicalResourceId", change.logicalId());
        Json.putText(shape, "PhysicalResourceId", change.physicalId());
        shape.put("ResourceType", change.type());
        if (change.action() == Action.MODIFY) {
            shape.put("Replacement", change.replacement().text());
        }
        shape.set("Scope", Json.texts(change.scope()));
        shape.set("Details", Json.array(change.details(), ChangeSetShapes::detail));
        return Json.object().put("Type", "Resource").set("ResourceChange", shape);
    }

    private static ObjectNode detail(ResourceChange.Detail detail) {
        ObjectNode target = Json.object().put("Attribute", detail.attribute());
        Json.putText(target, "Name", detail.name());
        if (detail.attribute().equals("Properties")) {
            target.put("RequiresRecreation", detail.recreation().text());
        }
        ObjectNode shape = Json.object();
        shape.set("Target", target);
        shape.put("Evaluation", detail.isStatic() ? "Static" : "Dynamic");
        shape.put("ChangeSource", detail.source());
        Json.putText(shape, "CausingEntity", detail.cause());
        return shape;
    }
}
