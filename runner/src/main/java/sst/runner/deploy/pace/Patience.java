package sst.runner.deploy.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sst.runner.aws.AwsFailure;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.event.DeployEvent.Throttled;

/**
 * Repeats calls that may be repeated: as long as AWS only asks for patience a run waits, and a connection that breaks is
 * tried again a few times. What AWS refuses is thrown at once.
 */
public final class Patience {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final Duration THROTTLED_AT_MOST = Duration.ofMinutes(10);
    private static final int LOST_AT_MOST = 4;

    private final Pace pace;
    private final Stop stop;
    private final Consumer<DeployEvent> events;

    public Patience(Pace pace, Stop stop, Consumer<DeployEvent> events) {
        this.pace = pace;
        this.stop = stop;
        this.events = events;
    }

    /** @param what names the call to the user */
    public <T> T call(String what, Supplier<T> call) {
        Instant begun = pace.clock().instant();
        int lost = 0;
        for (int attempt = 0; ; attempt++) {
            try {
                return call.get();
            } catch (AwsFailure failure) {
                boolean again =
                        switch (failure.kind()) {
                            case THROTTLED ->
                                Duration.between(begun, pace.clock().instant()).compareTo(THROTTLED_AT_MOST) < 0;
                            case UNREACHABLE -> lost++ < LOST_AT_MOST;
                            default -> false;
                        };
                if (!again || stop.isRequested()) {
                    throw failure;
                }
                pause(what, backoff(attempt), failure);
            }
        }
    }

    /** @param what names the call to the user */
    public void run(String what, Runnable call) {
        this.<Boolean>call(what, () -> {
            call.run();
            return Boolean.TRUE;
        });
    }

    private void pause(String what, Duration pause, AwsFailure failure) {
        if (failure.kind() == AwsFailure.Kind.THROTTLED) {
            events.accept(new Throttled(what, pause));
        }
        try {
            pace.pause(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    static Duration backoff(int attempt) {
        long millis = 500L << Math.min(attempt, 7);
        return millis > LONGEST_PAUSE.toMillis() ? LONGEST_PAUSE : Duration.ofMillis(millis);
    }
}
