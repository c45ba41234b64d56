package sst.constructs.gateway;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.IStage;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import sst.constructs.event.Spot;
import sst.model.gateway.AccessLog;
import sst.model.gateway.AccessLogProps;

/**
 * The access log of the stages of an HTTP or WebSocket API.
 *
 * @param spot the API
 * @param apiId the API's id
 * @param usual what a line says when the props do not
 */
public record StageLog(Spot spot, String apiId, LogFormat usual) {
    /** Whether there is a log: unless it is refused. */
    public static boolean isOn(@Nullable AccessLog log) {
        return log == null || log.enabled();
    }

    /** How long a log is kept. */
    public static RetentionDays retention(@Nullable AccessLog log) {
        return log == null || log.props().retention() == null
                ? RetentionDays.INFINITE
                : RetentionDays.valueOf(log.props().retention().name());
    }

    /** Lets a stage log to a group of its own, or to the one that the props name. */
    public void on(IStage stage, String suffix, @Nullable AccessLog log) {
        if (!isOn(log)) {
            return;
        }
        AccessLogProps props = log == null ? null : log.props();
        String format = props == null || props.format() == null
                ? usual.line()
                : spot.site().values().text(props.format());
        CfnStage settings = (CfnStage) Objects.requireNonNull(stage.getNode().getDefaultChild());
        settings.setAccessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                .format(format)
                .destinationArn(destination(log).orElseGet(() -> group(stage.getStageName(), suffix, log)))
                .build());
    }

    private Optional<String> destination(@Nullable AccessLog log) {
        return Optional.ofNullable(log == null ? null : log.props().destinationArn())
                .map(arn -> spot.site().values().text(arn));
    }

    private String group(String stage, String suffix, @Nullable AccessLog log) {
        String name =
                "/aws/vendedlogs/apis/" + clean(spot.site().prefixed(spot.id())) + "-" + apiId + "/" + clean(stage);
        return LogGroup.Builder.create(spot.scope(), "LogGroup" + suffix)
                .logGroupName(name)
                .retention(retention(log))
                .build()
                .getLogGroupArn();
    }

    /** A name without what names of log groups may not contain, such as the sign of {@code $default}. */
    static String clean(String name) {
        return name.replaceAll("[^.\\-_/#A-Za-z0-9]", "");
    }
}
