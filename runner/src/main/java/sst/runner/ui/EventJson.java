package sst.runner.ui;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import sst.runner.assembly.Origin;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.event.DeployEvent.AssetPublished;
import sst.runner.deploy.event.DeployEvent.Expected;
import sst.runner.deploy.event.DeployEvent.ResourceMoved;
import sst.runner.deploy.event.DeployEvent.RunFinished;
import sst.runner.deploy.event.DeployEvent.RunStarted;
import sst.runner.deploy.event.DeployEvent.StackFinished;
import sst.runner.deploy.event.DeployEvent.StackMoved;
import sst.runner.deploy.event.DeployEvent.StackStarted;
import sst.runner.deploy.event.DeployEvent.Throttled;
import sst.runner.deploy.event.DeployEvent.Warned;
import sst.runner.deploy.event.FailureCause;
import sst.runner.deploy.event.RunResult;
import sst.runner.deploy.event.StackOutcome;

/** Events as versioned JSON objects, one a line; fields are only ever added. */
public final class EventJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EventJson() {}

    /** One event. */
    public static ObjectNode of(DeployEvent event) {
        if (event instanceof RunStarted started) {
            ObjectNode json = typed("start").put("run", started.run());
            json.put("app", started.where().app()).put("stage", started.where().stage());
            json.put("region", started.where().region())
                    .put("account", started.where().account());
            started.stacks().forEach(json.putArray("stacks")::add);
            return json;
        }
        if (event instanceof AssetPublished asset) {
            return typed("asset")
                    .put("name", asset.name())
                    .put("bytes", asset.bytes())
                    .put("done", asset.done())
                    .put("total", asset.total());
        }
        if (event instanceof ResourceMoved resource) {
            return resource(resource);
        }
        return event instanceof RunFinished finished ? result(finished) : stack(event);
    }

    private static ObjectNode stack(DeployEvent event) {
        if (event instanceof StackStarted stack) {
            return typed("stack")
                    .put("stack", stack.stack())
                    .put("operation", stack.operation().name().toLowerCase(Locale.ROOT));
        }
        if (event instanceof StackMoved stack) {
            return typed("stack")
                    .put("stack", stack.stack())
                    .put("status", stack.status().name())
                    .put("reason", stack.reason());
        }
        if (event instanceof StackFinished stack) {
            ObjectNode json = typed("stackDone").put("stack", stack.outcome().stack());
            json.put("verdict", verdict(stack.outcome()));
            return json.put("seconds", stack.took().toMillis() / 1000.0);
        }
        if (event instanceof Throttled throttled) {
            return typed("throttled")
                    .put("stack", throttled.stack())
                    .put("seconds", throttled.pause().toMillis() / 1000.0);
        }
        if (event instanceof Expected expected) {
            return typed("expected")
                    .put("stack", expected.stack())
                    .put("logicalId", expected.logicalId())
                    .put("seconds", expected.usual().toMillis() / 1000.0);
        }
        return event instanceof Warned warned ? typed("warning").put("text", warned.text()) : typed("event");
    }

    private static ObjectNode resource(ResourceMoved resource) {
        ObjectNode json = typed("resource").put("stack", resource.stack());
        json.put("logicalId", resource.logicalId())
                .put("status", resource.status().name());
        json.put("reason", resource.reason());
        return origin(json, resource.origin());
    }

    private static ObjectNode result(RunFinished finished) {
        RunResult result = finished.result();
        String status = result.isGood() ? "succeeded" : result.stopped() ? "stopped" : "failed";
        ObjectNode json = typed("result").put("status", status);
        ObjectNode outputs = json.putObject("outputs");
        result.outputs().forEach((stack, values) -> values.forEach(outputs.withObject("/" + pointer(stack))::put));
        ObjectNode stacks = json.putObject("stacks");
        result.stacks().forEach(stack -> stacks.put(stack.stack(), verdict(stack)));
        result.failed().forEach(failed -> {
            FailureCause cause = failed.cause();
            if (cause != null) {
                ObjectNode one = json.withArray("/causes").addObject().put("stack", failed.stack());
                one.put("logicalId", cause.logicalId())
                        .put("reason", cause.reason())
                        .put("hint", cause.hint());
                cause.log().forEach(line -> one.withArray("/log").add(line));
                origin(one, cause.origin());
            }
        });
        return json.put("seconds", finished.took().toMillis() / 1000.0);
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static ObjectNode origin(ObjectNode json, Origin origin) {
        return json.put("construct", origin.construct())
                .put("constructType", origin.type())
                .put("place", origin.place());
    }

    private static String verdict(StackOutcome outcome) {
        return outcome.verdict().name().toLowerCase(Locale.ROOT);
    }

    static ObjectNode typed(String type) {
        return JSON.objectNode().put("version", 1).put("type", type);
    }
}
