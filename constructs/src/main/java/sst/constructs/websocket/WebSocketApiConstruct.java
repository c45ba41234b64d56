package sst.constructs.websocket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awscdk.services.apigatewayv2.IWebSocketApi;
import software.amazon.awscdk.services.apigatewayv2.IWebSocketStage;
import software.amazon.awscdk.services.apigatewayv2.WebSocketApi;
import software.amazon.awscdk.services.apigatewayv2.WebSocketStage;
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
import sst.constructs.gateway.LogFormat;
import sst.constructs.gateway.LogRole;
import sst.constructs.gateway.StageLog;
import sst.constructs.host.Errors;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.function.FunctionProps;
import sst.model.value.CdkOverride;
import sst.model.websocket.WebSocketApiProps;

/** {@code webSocketApi}: a WebSocket API whose functions may send to every connection. */
public final class WebSocketApiConstruct {
    private static final String STAGE = "webSocketStage";

    private final Spot spot;
    private final Optional<ApiDomain> domain;
    private final IWebSocketApi api;
    private final IWebSocketStage stage;
    private final ApiArns arns;
    private final WebSocketRoutes routes;

    private WebSocketApiConstruct(ConstructModel model, StackSite site) {
        WebSocketApiProps props = model.props(WebSocketApiProps.class);
        this.spot = Resource.spot(model, site, props.cdk(), "webSocketApi", STAGE);
        CdkOverride stageOverride = CdkProps.of(props.cdk(), STAGE);
        this.api = api(CdkProps.of(props.cdk(), "webSocketApi"), stageOverride);
        this.arns = new ApiArns(site.stack(), api.getApiId());
        if (stageOverride.isGiven()) {
            refuseSettings(props);
            this.domain = Optional.empty();
            this.stage = Resource.given(spot, stageOverride, IWebSocketStage.class);
        } else {
            Conflicts.refuse(stageOverride.props(), STAGE, Map.of("domainMapping", "customDomain"));
            this.domain = ApiDomain.of(spot, props.customDomain());
            this.stage = stage(props, stageOverride.props());
        }
        this.routes = new WebSocketRoutes(spot, api, props.authorizer());
        routes.add(spot, props, arns.manageConnections());
    }

    /** How WebSocket APIs are made. */
    public static ConstructType type() {
        return ConstructType.of(
                (model, site) -> new WebSocketApiConstruct(model, site).asConstruct(),
                WebSocketApiConstruct::functions,
                (model, key) ->
                        Receivers.at(model.props(WebSocketApiProps.class).routes(), key, model));
    }

    private static Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        WebSocketApiProps props = model.props(WebSocketApiProps.class);
        return Receivers.own(props.routes(), props.defaults(), stack);
    }

    private static void refuseSettings(WebSocketApiProps props) {
        Map<String, Boolean> set = new LinkedHashMap<>();
        set.put("accessLog", props.accessLog() != null);
        set.put("customDomain", props.customDomain() != null);
        Conflicts.refuse(set, STAGE);
    }

    private IWebSocketApi api(CdkOverride override, CdkOverride stageOverride) {
        if (!override.isGiven() && stageOverride.isGiven()) {
            throw Errors.of(Code.CONFLICT, "'cdk' gives a stage but not the API that it belongs to")
                    .hint("give both, or neither")
                    .subject(STAGE)
                    .asError();
        }
        return Resource.of(spot, override, IWebSocketApi.class, own -> {
            WebSocketApi.Builder builder = WebSocketApi.Builder.create(spot.scope(), "Api")
                    .apiName(spot.site().prefixed(spot.id()));
            return Resource.with(spot, builder, own).build();
        });
    }

    private IWebSocketStage stage(WebSocketApiProps props, Map<String, Object> own) {
        WebSocketStage.Builder builder = WebSocketStage.Builder.create(spot.scope(), "Stage")
                .webSocketApi(api)
                .stageName(spot.site().app().stage())
                .autoDeploy(true);
        domain.ifPresent(each -> builder.domainMapping(each.mapping()));
        WebSocketStage made = Resource.with(spot, builder, own).build();
        if (StageLog.isOn(props.accessLog())) {
            made.getNode().addDependency(LogRole.of(spot.site().stack()));
        }
        new StageLog(spot, api.getApiId(), LogFormat.WEB_SOCKET).on(made, "", props.accessLog());
        return made;
    }

    private AppConstruct asConstruct() {
        Optional<Supplier<String>> own = domain.map(each -> () -> "wss://" + each.address());
        Supplier<String> url = stage instanceof WebSocketStage made ? made::getUrl : () -> atAws("wss://");
        Supplier<String> callback =
                stage instanceof WebSocketStage made ? made::getCallbackUrl : () -> atAws("https://");
        Supplier<String> https = domain.<Supplier<String>>map(each -> () -> "https://" + each.address())
                .orElse(callback);
        ResourceConstruct construct = new ResourceConstruct(spot, api)
                .part(stage)
                .value("url", url)
                .value("httpsUrl", https)
                .value("connectionsArn", arns::connections)
                .bound(access -> List.of(arns.manageConnections()), Map.of("url", own.orElse(url), "httpsUrl", https))
                .permits(() -> List.of(arns.invoke(), arns.manageConnections()))
                .functions(routes.receivers());
        own.ifPresent(value -> construct.value("customDomainUrl", value));
        routes.ids().forEach((key, id) -> construct.value("route/" + key, id));
        return construct.extension((place, added) -> {
            routes.add(place, added.props(WebSocketApiProps.class), arns.manageConnections());
            routes.ids().forEach((key, id) -> construct.value("route/" + key, id));
        });
    }

    /** The CDK does not know the address of a stage that it did not make. */
    private String atAws(String scheme) {
        return scheme + arns.host() + "/" + stage.getStageName();
    }
}
