package sst.local.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An IAM policy that an authorizer gives: statements with {@code execute-api:Invoke} on methods' ARNs.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
record Policy(JsonNode document) {
    private static final String ACTION = "execute-api:Invoke";

    boolean isOne() {
        JsonNode statement = document.path("Statement");
        return statement.isArray() || statement.isObject();
    }

    /** Whether it allows the method; what it denies it does not allow. */
    Decision.Outcome on(String arn) {
        boolean isAllowed = false;
        for (JsonNode statement : (Iterable<JsonNode>) each(document.path("Statement"))::iterator) {
            if (isAbout(statement, arn)) {
                if (!statement.path("Effect").asText().equalsIgnoreCase("Allow")) {
                    return Decision.Outcome.EXPLICITLY_DENIED;
                }
                isAllowed = true;
            }
        }
        return isAllowed ? Decision.Outcome.ALLOWED : Decision.Outcome.DENIED;
    }

    private static boolean isAbout(JsonNode statement, String arn) {
        boolean isAction = each(statement.path("Action"))
                .anyMatch(action -> isLike(action.asText(), ACTION, Pattern.CASE_INSENSITIVE));
        return isAction && each(statement.path("Resource")).anyMatch(resource -> isLike(resource.asText(), arn, 0));
    }

    private static Stream<JsonNode> each(JsonNode oneOrMany) {
        if (oneOrMany.isMissingNode()) {
            return Stream.empty();
        }
        return oneOrMany.isArray() ? StreamSupport.stream(oneOrMany.spliterator(), false) : Stream.of(oneOrMany);
    }

    private static boolean isLike(String wildcards, String text, int flags) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < wildcards.length(); at++) {
            char letter = wildcards.charAt(at);
            regex.append(letter == '*' ? ".*" : letter == '?' ? "." : Pattern.quote(String.valueOf(letter)));
        }
        return Pattern.compile(regex.toString(), flags).matcher(text).matches();
    }
}
