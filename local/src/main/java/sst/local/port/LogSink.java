package sst.local.port;

/** Takes log lines into CloudWatch Logs; missing groups and streams are made, as Lambda does. */
public interface LogSink {
    /**
     * Appends one event.
     *
     * @param at where the line goes
     * @param timestamp milliseconds since the epoch
     * @param message one line or a whole multi-line record
     */
    void append(LogStream at, long timestamp, String message);

    /** A place for log events. */
    record LogStream(String region, String group, String stream) {}
}
