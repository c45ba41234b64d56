package sst.model.api;

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

/** Who may call routes of an HTTP API. */
@Nested("Who may call routes of an HTTP API: holders of a token, or who a function lets through.")
@Coerced(record = ApiAuthorizer.class, forms = ApiAuthorizerForms.class)
public record ApiAuthorizer(
        @Nullable @Prop(value = "What decides.", required = true, example = "'jwt'") Kind type,
        @Nullable @Prop("A name that API Gateway shows; left out, the key.") String name,
        @Prop(
                        value = "Where the token is; left out, the header Authorization.",
                        example = "'$request.header.Authorization'")
                List<String> identitySource,
        @Nullable @Prop(value = "The user pool that gives tokens, for user_pool.", example = "id: 'us-east-1_abc'")
                UserPoolTokens userPool,
        @Nullable @Prop(value = "The tokens, for jwt.", example = "issuer: 'https://acme.eu.auth0.com'") Jwt jwt,
        @Nullable @Prop("The function that decides, for lambda.") AuthorizerFunction function,
        @Prop(value = "What the function answers; left out, a policy.", example = "'simple'")
                List<ResponseType> responseTypes,
        @Nullable @Prop(value = "How long an answer of the function is kept.", defaultsTo = "0 seconds")
                Duration resultsCacheTtl,
        @Prop("A closure that returns an authorizer of the CDK: authorizer.") Map<String, CdkOverride> cdk) {

    /** What decides. */
    public enum Kind {
        USER_POOL("user_pool", "userPool"),
        JWT("jwt", "jwt"),
        LAMBDA("lambda", "function");

        private final String text;
        private final String needs;

        Kind(String text, String needs) {
            this.text = text;
            this.needs = needs;
        }

        /** Whether tokens decide, so that their scopes count. */
        public boolean hasScopes() {
            return this != LAMBDA;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** What a function answers: yes or no, or a policy. */
    public enum ResponseType {
        SIMPLE("simple"),
        IAM("iam");

        private final String text;

        ResponseType(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    void check() {
        Object needed = type == Kind.JWT ? jwt : type == Kind.LAMBDA ? function : userPool;
        if (type != null && needed == null && !cdk.containsKey("authorizer")) {
            throw Diagnostic.error(Code.MISSING_PROP, "an authorizer of type '" + type + "' needs '" + type.needs + "'")
                    .asError();
        }
    }
}
