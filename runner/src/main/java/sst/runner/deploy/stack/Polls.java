package sst.runner.deploy.stack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How often may be asked: CloudFormation answers only a few describes a second per account and region, so all stacks
 * share one token bucket, and a stack that takes long is looked at less often.
 */
public final class Polls {
    private final Pacing pacing;
    private final Clock clock;
    private double tokens;
    private Instant filled;

    public Polls(Pacing pacing, Clock clock) {
        this.pacing = pacing;
        this.clock = clock;
        this.tokens = pacing.burst();
        this.filled = clock.instant();
    }

    /** Zero when a look may be taken now, which is then counted; else how long to wait for it. */
    synchronized Duration take() {
        Instant now = clock.instant();
        double seconds = Duration.between(filled, now).toNanos() / 1e9;
        tokens = Math.min(pacing.burst(), tokens + seconds * pacing.perSecond());
        filled = now;
        if (tokens >= 1) {
            tokens -= 1;
            return Duration.ZERO;
        }
        return Duration.ofMillis((long) Math.ceil((1 - tokens) / pacing.perSecond() * 1000));
    }

    /** The time that this run lives in. */
    Instant now() {
        return clock.instant();
    }

    /** The pause before look number {@code count}, growing from the first to the longest. */
    Duration interval(int count) {
        double factor = Math.pow(1.3, Math.min(count, 40));
        long millis = (long) (pacing.first().toMillis() * factor);
        return Duration.ofMillis(Math.min(millis, pacing.longest().toMillis()));
    }

    /**
     * The rhythm of looking.
     *
     * @param perSecond looks a second over all stacks
     * @param burst looks that may come at once
     */
    public record Pacing(Duration first, Duration longest, double perSecond, int burst) {
        /** CloudFormation throttles at about five describes a second (aws-cdk#1647, aws-sam-cli#2671). */
        public static final Pacing AWS = new Pacing(Duration.ofSeconds(1), Duration.ofSeconds(8), 2, 6);

        /** On this machine a look costs a millisecond. */
        public static final Pacing LOCAL = new Pacing(Duration.ofMillis(15), Duration.ofMillis(400), 200, 100);
    }
}
