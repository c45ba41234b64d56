package sst.model.restapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.construct.ConstructScope;
import sst.model.gateway.Domain;
import sst.model.gateway.GatewayHandle;
import sst.model.ref.Ref;

/** The handle of a REST API. */
public final class ApiGatewayV1Api extends GatewayHandle<ApiGatewayV1ApiProps, ApiGatewayV1Api> {
    public ApiGatewayV1Api(ConstructScope scope, ApiGatewayV1ApiBlock block) {
        super(scope, block);
    }

    @Override
    protected ApiGatewayV1Api self() {
        return this;
    }

    @Override
    protected Map<String, ?> routes(ApiGatewayV1ApiProps props) {
        return props.routes();
    }

    @Override
    protected @Nullable Domain domain(ApiGatewayV1ApiProps props) {
        return props.customDomain();
    }

    /** The API's id. */
    public Ref getRestApiId() {
        return ref("restApiId");
    }

    /** The API's ARN. */
    public Ref getRestApiArn() {
        return ref("restApiArn");
    }
}
