package sst.local.cfn.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import sst.local.cfn.template.Template;
import sst.local.cfn.template.TemplateError;

/**
 * Checks the assertions of a template's {@code Rules} section.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html">AWS</a>
 */
public final class Rules {
    private Rules() {}

    /** Refuses the parameters when an assertion of a rule in force does not hold. */
    public static void check(Template template, Evaluator evaluator) {
        for (Map.Entry<String, JsonNode> rule :
                template.document().path("Rules").properties()) {
            JsonNode condition = rule.getValue().path("RuleCondition");
            if (!condition.isMissingNode() && !evaluator.isTrue(condition)) {
                continue;
            }
            for (JsonNode assertion : rule.getValue().path("Assertions")) {
                if (!evaluator.isTrue(assertion.path("Assert"))) {
                    throw new TemplateError("Template error: rule " + rule.getKey() + " failed: "
                            + assertion.path("AssertDescription").asText("an assertion does not hold"));
                }
            }
        }
    }
}
