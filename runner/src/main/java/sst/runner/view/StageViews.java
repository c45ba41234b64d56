package sst.runner.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sst.runner.action.function.ConstructNames;
import sst.runner.aws.stack.StackResource;
import sst.runner.aws.stack.StackState;
import sst.runner.remote.DeployedStage;
import sst.runner.ui.Result;

/** What is deployed, to be read. */
public final class StageViews {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StageViews() {}

    /** {@code {stackName: {key: value}}}; stacks without outputs are left out for people. */
    public static Result outputs(Map<String, Map<String, String>> outputs) {
        List<String> lines = new ArrayList<>();
        ObjectNode json = JSON.objectNode();
        outputs.forEach((stack, values) -> {
            ObjectNode one = json.putObject(stack);
            values.forEach(one::put);
            if (!values.isEmpty()) {
                lines.add(stack);
                int width =
                        values.keySet().stream().mapToInt(String::length).max().orElse(0);
                values.forEach((key, value) -> lines.add("  " + padded(key, width) + "  " + value));
            }
        });
        return Result.of(lines, json);
    }

    /** A list of {@code {app, stage, stacks}}. */
    public static Result stages(List<DeployedStage> stages) {
        List<String> lines = new ArrayList<>();
        ArrayNode json = JSON.arrayNode();
        for (DeployedStage stage : stages) {
            ObjectNode one = json.addObject().put("app", stage.app()).put("stage", stage.stage());
            ObjectNode stacks = one.putObject("stacks");
            List<String> words = new ArrayList<>();
            for (StackState stack : stage.stacks()) {
                stacks.put(stack.name(), stack.status().name());
                words.add(stage.label(stack) + (stack.status().isGood() ? "" : " (" + stack.status() + ")"));
            }
            lines.add(stage.stage() + "  " + String.join(", ", words));
        }
        return Result.of(lines, json);
    }

    /** A list of {@code {stack, construct, logicalId, type, physicalId, status}}. */
    public static Result resources(Map<String, List<StackResource>> resources, ConstructNames names) {
        List<String> lines = new ArrayList<>();
        ArrayNode json = JSON.arrayNode();
        resources.forEach((stack, all) -> {
            lines.add(stack);
            for (StackResource resource : all) {
                String construct = names.of(stack, resource.logicalId());
                ObjectNode one = json.addObject().put("stack", stack).put("construct", construct);
                one.put("logicalId", resource.logicalId()).put("type", resource.type());
                one.put("physicalId", resource.physicalId())
                        .put("status", resource.status().name());
                String status = resource.status().isGood() ? "" : "  " + resource.status();
                lines.add("  " + resource.type() + "  " + construct + "  " + resource.physicalId() + status);
            }
        });
        return Result.of(lines, json);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
