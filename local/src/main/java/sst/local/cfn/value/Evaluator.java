package sst.local.cfn.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import sst.local.cfn.reference.DynamicReferences;
import sst.local.cfn.template.TemplateError;

/**
 * Works out expressions against a scope.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html">AWS</a>
 */
public final class Evaluator {
    private static final Map<String, Intrinsic> FUNCTIONS = functions();
    private final Scope scope;
    private final Set<String> conditionsUnderWay = new LinkedHashSet<>();

    /** An evaluator for one scope; not for use by several threads. */
    public Evaluator(Scope scope) {
        this.scope = scope;
    }

    /**
     * The expression without intrinsics; whatever was {@code AWS::NoValue} is left out.
     *
     * @throws TemplateError when a function cannot be worked out
     */
    public JsonNode evaluate(JsonNode expression) {
        if (expression.isTextual()) {
            return dynamic(expression.asText());
        }
        if (expression.isArray()) {
            return array(expression);
        }
        if (expression instanceof ObjectNode object) {
            return object(object);
        }
        return expression;
    }

    /** The properties of a resource, worked out. */
    public ObjectNode properties(ObjectNode properties) {
        ObjectNode worked = JsonNodeFactory.instance.objectNode();
        properties.properties().forEach(field -> put(worked, field.getKey(), evaluate(field.getValue())));
        return worked;
    }

    /** The expression as text; numbers and booleans are written out. */
    public String text(JsonNode expression, String function) {
        JsonNode value = evaluate(expression);
        if (value.isValueNode() && !value.isNull()) {
            return value.asText();
        }
        throw new TemplateError("Template error: every value of " + function + " must be a string");
    }

    /** Whether a condition of the template holds. */
    public boolean holds(String condition) {
        if (!conditionsUnderWay.add(condition)) {
            throw new TemplateError("Template error: Circular dependency between conditions: " + conditionsUnderWay);
        }
        try {
            return isTrue(scope.condition(condition));
        } finally {
            conditionsUnderWay.remove(condition);
        }
    }

    /** Whether an expression of conditions holds. */
    public boolean isTrue(JsonNode expression) {
        JsonNode value = evaluate(expression);
        if (value.isBoolean() || value.isTextual()) {
            return value.asText().equalsIgnoreCase("true");
        }
        throw new TemplateError("Template error: condition must be a boolean: " + expression);
    }

    Scope scope() {
        return scope;
    }

    private JsonNode dynamic(String text) {
        return DynamicReferences.isIn(text)
                ? TextNode.valueOf(DynamicReferences.resolve(text, scope::systemParameter))
                : TextNode.valueOf(text);
    }

    private JsonNode array(JsonNode expression) {
        ArrayNode worked = JsonNodeFactory.instance.arrayNode();
        expression.forEach(item -> {
            JsonNode value = evaluate(item);
            if (!value.isMissingNode()) {
                worked.add(value);
            }
        });
        return worked;
    }

    private JsonNode object(ObjectNode object) {
        if (object.size() == 1) {
            String name = object.fieldNames().next();
            JsonNode argument = object.path(name);
            Intrinsic function = FUNCTIONS.get(name);
            if (function != null) {
                JsonNode value = function.apply(argument, this);
                return value.isTextual() ? dynamic(value.asText()) : value;
            }
            if (name.equals("Condition") && argument.isTextual()) {
                return BooleanNode.valueOf(holds(argument.asText()));
            }
            if (name.startsWith("Fn::")) {
                throw new TemplateError("Template error: " + name + " is not supported locally");
            }
        }
        return properties(object);
    }

    private static void put(ObjectNode into, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            into.set(name, value);
        }
    }

    static JsonNode noValue() {
        return MissingNode.getInstance();
    }

    private static Map<String, Intrinsic> functions() {
        Map<String, Intrinsic> all = new HashMap<>();
        all.putAll(NameFunctions.all());
        all.putAll(TextFunctions.all());
        all.putAll(ListFunctions.all());
        all.putAll(ConditionFunctions.all());
        return Map.copyOf(all);
    }
}
