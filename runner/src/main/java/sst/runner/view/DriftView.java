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
                boolean gone = drift.status().equals("DELETED");
                String mark = gone ? style.bad("- deleted") : style.caution("~ changed");
                lines.add(mark + " " + stack + "  " + drift.logicalId() + "  "
                        + drift.type().replaceFirst("^AWS::", "") + "  " + style.faint(drift.physicalId()));
                ObjectNode one = list.addObject().put("logicalId", drift.logicalId());
                one.put("resourceType", drift.type()).put("status", drift.status());
                for (Difference difference : drift.differences()) {
                    boolean secret = SecretNames.isSecret(difference.path());
                    String expected = secret ? "***" : difference.expected();
                    String actual = secret ? "***" : difference.actual();
                    lines.add("    " + difference.path() + "  " + expected + " → " + actual);
                    one.withArray("/differences")
                            .addObject()
                            .put("path", difference.path())
                            .put("expected", expected)
                            .put("actual", actual);
                }
            }
        });
        if (lines.isEmpty()) {
            lines.add(style.good("✔") + " everything is as it was deployed");
        }
        return Result.of(lines, json);
    }
}
