package sst.constructs.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.constructs.gateway.ApiArns;
import sst.constructs.gateway.ApiDomain;
import sst.constructs.gateway.Conflicts;
import sst.model.api.ApiProps;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.function.FunctionProps;
import sst.model.value.CdkOverride;

/** {@code api}: an HTTP API, open to all origins and logging its requests (SST v2). */
public final class ApiConstruct {
    private final Spot spot;
    private final Optional<ApiDomain> domain;
    private final IHttpApi api;
    private final ApiRoutes routes;

    private ApiConstruct(ConstructModel model, StackSite site) {
        ApiProps props = model.props(ApiProps.class);
        this.spot = Resource.spot(model, site, props.cdk(), "httpApi", "httpStages");
        CdkOverride override = CdkProps.of(props.cdk(), "httpApi");
        if (override.isGiven()) {
            refuseSettings(props);
            this.domain = Optional.empty();
            this.api = Resource.given(spot, override, IHttpApi.class);
        } else {
            Conflicts.refuse(
                    override.props(),
                    "httpApi",
                    Map.of("corsPreflight", "cors", "defaultDomainMapping", "customDomain"));
            this.domain = ApiDomain.of(spot, props.customDomain());
            this.api = make(props, override.props());
        }
        this.routes = new ApiRoutes(api, new ApiAuthorizers(spot, props.authorizers()));
        routes.add(spot, props);
    }

    private static void refuseSettings(ApiProps props) {
        Map<String, Boolean> set = new LinkedHashMap<>();
        set.put("cors", props.cors() != null);
        set.put("accessLog", props.accessLog() != null);
        set.put("customDomain", props.customDomain() != null);
        set.put("httpStages", props.cdk().containsKey("httpStages"));
        Conflicts.refuse(set, "httpApi");
    }

    /** How APIs are made. */
    public static ConstructType type() {
        return ConstructType.of(
                (model, site) -> new ApiConstruct(model, site).asConstruct(),
                ApiConstruct::functions,
                (model, key) -> Receivers.at(model.props(ApiProps.class).routes(), key, model));
    }

    private static Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        ApiProps props = model.props(ApiProps.class);
        return Receivers.own(ApiRoutes.receivers(props), ApiRoutes.defaults(props), stack);
    }

    private HttpApi make(ApiProps props, Map<String, Object> own) {
        HttpApi.Builder builder =
                HttpApi.Builder.create(spot.scope(), "Api").apiName(spot.site().prefixed(spot.id()));
        ApiCors.preflight(props.cors()).ifPresent(builder::corsPreflight);
        domain.ifPresent(each -> builder.defaultDomainMapping(each.mapping()));
        HttpApi made = Resource.with(spot, builder, own).build();
        new ApiStages(spot, made).settle(props);
        return made;
    }

    private AppConstruct asConstruct() {
        ApiArns arns = new ApiArns(spot.site().stack(), api.getApiId());
        Supplier<String> url = api instanceof HttpApi ? api::getApiEndpoint : () -> "https://" + arns.host();
        Optional<Supplier<String>> own = domain.map(each -> () -> "https://" + each.address());
        ResourceConstruct construct = new ResourceConstruct(spot, api)
                .value("url", url)
                .value("httpApiId", api::getApiId)
                .value("httpApiArn", () -> arns.managed("apis"))
                .bound(access -> List.of(), Map.of("url", own.orElse(url)))
                .permits(() -> List.of(arns.invoke()))
                .functions(routes.receivers())
                .extension((place, added) -> routes.add(place, added.props(ApiProps.class)));
        own.ifPresent(address -> construct.value("customDomainUrl", address));
        return construct;
    }
}
