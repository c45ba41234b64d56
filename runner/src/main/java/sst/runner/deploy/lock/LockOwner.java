package sst.runner.deploy.lock;

import java.time.Instant;

/**
 * A process that may hold a lock.
 *
 * @param started when the process began, so that a reused pid is not taken for it
 */
public record LockOwner(String user, String host, long pid, Instant started) {
    @Override
    public String toString() {
        return user + "@" + host + ", process " + pid;
    }
}
