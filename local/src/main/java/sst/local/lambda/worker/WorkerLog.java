package sst.local.lambda.worker;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import sst.local.port.LogSink;
import sst.local.port.LogSink.LogStream;

/** One worker's log stream, with the lines that Lambda itself writes into it and the tail that callers may ask for. */
final class WorkerLog {
    private static final int TAIL = 4096;

    private final LogSink sink;
    private final LogStream stream;
    private final Clock clock;
    private final StringBuilder tail = new StringBuilder();

    WorkerLog(LogSink sink, LogStream stream, Clock clock) {
        this.sink = sink;
        this.stream = stream;
        this.clock = clock;
    }

    /** The time as Lambda writes it into logs. */
    String now() {
        return DateTimeFormatter.ISO_INSTANT.format(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Begins a new tail with Lambda's first line. */
    synchronized void start(String requestId, String version) {
        tail.setLength(0);
        line("START RequestId: " + requestId + " Version: " + version);
    }

    /** A line of the function's output, or of Lambda. */
    synchronized void line(String text) {
        sink.append(stream, clock.millis(), text + "\n");
        tail.append(text).append('\n');
        if (tail.length() > 4 * TAIL) {
            tail.delete(0, tail.length() - TAIL);
        }
    }

    synchronized void end(String requestId, Report report) {
        line("END RequestId: " + requestId);
        line("REPORT RequestId: " + requestId + report.text());
    }

    /** The last 4 KiB since the start of the invocation. */
    synchronized String tail() {
        byte[] bytes = tail.toString().getBytes(StandardCharsets.UTF_8);
        return bytes.length <= TAIL
                ? tail.toString()
                : new String(Arrays.copyOfRange(bytes, bytes.length - TAIL, bytes.length), StandardCharsets.UTF_8);
    }

    /**
     * The measures of one invocation.
     *
     * @param nanos how long the handler ran
     * @param memory the function's size in MB
     * @param used the most memory its process has had, in MB; 0 where the system does not tell
     * @param initNanos how long the runtime took to start; 0 for a warm worker
     * @param status {@code timeout}, {@code error} or empty
     */
    record Report(long nanos, int memory, long used, long initNanos, String status) {
        String text() {
            String text = String.format(
                    Locale.ROOT,
                    "\tDuration: %.2f ms\tBilled Duration: %d ms\tMemory Size: %d MB",
                    nanos / 1e6,
                    (nanos + initNanos + 999_999) / 1_000_000,
                    memory);
            if (used > 0) {
                text += "\tMax Memory Used: " + used + " MB";
            }
            if (initNanos > 0) {
                text += String.format(Locale.ROOT, "\tInit Duration: %.2f ms", initNanos / 1e6);
            }
            return status.isEmpty() ? text + "\t" : text + "\tStatus: " + status;
        }
    }
}
