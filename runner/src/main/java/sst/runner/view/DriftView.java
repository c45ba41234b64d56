package sst.runner.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sst.runner.app.SecretNames;
import sst.runner.aws.stack.ResourceDrift;
import sst.runner.aws.stack.ResourceDrift.Difference;
import sst.runner.ui.Result;
import sst.runner.ui.Style;

/** What was changed by hand, to be read. */
public final class DriftView {
    private DriftView() {}

    /** @param drifts by stack name */
    public static Result of(Map<String, List<ResourceDrift>> drifts, Style style) {
        List<String> lines = new ArrayList<>();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        drifts.forEach((stack, resources) -> {
            var list = json.putArray(stack);
            for (ResourceDrift drift : resources) {
                lines.add(mark(drift, style) + " " + stack + "  " + drift.logicalId() + "  "
                        + drift.type().replaceFirst("^AWS::", "") + "  " + style.faint(drift.physicalId()));
                ObjectNode one = list.addObject().put("logicalId", drift.logicalId());
                one.put("resourceType", drift.type()).put("status", drift.status());
                drift.differences().forEach(difference -> lines.add(told(difference, one)));
            }
        });
        if (lines.isEmpty() && !drifts.isEmpty()) {
            lines.add(style.good("✔") + " everything is as it was deployed");
        }
        boolean swapped = drifts.values().stream().flatMap(List::stream).anyMatch(ResourceDrift::isHotswapped);
        if (swapped) {
            lines.add("the next sst deploy without --hotswap brings what was hotswapped under CloudFormation again");
        }
        return Result.of(lines, json);
    }

    private static String told(Difference difference, ObjectNode json) {
        boolean secret = SecretNames.isSecret(difference.path());
        String expected = secret ? "***" : difference.expected();
        String actual = secret ? "***" : difference.actual();
        json.withArray("/differences")
                .addObject()
                .put("path", difference.path())
                .put("expected", expected)
                .put("actual", actual);
        return "    " + difference.path() + "  " + expected + " → " + actual;
    }

    private static String mark(ResourceDrift drift, Style style) {
        if (drift.isHotswapped()) {
            return style.caution("~ hotswapped");
        }
        return drift.status().equals("DELETED") ? style.bad("- deleted") : style.caution("~ changed");
    }
}
