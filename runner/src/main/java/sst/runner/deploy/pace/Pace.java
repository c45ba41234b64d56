package sst.runner.deploy.pace;

import java.time.Clock;
import java.time.Duration;

/** Time as the executor lives it, so that a test can let hours pass at once. */
public interface Pace {
    Clock clock();

    void pause(Duration duration) throws InterruptedException;

    /** Real time. */
    static Pace real() {
        return new Pace() {
            @Override
            public Clock clock() {
                return Clock.systemUTC();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration.toMillis());
            }
        };
    }
}
