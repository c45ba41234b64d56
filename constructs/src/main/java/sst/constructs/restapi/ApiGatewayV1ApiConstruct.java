package sst.constructs.restapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigateway.CfnDeployment;
import software.amazon.awscdk.services.apigateway.Deployment;
import software.amazon.awscdk.services.apigateway.IRestApi;
import software.amazon.awscdk.services.apigateway.RestApi;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.constructs.gateway.ApiArns;
import sst.constructs.gateway.Conflicts;
import sst.constructs.host.Errors;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.event.ChildDefaults;
import sst.model.function.FunctionProps;
import sst.model.restapi.ApiGatewayV1ApiProps;
import sst.model.value.CdkOverride;

/** {@code apiGatewayV1Api}: a REST API, new or there already. */
public final class ApiGatewayV1ApiConstruct {
    private static final String API = "restApi";
    private static final String PATHS = "importedPaths";

    private final Spot spot;
    private final IRestApi api;
    private final Optional<String> address;
    private final RestMethods methods;

    private ApiGatewayV1ApiConstruct(ConstructModel model, StackSite site) {
        ApiGatewayV1ApiProps props = model.props(ApiGatewayV1ApiProps.class);
        this.spot = Resource.spot(model, site, props.cdk(), API, PATHS);
        CdkOverride override = CdkProps.of(props.cdk(), API);
        Deployment deployment = null;
        if (override.isGiven()) {
            refuseSettings(props);
            this.api = Resource.given(spot, override, IRestApi.class);
            this.address = Optional.empty();
            deployment = deployment();
        } else {
            refusePaths(props);
            this.api = RestApis.make(spot, props, override.props());
            this.address = RestDomains.map(spot, api, props.customDomain());
        }
        RestPaths paths = new RestPaths(
                spot,
                api,
                override.isGiven() ? Optional.of(CdkProps.of(props.cdk(), PATHS).props()) : Optional.empty());
        this.methods = new RestMethods(paths, new RestAuthorizers(spot, props.authorizers()), deployment);
        methods.add(spot, props);
    }

    /** How REST APIs are made. */
    public static ConstructType type() {
        return ConstructType.of(
                (model, site) -> new ApiGatewayV1ApiConstruct(model, site).asConstruct(),
                ApiGatewayV1ApiConstruct::functions,
                (model, key) ->
                        Receivers.at(model.props(ApiGatewayV1ApiProps.class).routes(), key, model));
    }

    private static Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        ApiGatewayV1ApiProps props = model.props(ApiGatewayV1ApiProps.class);
        return Receivers.own(props.routes(), defaults(props), stack);
    }

    static @Nullable ChildDefaults defaults(ApiGatewayV1ApiProps props) {
        return props.defaults() == null
                ? null
                : new ChildDefaults(props.defaults().function());
    }

    private static void refuseSettings(ApiGatewayV1ApiProps props) {
        Map<String, Boolean> set = new LinkedHashMap<>();
        set.put("cors", props.cors() != null);
        set.put("accessLog", props.accessLog() != null);
        set.put("customDomain", props.customDomain() != null);
        Conflicts.refuse(set, API);
    }

    private static void refusePaths(ApiGatewayV1ApiProps props) {
        if (props.cdk().containsKey(PATHS)) {
            throw Errors.of(Code.CONFLICT, "'importedPaths' cannot be set for an API that is made here")
                    .hint("give the API that has these paths: cdk { restApi { scope -> … } }")
                    .subject(PATHS)
                    .asError();
        }
    }

    /** Routes of an API that is there take effect only when a deployment follows them. */
    private Deployment deployment() {
        Deployment made =
                Deployment.Builder.create(spot.scope(), "Deployment").api(api).build();
        ((CfnDeployment) Objects.requireNonNull(made.getNode().getDefaultChild()))
                .setStageName(spot.site().app().stage());
        return made;
    }

    private AppConstruct asConstruct() {
        ApiArns arns = new ApiArns(spot.site().stack(), api.getRestApiId());
        Supplier<String> url = () -> url(arns);
        Optional<Supplier<String>> own = address.map(each -> () -> "https://" + each);
        ResourceConstruct construct = new ResourceConstruct(spot, api)
                .value("url", url)
                .value("restApiId", api::getRestApiId)
                .value("restApiArn", () -> arns.managed("restapis"))
                .bound(access -> List.of(), Map.of("url", own.orElse(url)))
                .permits(() -> List.of(arns.invoke()))
                .functions(methods.receivers())
                .extension((place, added) -> methods.add(place, added.props(ApiGatewayV1ApiProps.class)));
        own.ifPresent(value -> construct.value("customDomainUrl", value));
        return construct;
    }

    private String url(ApiArns arns) {
        boolean isDeployed =
                api instanceof RestApi && !Boolean.FALSE.equals(written().get("deploy"));
        return isDeployed
                ? ((RestApi) api).getUrl()
                : "https://" + arns.host() + "/" + spot.site().app().stage() + "/";
    }

    private Map<String, Object> written() {
        return CdkProps.of(spot.model().props(ApiGatewayV1ApiProps.class).cdk(), API)
                .props();
    }
}
