package sst.local.httpapi.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.apigateway.Decision;
import sst.local.apigateway.FunctionAuthorizers;
import sst.local.apigateway.Identity;
import sst.local.httpapi.payload.PayloadFormat;
import sst.local.httpapi.payload.Routed;
import sst.local.wire.codec.Json;
import sst.local.wire.codec.Parameters;

/** Lets requests pass to routes, or not. */
public final class Gatekeeper {
    private final FunctionAuthorizers functions;
    private final Tokens tokens;

    /** Asks these functions; tokens are checked by their issuers' keys. */
    public Gatekeeper(FunctionAuthorizers functions, Tokens tokens) {
        this.functions = functions;
        this.tokens = tokens;
    }

    /** Whether the request may go on. */
    public Verdict judge(Access access, Routed request) {
        if (access instanceof Access.Token token) {
            return judge(token, request);
        }
        return access instanceof Access.Asked asked ? judge(asked, request) : new Verdict.Passed(Json.object());
    }

    private Verdict judge(Access.Token access, Routed request) {
        Optional<List<String>> found = identity(request).values(List.of(access.source()));
        if (found.isEmpty()) {
            return new Verdict.Refused(401, "Unauthorized", "Bearer");
        }
        String text = found.get().get(0).replaceFirst("(?i)^bearer\\s+", "").trim();
        try {
            return new Verdict.Passed(Json.object().set("jwt", tokens.check(access, text)));
        } catch (BadTokenException bad) {
            String scope = "Bearer scope=\"" + String.join(" ", access.scopes()) + "\"";
            String why = " error=\"" + bad.error() + "\" error_description=\"" + bad.getMessage() + "\"";
            boolean isScope = bad.error().equals(BadTokenException.SCOPE);
            return new Verdict.Refused(isScope ? 403 : 401, isScope ? "Forbidden" : "Unauthorized", scope + why);
        }
    }

    private Verdict judge(Access.Asked access, Routed request) {
        Optional<List<String>> caller = identity(request).values(access.sources());
        if (caller.isEmpty()) {
            return new Verdict.Refused(401, "Unauthorized", "");
        }
        String arn = arn(request);
        Decision decision = functions.decide(
                access.setting(),
                String.join("\n", caller.get()),
                arn,
                () -> event(access.format(), request, arn, caller.get()));
        return switch (decision.outcome()) {
            case ALLOWED -> new Verdict.Passed(Json.object().set("lambda", decision.context()));
            case DENIED, EXPLICITLY_DENIED -> new Verdict.Refused(403, "Forbidden", "");
            case UNAUTHORIZED, FAILED -> new Verdict.Refused(500, "Internal Server Error", "");
        };
    }

    /** See https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html */
    private static ObjectNode event(String format, Routed request, String arn, List<String> caller) {
        ObjectNode whole = PayloadFormat.of(format).tree(request);
        whole.remove(List.of("body", "isBase64Encoded"));
        ObjectNode event = Json.object().put("version", format).put("type", "REQUEST");
        if (format.equals("1.0")) {
            String values = String.join(",", caller);
            event.put("methodArn", arn).put("identitySource", values).put("authorizationToken", values);
        } else {
            var sources = event.put("routeArn", arn).putArray("identitySource");
            caller.forEach(sources::add);
        }
        return event.setAll(whole);
    }

    private static String arn(Routed request) {
        String region = request.domain().split("\\.", -1)[2];
        String stage = request.stage();
        String path = request.http().path();
        boolean isNamed = !stage.equals("$default") && path.startsWith("/" + stage);
        return "arn:aws:execute-api:" + region + ":000000000000:" + request.api() + "/" + stage + "/"
                + request.http().method() + (isNamed ? path.substring(stage.length() + 1) : path);
    }

    private static Identity identity(Routed request) {
        return new Identity(
                Map.copyOf(request.http().headers()),
                Parameters.parse(request.http().query()),
                request.stageVariables(),
                PayloadFormat.of("2.0").tree(request).path("requestContext"));
    }
}
