package sst.constructs.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import software.constructs.Construct;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.Bound;
import sst.constructs.construct.BoundValue;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.Grant;
import sst.constructs.construct.Places;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Extensible;
import sst.model.api.ApiProps;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.SourceRef;
import sst.model.function.FunctionProps;
import sst.model.value.CdkOverride;

/** {@code api}: an HTTP API with a function for each route, open to all origins and logging its requests (SST v2). */
public final class ApiConstruct implements AppConstruct, Extensible {
    private final ConstructModel model;
    private final StackSite site;
    private final Construct scope;
    private final String id;
    private final IHttpApi api;
    private final Map<String, Member> functions;

    private ApiConstruct(ConstructModel model, StackSite site) {
        ApiProps props = model.props(ApiProps.class);
        this.id = CdkProps.id(props.cdk(), model.id().id());
        site.mark(List.of(id), new Places.Origin(model.id().id(), "Api", model.at()));
        CdkProps.requireKeys(props.cdk(), List.of("httpApi"));
        this.model = model;
        this.site = site;
        this.scope = new Construct(site.stack(), id);
        CdkOverride override = CdkProps.of(props.cdk(), "httpApi");
        this.api = new CdkProps(site.values())
                .given(override, scope, IHttpApi.class)
                .orElseGet(() -> make(props, override));
        this.functions = new LinkedHashMap<>();
        new ApiRoutes(model, site, new ApiRoutes.Target(scope, id, api)).add(functions);
    }

    /** How APIs are made. */
    public static ConstructType type() {
        return new ConstructType() {
            @Override
            public AppConstruct make(ConstructModel model, StackSite site) {
                return new ApiConstruct(model, site);
            }

            @Override
            public SourceRef at(ConstructModel model, String key) {
                return ApiFunctions.at(model, key);
            }

            @Override
            public Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
                return ApiFunctions.of(model.props(ApiProps.class), stack);
            }
        };
    }

    private HttpApi make(ApiProps props, CdkOverride override) {
        String name = site.prefixed(model.id().id());
        HttpApi.Builder builder = HttpApi.Builder.create(scope, "Api").apiName(name);
        ApiCors.preflight(props.cors()).ifPresent(builder::corsPreflight);
        new CdkProps(site.values()).apply(builder, override.props());
        HttpApi made = builder.build();
        new ApiStage(scope, made, String.valueOf(override.props().getOrDefault("apiName", name))).settle(props);
        return made;
    }

    @Override
    public void extend(ConstructModel addition, StackSite other) {
        new ApiRoutes(addition, other, new ApiRoutes.Target(other.stack(), id, api)).add(functions);
    }

    @Override
    public String attribute(String name) {
        return switch (name) {
            case "url" -> api.getApiEndpoint();
            case "httpApiId" -> api.getApiId();
            case "httpApiArn" ->
                "arn:" + site.stack().getPartition() + ":apigateway:"
                        + site.stack().getRegion() + "::/apis/" + api.getApiId();
            default -> throw AppConstruct.lacks(model.id(), "'" + name + "'");
        };
    }

    @Override
    public Object cdk() {
        return api;
    }

    @Override
    public Construct scope() {
        return scope;
    }

    @Override
    public Bound bound() {
        return new Bound(
                "Api",
                model.id().id(),
                Map.of("url", new BoundValue.Plain(() -> attribute("url"))),
                access -> List.of());
    }

    /** What {@code permissions api} grants: to call every route. */
    @Override
    public List<Grant> permissions() {
        String arn = "arn:" + site.stack().getPartition() + ":execute-api:"
                + site.stack().getRegion() + ":" + site.stack().getAccount() + ":" + api.getApiId() + "/*";
        return List.of(Grant.allow(List.of("execute-api:Invoke"), List.of(arn)));
    }

    @Override
    public Map<String, Member> functions() {
        return functions;
    }
}
