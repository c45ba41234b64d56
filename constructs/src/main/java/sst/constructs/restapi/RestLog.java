package sst.constructs.restapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import sst.constructs.event.Spot;
import sst.constructs.gateway.LogFormat;
import sst.constructs.gateway.StageLog;
import sst.model.gateway.AccessLog;

/** The access log of a REST API, as options of its stage. */
final class RestLog {
    private RestLog() {}

    static Map<String, Object> options(Spot spot, @Nullable AccessLog log) {
        Map<String, Object> options = new LinkedHashMap<>();
        if (StageLog.isOn(log)) {
            String format = log == null || log.props().format() == null
                    ? LogFormat.REST.line()
                    : spot.site().values().text(log.props().format());
            options.put("accessLogDestination", new LogGroupLogDestination(group(spot, log)));
            options.put("accessLogFormat", AccessLogFormat.custom(format));
        }
        return options;
    }

    private static ILogGroup group(Spot spot, @Nullable AccessLog log) {
        String there = log == null ? null : log.props().destinationArn();
        return there == null
                ? LogGroup.Builder.create(spot.scope(), "LogGroup")
                        .retention(StageLog.retention(log))
                        .build()
                : LogGroup.fromLogGroupArn(
                        spot.scope(), "LogGroup", spot.site().values().text(there));
    }
}
