package sst.local.dynamodb.legacy;

import java.util.List;
import sst.local.dynamodb.request.Input;
import sst.local.dynamodb.request.Rejection;

/** Refuses requests that mix expressions with the parameters of before, or give placeholders without expressions. */
public final class MixedParameters {
    private MixedParameters() {}

    /**
     * Checks one request.
     *
     * @param expressions the operation's expression members, in AWS's order
     * @param legacy the operation's legacy members, in AWS's order
     * @throws sst.local.wire.AwsException with AWS's text
     */
    public static void refuse(Input request, List<String> expressions, List<String> legacy) {
        List<String> used = expressions.stream().filter(request::has).toList();
        List<String> old = legacy.stream().filter(request::has).toList();
        if (!used.isEmpty() && !old.isEmpty()) {
            throw Rejection.validation("Can not use both expression and non-expression parameters in the same request: "
                    + "Non-expression parameters: {" + String.join(", ", old) + "} Expression parameters: {"
                    + String.join(", ", used) + "}");
        }
        if (used.isEmpty() && request.has("ExpressionAttributeNames")) {
            throw Rejection.validation("ExpressionAttributeNames can only be specified when using expressions");
        }
        List<String> withValues = expressions.stream()
                .filter(member -> !member.equals("ProjectionExpression"))
                .toList();
        if (request.has("ExpressionAttributeValues")
                && !withValues.isEmpty()
                && withValues.stream().noneMatch(request::has)) {
            throw Rejection.validation("ExpressionAttributeValues can only be specified when using expressions: "
                    + String.join(" and ", withValues) + (withValues.size() > 1 ? " are" : " is") + " null");
        }
    }
}
