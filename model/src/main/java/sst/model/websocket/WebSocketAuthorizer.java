package sst.model.websocket;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.gateway.AuthorizerFunction;
import sst.model.schema.declare.Coerced;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** Who may connect to a WebSocket API; later messages come from whom was let in. */
@Nested("Who may connect to a WebSocket API.")
@Coerced(accepts = String.class, record = WebSocketAuthorizer.class, forms = WebSocketAuthorizerForms.class)
public record WebSocketAuthorizer(
        @Nullable @Prop(value = "What decides.", required = true, example = "'lambda'") Kind type,
        @Nullable @Prop("A name that API Gateway shows.") String name,
        @Nullable @Prop("The function that decides, for lambda.") AuthorizerFunction function,
        @Prop(
                        value = "Where the token is; left out, the header Authorization.",
                        example = "'route.request.querystring.token'")
                List<String> identitySource,
        @Prop("A closure that returns an authorizer of the CDK: authorizer.") Map<String, CdkOverride> cdk) {

    /** What decides. */
    public enum Kind {
        NONE("none"),
        IAM("iam"),
        LAMBDA("lambda");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    void check() {
        if (type == Kind.LAMBDA && function == null && !cdk.containsKey("authorizer")) {
            throw Diagnostic.error(Code.MISSING_PROP, "an authorizer of type 'lambda' needs 'function'")
                    .asError();
        }
    }
}
