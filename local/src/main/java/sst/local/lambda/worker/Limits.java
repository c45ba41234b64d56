package sst.local.lambda.worker;

import java.time.Duration;

/**
 * How much of the machine functions may take.
 *
 * @param workers the most processes at one time, over all functions
 * @param starting the most processes that start at one time; more would only slow each other down
 * @param queue how long an invocation waits for a worker before it is throttled
 * @param idle how long an unused worker stays warm
 * @param init how long a runtime may take to start before the function's own timeout begins to count
 */
public record Limits(int workers, int starting, Duration queue, Duration idle, Duration init) {
    /** Limits that suit a developer's machine. */
    public static Limits standard(int processors) {
        return new Limits(
                Math.max(16, 8 * processors),
                Math.max(2, processors),
                Duration.ofSeconds(20),
                Duration.ofMinutes(10),
                Duration.ofSeconds(10));
    }
}
