package sst.constructs.api;

import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IHttpStage;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.constructs.gateway.LogFormat;
import sst.constructs.gateway.StageLog;
import sst.constructs.host.Errors;
import sst.model.api.ApiProps;
import sst.model.api.Throttle;
import sst.model.diagnostic.Code;

/** The stages of an API: the one without a name and those that {@code cdk.httpStages} names. */
final class ApiStages {
    private final Spot spot;
    private final HttpApi api;
    private final StageLog log;

    ApiStages(Spot spot, HttpApi api) {
        this.spot = spot;
        this.api = api;
        this.log = new StageLog(spot, api.getApiId(), LogFormat.HTTP);
    }

    void settle(ApiProps props) {
        for (Map<String, Object> written :
                CdkProps.of(props.cdk(), "httpStages").items()) {
            String name = name(written);
            HttpStage.Builder builder = HttpStage.Builder.create(spot.scope(), "Stage" + name);
            log.on(Resource.with(spot, builder, written).httpApi(api).build(), name, props.accessLog());
        }
        IHttpStage usual = api.getDefaultStage();
        if (usual != null) {
            Throttle throttle =
                    props.defaults() == null ? null : props.defaults().throttle();
            if (throttle != null) {
                ((CfnStage) Objects.requireNonNull(usual.getNode().getDefaultChild()))
                        .setDefaultRouteSettings(limits(throttle));
            }
            log.on(usual, "", props.accessLog());
        }
    }

    private static String name(Map<String, Object> stage) {
        Object name = stage.get("stageName");
        if (name == null) {
            throw Errors.of(Code.MISSING_PROP, "a stage of 'cdk.httpStages' has no 'stageName'")
                    .hint("write httpStages: [[stageName: 'beta']]")
                    .subject("httpStages")
                    .asError();
        }
        return String.valueOf(name);
    }

    private static CfnStage.RouteSettingsProperty limits(Throttle throttle) {
        CfnStage.RouteSettingsProperty.Builder limits = CfnStage.RouteSettingsProperty.builder();
        if (throttle.burst() != null) {
            limits.throttlingBurstLimit(throttle.burst());
        }
        if (throttle.rate() != null) {
            limits.throttlingRateLimit(throttle.rate());
        }
        return limits.build();
    }
}
