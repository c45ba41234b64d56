package sst.runner.deploy.lock;

import java.time.Duration;
import java.time.Instant;

/** Whether a process of this machine still runs. */
@FunctionalInterface
public interface Liveness {
    boolean isAlive(long pid, Instant started);

    /** The real processes of this machine. */
    static Liveness ofThisMachine() {
        return (pid, started) -> ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, started).abs().compareTo(Duration.ofSeconds(2)) < 0)
                        .orElse(true))
                .orElse(false);
    }
}
