package sst.runner.aws.sdk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.LogPort;
import sst.runner.aws.Page;

/** CloudWatch Logs over the SDK. A group that does not exist yet has no lines: a function makes it on its first call. */
record SdkLogs(CloudWatchLogsClient client) implements LogPort {
    @Override
    public Page<LogLine> lines(String group, Instant since, @Nullable String token) {
        try {
            var response = SdkErrors.call(() -> client.filterLogEvents(
                    r -> r.logGroupName(group).startTime(since.toEpochMilli()).nextToken(token)));
            return new Page<>(
                    response.events().stream()
                            .map(e -> new LogLine(e.eventId(), Instant.ofEpochMilli(e.timestamp()), e.message()))
                            .toList(),
                    response.nextToken());
        } catch (AwsFailure failure) {
            if (failure.code().equals("ResourceNotFoundException")) {
                return new Page<>(List.of(), null);
            }
            throw failure;
        }
    }
}
