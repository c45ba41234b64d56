package sst.local.websocket;

import java.time.Duration;

/**
 * How long a connection may be silent, and open at all.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
final class Patience {
    static final int LEAST_MILLIS = 1;
    private static final long SILENT = Duration.ofMinutes(10).toMillis();
    private static final long OPEN = Duration.ofHours(2).toMillis();

    private Patience() {}

    /** How long to wait for the next message, at least a millisecond. */
    static int millis(Connection connection, long now) {
        long silent = connection.lastActive() + SILENT - now;
        long open = connection.info().connectedAt() + OPEN - now;
        return (int) Math.max(LEAST_MILLIS, Math.min(silent, open));
    }
}
