package sst.local.cfn.engine.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Pattern;
import sst.local.cfn.resource.ResourceFailure;

/**
 * Which updates of resources a stack allows (UG protect-stack-resources.html): with a policy everything is denied that no
 * statement allows, and a denial goes before any permission.
 */
public final class StackPolicy {
    private static final JsonMapper JSON = new JsonMapper();
    private static final StackPolicy NONE = new StackPolicy(JSON.createObjectNode());

    private final JsonNode statements;

    private StackPolicy(JsonNode document) {
        this.statements = document.path("Statement");
    }

    /**
     * The policy of a text.
     *
     * @param text empty for none
     * @throws IllegalArgumentException when it is not a policy
     */
    public static StackPolicy of(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        try {
            JsonNode document = JSON.readTree(text);
            if (document.path("Statement").isArray()) {
                return new StackPolicy(document);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Error validating stack policy: Invalid stack policy", e);
        }
        throw new IllegalArgumentException("Error validating stack policy: Invalid stack policy");
    }

    /** What an update would do to a resource. */
    public enum Action {
        MODIFY("Update:Modify"),
        REPLACE("Update:Replace"),
        DELETE("Update:Delete");

        private final String words;

        Action(String words) {
            this.words = words;
        }
    }

    /** @throws ResourceFailure in AWS's words when it is denied */
    public void demand(Action action, String logicalId, String type) {
        if (this == NONE) {
            return;
        }
        boolean allowed = false;
        int number = 0;
        for (JsonNode statement : statements) {
            number++;
            if (!applies(statement, action, logicalId, type)) {
                continue;
            }
            if (statement.path("Effect").asText().equals("Deny")) {
                throw new ResourceFailure("Action denied by stack policy: Statement [#" + number + "] does not allow ["
                        + action.words + "] for resource [LogicalResourceId/" + logicalId + "]");
            }
            allowed = true;
        }
        if (!allowed) {
            throw new ResourceFailure("Action denied by stack policy: no statement allows [" + action.words
                    + "] for resource [LogicalResourceId/" + logicalId + "]");
        }
    }

    private static boolean applies(JsonNode statement, Action action, String logicalId, String type) {
        boolean acts = statement.has("NotAction")
                ? !matches(statement.path("NotAction"), action.words)
                : matches(statement.path("Action"), action.words);
        String resource = "LogicalResourceId/" + logicalId;
        boolean about = statement.has("NotResource")
                ? !matches(statement.path("NotResource"), resource)
                : matches(statement.path("Resource"), resource);
        return acts && about && holds(statement.path("Condition"), type);
    }

    private static boolean holds(JsonNode condition, String type) {
        for (var operator : condition.properties()) {
            JsonNode types = operator.getValue().path("ResourceType");
            boolean like = operator.getKey().equals("StringLike");
            boolean equal = operator.getKey().equals("StringEquals");
            if (!like && !equal) {
                throw new IllegalArgumentException("condition " + operator.getKey() + " is not supported locally");
            }
            if (!(like ? matches(types, type) : contains(types, type))) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(JsonNode texts, String wanted) {
        if (texts.isTextual()) {
            return texts.asText().equals(wanted);
        }
        for (JsonNode each : texts) {
            if (each.asText().equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(JsonNode patterns, String text) {
        if (patterns.isTextual()) {
            return matches(patterns.asText(), text);
        }
        for (JsonNode each : patterns) {
            if (matches(each.asText(), text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String text) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }
}
