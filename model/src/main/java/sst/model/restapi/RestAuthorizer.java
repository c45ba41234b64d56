package sst.model.restapi;

import java.time.Duration;
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

/** Who may call routes of a REST API. */
@Nested("Who may call routes of a REST API: holders of a token, or who a function lets through.")
@Coerced(record = RestAuthorizer.class, forms = RestAuthorizerForms.class)
public record RestAuthorizer(
        @Nullable @Prop(value = "What decides.", required = true, example = "'lambda_token'") Kind type,
        @Nullable @Prop("A name that API Gateway shows; left out, one is made.") String name,
        @Prop(value = "The user pools that give tokens, for user_pools.", example = "'us-east-1_abc'")
                List<String> userPoolIds,
        @Nullable @Prop("The function that decides, for lambda_token and lambda_request.") AuthorizerFunction function,
        @Nullable
                @Prop(
                        value = "Where the token is; left out, the header Authorization.",
                        example = "'method.request.header.Authorization'")
                String identitySource,
        @Prop(value = "What of a request decides, for lambda_request.", example = "'method.request.querystring.key'")
                List<String> identitySources,
        @Nullable
                @Prop(value = "What a token looks like, for lambda_token; others are refused.", example = "'^Bearer '")
                String validationRegex,
        @Nullable @Prop(value = "How long an answer is kept.", defaultsTo = "0 seconds") Duration resultsCacheTtl,
        @Prop("Closures that return an authorizer of the CDK (authorizer) or a role (assumeRole).")
                Map<String, CdkOverride> cdk) {

    /** What decides. */
    public enum Kind {
        USER_POOLS("user_pools"),
        LAMBDA_TOKEN("lambda_token"),
        LAMBDA_REQUEST("lambda_request");

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
        if (cdk.containsKey("authorizer")) {
            return;
        }
        require(type != Kind.USER_POOLS || !userPoolIds.isEmpty(), "userPoolIds");
        require(type == Kind.USER_POOLS || function != null, "function");
        require(type != Kind.LAMBDA_REQUEST || !identitySources.isEmpty(), "identitySources");
    }

    private void require(boolean isThere, String prop) {
        if (!isThere) {
            throw Diagnostic.error(Code.MISSING_PROP, "an authorizer of type '" + type + "' needs '" + prop + "'")
                    .asError();
        }
    }
}
