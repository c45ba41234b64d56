package sst.local.cfn.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Map;
import sst.local.cfn.template.TemplateError;

/**
 * Functions of conditions and rules.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html">AWS</a>
 */
final class ConditionFunctions {
    private ConditionFunctions() {}

    static Map<String, Intrinsic> all() {
        return Map.of(
                "Fn::If", ConditionFunctions::choose,
                "Fn::Equals", ConditionFunctions::equal,
                "Fn::Not", ConditionFunctions::not,
                "Fn::And", ConditionFunctions::and,
                "Fn::Or", ConditionFunctions::or,
                "Fn::Contains", ConditionFunctions::contains,
                "Fn::EachMemberIn", ConditionFunctions::eachMemberIn,
                "Fn::EachMemberEquals", ConditionFunctions::eachMemberEquals);
    }

    private static JsonNode choose(JsonNode argument, Evaluator evaluator) {
        arguments(argument, 3, 3, "Fn::If");
        return evaluator.evaluate(argument.path(evaluator.holds(argument.path(0).asText()) ? 1 : 2));
    }

    private static JsonNode equal(JsonNode argument, Evaluator evaluator) {
        arguments(argument, 2, 2, "Fn::Equals");
        JsonNode left = evaluator.evaluate(argument.path(0));
        JsonNode right = evaluator.evaluate(argument.path(1));
        return BooleanNode.valueOf(same(left, right));
    }

    private static JsonNode not(JsonNode argument, Evaluator evaluator) {
        arguments(argument, 1, 1, "Fn::Not");
        return BooleanNode.valueOf(!evaluator.isTrue(argument.path(0)));
    }

    private static JsonNode and(JsonNode argument, Evaluator evaluator) {
        arguments(argument, 2, 10, "Fn::And");
        boolean all = true;
        for (JsonNode part : argument) {
            all &= evaluator.isTrue(part);
        }
        return BooleanNode.valueOf(all);
    }

    private static JsonNode or(JsonNode argument, Evaluator evaluator) {
        arguments(argument, 2, 10, "Fn::Or");
        boolean any = false;
        for (JsonNode part : argument) {
            any |= evaluator.isTrue(part);
        }
        return BooleanNode.valueOf(any);
    }

    private static JsonNode contains(JsonNode argument, Evaluator evaluator) {
        arguments(argument, 2, 2, "Fn::Contains");
        JsonNode value = evaluator.evaluate(argument.path(1));
        return BooleanNode.valueOf(isIn(value, evaluator.evaluate(argument.path(0))));
    }

    private static JsonNode eachMemberIn(JsonNode argument, Evaluator evaluator) {
        arguments(argument, 2, 2, "Fn::EachMemberIn");
        JsonNode allowed = evaluator.evaluate(argument.path(1));
        boolean all = true;
        for (JsonNode member : evaluator.evaluate(argument.path(0))) {
            all &= isIn(member, allowed);
        }
        return BooleanNode.valueOf(all);
    }

    private static JsonNode eachMemberEquals(JsonNode argument, Evaluator evaluator) {
        arguments(argument, 2, 2, "Fn::EachMemberEquals");
        JsonNode value = evaluator.evaluate(argument.path(1));
        boolean all = true;
        for (JsonNode member : evaluator.evaluate(argument.path(0))) {
            all &= same(member, value);
        }
        return BooleanNode.valueOf(all);
    }

    private static boolean isIn(JsonNode value, JsonNode list) {
        for (JsonNode item : list) {
            if (same(item, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(JsonNode left, JsonNode right) {
        boolean plain = left.isValueNode() && right.isValueNode();
        return plain ? left.asText().equals(right.asText()) : left.equals(right);
    }

    private static void arguments(JsonNode argument, int least, int most, String function) {
        if (!argument.isArray() || argument.size() < least || argument.size() > most) {
            String count = least == most ? String.valueOf(least) : least + " to " + most;
            throw new TemplateError(
                    "Template error: every " + function + " object requires a list of " + count + " parameters.");
        }
    }
}
