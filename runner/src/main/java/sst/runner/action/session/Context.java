package sst.runner.action.session;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.UnaryOperator;
import sst.runner.aws.account.AwsConnector;
import sst.runner.cloud.LocalCloud;
import sst.runner.deploy.lock.LockOwner;
import sst.runner.deploy.pace.Pace;
import sst.runner.deploy.pace.Stop;
import sst.runner.stage.ProjectFolder;
import sst.runner.ui.Ui;

/**
 * The world that actions act in, passed in so that a test can replace any of it.
 *
 * @param lib where sst's own jars lie
 * @param redactor hides secrets in all that is written
 * @param stop the user's wish to stop
 */
public record Context(
        ProjectFolder project,
        Map<String, String> env,
        Path lib,
        Ui ui,
        AwsConnector connector,
        Pace pace,
        Stop stop,
        UnaryOperator<String> redactor) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    public Context {
        env = Map.copyOf(env);
    }

    /** The project's local cloud, running or not. */
    public LocalCloud localCloud() {
        return new LocalCloud(project.local(), lib, env);
    }

    /** The time that actions live in. */
    public Clock clock() {
        return pace.clock();
    }

    /** An id for a run: when it began and what no other run has. */
    String newRunId() {
        int random = new SecureRandom().nextInt(0x10000);
        return STAMP.format(clock().instant()) + "-" + String.format(java.util.Locale.ROOT, "%04x", random);
    }

    LockOwner owner() {
        ProcessHandle self = ProcessHandle.current();
        String user = env.getOrDefault("USER", env.getOrDefault("USERNAME", "unknown"));
        Instant started = self.info().startInstant().orElse(clock().instant());
        return new LockOwner(user, HostName.of(env), self.pid(), started);
    }
}
