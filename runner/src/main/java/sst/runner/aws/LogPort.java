package sst.runner.aws;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Log groups of CloudWatch Logs. */
public interface LogPort {
    /** Lines of a group since an instant, oldest first, one page. */
    Page<LogLine> lines(String group, Instant since, @Nullable String token);

    /** One logged line. */
    record LogLine(String id, Instant at, String text) {}
}
