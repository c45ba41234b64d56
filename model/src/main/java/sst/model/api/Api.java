package sst.model.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.construct.ConstructScope;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.gateway.Domain;
import sst.model.gateway.GatewayHandle;
import sst.model.ref.Ref;
import sst.model.value.CdkOverride;

/** The handle of an HTTP API. */
public final class Api extends GatewayHandle<ApiProps, Api> {
    public Api(ConstructScope scope, ApiBlock block) {
        super(scope, block);
    }

    @Override
    protected Api self() {
        return this;
    }

    @Override
    protected Map<String, ?> routes(ApiProps props) {
        return props.routes();
    }

    @Override
    protected @Nullable Domain domain(ApiProps props) {
        return props.customDomain();
    }

    /** The API's id. */
    public Ref getHttpApiId() {
        return ref("httpApiId");
    }

    /** The API's ARN. */
    public Ref getHttpApiArn() {
        return ref("httpApiArn");
    }

    /** Says anew which browser pages may call: true, false or props, as {@code cors} of the API's block. */
    public void setCors(Object cors) {
        CdkOverride given = block().partial().cdk().get("httpApi");
        if (given != null && given.isGiven()) {
            throw Diagnostic.error(Code.CONFLICT, "'cors' of " + this + " cannot be set: 'cdk' gives the API")
                    .hint("set it where the API is made")
                    .subject("setCors")
                    .asError();
        }
        block().set("cors", cors);
    }
}
