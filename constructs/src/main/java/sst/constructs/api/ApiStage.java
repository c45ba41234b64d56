package sst.constructs.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.IHttpStage;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;
import sst.model.api.AccessLog;
import sst.model.api.AccessLogProps;
import sst.model.api.ApiProps;
import sst.model.api.Throttle;

/** The default stage of an API: its access log and how many requests it takes. */
final class ApiStage {
    /** Everything a request is known by; status and latency are numbers (SST v2's format). */
    private static final String FORMAT = "{"
            + String.join(
                    ",",
                    List.of(
                            text("requestTime", "requestTime"),
                            text("requestId", "requestId"),
                            text("httpMethod", "httpMethod"),
                            text("path", "path"),
                            text("routeKey", "routeKey"),
                            "\"status\":$context.status",
                            "\"responseLatency\":$context.responseLatency",
                            text("integrationRequestId", "integration.requestId"),
                            text("integrationStatus", "integration.status"),
                            text("integrationLatency", "integration.latency"),
                            text("integrationServiceStatus", "integration.integrationStatus"),
                            text("ip", "identity.sourceIp"),
                            text("userAgent", "identity.userAgent")))
            + "}";

    private final Construct scope;
    private final HttpApi api;
    private final String apiName;

    ApiStage(Construct scope, HttpApi api, String apiName) {
        this.scope = scope;
        this.api = api;
        this.apiName = apiName;
    }

    private static String text(String key, String variable) {
        return "\"" + key + "\":\"$context." + variable + "\"";
    }

    void settle(ApiProps props) {
        IHttpStage stage = api.getDefaultStage();
        if (stage == null) {
            return;
        }
        CfnStage settings = (CfnStage) stage.getNode().getDefaultChild();
        AccessLog log = props.accessLog();
        if (log == null || log.enabled()) {
            settings.setAccessLogSettings(accessLog(log == null ? null : log.props()));
        }
        Throttle throttle = props.defaults() == null ? null : props.defaults().throttle();
        if (throttle != null) {
            settings.setDefaultRouteSettings(limits(throttle));
        }
    }

    private CfnStage.AccessLogSettingsProperty accessLog(@Nullable AccessLogProps props) {
        String format = props == null || props.format() == null ? FORMAT : props.format();
        String destination = props == null || props.destinationArn() == null ? logGroup(props) : props.destinationArn();
        return CfnStage.AccessLogSettingsProperty.builder()
                .format(format)
                .destinationArn(destination)
                .build();
    }

    private String logGroup(@Nullable AccessLogProps props) {
        RetentionDays retention = props == null || props.retention() == null
                ? RetentionDays.INFINITE
                : RetentionDays.valueOf(props.retention().name());
        return LogGroup.Builder.create(scope, "LogGroup")
                .logGroupName("/aws/vendedlogs/apis/" + apiName + "-" + api.getApiId() + "/default")
                .retention(retention)
                .build()
                .getLogGroupArn();
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
