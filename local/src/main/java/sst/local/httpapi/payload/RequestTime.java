package sst.local.httpapi.payload;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A request's time in the common log format, as events and access logs have it. */
public final class RequestTime {
    private static final DateTimeFormatter COMMON_LOG =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RequestTime() {}

    /** The text of milliseconds since the epoch. */
    public static String text(long millis) {
        return COMMON_LOG.format(Instant.ofEpochMilli(millis));
    }
}
