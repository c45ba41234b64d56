package sst.local.restapi.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import sst.local.apigateway.Decision;
import sst.local.apigateway.FunctionAuthorizers;
import sst.local.apigateway.FunctionUri;
import sst.local.apigateway.Identity;
import sst.local.restapi.control.RestKind;
import sst.local.restapi.control.RestRecords;
import sst.local.wire.codec.Json;

/**
 * Who may call a method: Lambda authorizers are asked; {@code AWS_IAM} is recorded, not enforced.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 */
record RestGate(RestRecords records, FunctionAuthorizers authorizers) {
    private static final int USUAL_SECONDS = 300;

    /** Whether a request may go on. */
    sealed interface Verdict {
        /** It may; what is known of the caller may be empty. */
        record Passed(ObjectNode authorizer) implements Verdict {}

        /** It may not. */
        record Refused(Problem problem) implements Verdict {}
    }

    Verdict judge(RestRequest request) {
        JsonNode method = request.match().method().record();
        if (!method.path("authorizationType").asText().equals("CUSTOM")) {
            return new Verdict.Passed(Json.object());
        }
        Optional<ObjectNode> authorizer = records.findPart(
                request.api(), RestKind.AUTHORIZER, method.path("authorizerId").asText());
        return authorizer.map(found -> judge(found, request)).orElseGet(() -> new Verdict.Refused(Problem.AUTHORIZER));
    }

    private Verdict judge(ObjectNode authorizer, RestRequest request) {
        boolean isToken = authorizer.path("type").asText().equals("TOKEN");
        String written = authorizer.path("identitySource").asText(isToken ? "method.request.header.Authorization" : "");
        List<String> sources = written.isEmpty() ? List.of() : List.of(written.split(","));
        Optional<List<String>> caller = identity(request).values(sources);
        if (caller.isEmpty() || !isExpected(authorizer, caller.get())) {
            return new Verdict.Refused(Problem.UNAUTHORIZED);
        }
        FunctionAuthorizers.Setting setting = new FunctionAuthorizers.Setting(
                request.api().id() + "/" + authorizer.path("id").asText(),
                FunctionUri.arn(authorizer.path("authorizerUri").asText()).orElse(""),
                authorizer.path("authorizerResultTtlInSeconds").asInt(USUAL_SECONDS),
                false);
        Decision decision = authorizers.decide(
                setting,
                String.join("\n", caller.get()),
                request.methodArn(),
                () -> isToken ? token(request, caller.get().get(0)) : RestEvents.authorize(request));
        return switch (decision.outcome()) {
            case ALLOWED -> new Verdict.Passed(decision.context().put("integrationLatency", 0));
            case DENIED -> new Verdict.Refused(Problem.DENIED);
            case EXPLICITLY_DENIED -> new Verdict.Refused(Problem.EXPLICITLY_DENIED);
            case UNAUTHORIZED -> new Verdict.Refused(Problem.UNAUTHORIZED);
            case FAILED -> new Verdict.Refused(Problem.AUTHORIZER);
        };
    }

    private static boolean isExpected(JsonNode authorizer, List<String> caller) {
        String expression = authorizer.path("identityValidationExpression").asText("");
        return expression.isEmpty() || caller.isEmpty() || caller.get(0).matches(expression);
    }

    private static ObjectNode token(RestRequest request, String token) {
        return Json.object()
                .put("type", "TOKEN")
                .put("methodArn", request.methodArn())
                .put("authorizationToken", token);
    }

    private static Identity identity(RestRequest request) {
        java.util.Map<String, String> variables = new java.util.TreeMap<>();
        request.stage()
                .path("variables")
                .properties()
                .forEach(each -> variables.put(each.getKey(), each.getValue().asText()));
        return new Identity(request.http().headers(), request.query(), variables, RestEvents.context(request));
    }
}
