package sst.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The local cloud's process: {@code java -cp sst-local.jar sst.local.Main --dir STATE_DIR --port PORT}. It owns the state
 * folder, writes {@code cloud.json} there when it is ready and {@code cloud.log} all along, and ends on SIGTERM or
 * {@code POST /_sst/stop}. Exit codes: 0 stopped, 1 could not start (the reason is on stderr), 2 wrong arguments.
 *
 * <p>Whoever starts it should pass {@code -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms16m -Xmn12m -Xmx1g}: a small
 * young generation keeps the process near 90 MB under load instead of 190, at the same latency; the largest heap leaves
 * room for function code sent inline. A class-data archive ({@code -XX:SharedArchiveFile}) saves another third of the
 * processor time of a start.
 */
public final class Main {
    private static final long LOG_BYTES = 8L * 1024 * 1024;
    private static final long STOP_SECONDS = 10;

    private Main() {}

    /** Runs until it is stopped. */
    public static void main(String[] arguments) {
        try (PrintStream stderr =
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
            int code = run(arguments, stderr);
            stderr.flush();
            Runtime.getRuntime().exit(code);
        }
    }

    private static int run(String[] arguments, PrintStream stderr) {
        CloudSettings settings;
        try {
            settings = settings(arguments);
        } catch (IllegalArgumentException wrong) {
            stderr.println("sst local: " + wrong.getMessage());
            return 2;
        }
        try {
            serve(settings);
            return 0;
        } catch (StateFolder.InUse | PortTaken refused) {
            stderr.println("sst local: " + refused.getMessage());
            return 1;
        } catch (IOException | RuntimeException failed) {
            stderr.println("sst local: " + failed.getMessage());
            System.getLogger("sst.local").log(System.Logger.Level.ERROR, "cannot start", failed);
            return 1;
        } catch (InterruptedException stopped) {
            return 1;
        }
    }

    private static void serve(CloudSettings settings) throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (StateFolder folder = StateFolder.take(settings.folder())) {
            PrintStream log = new PrintStream(new CloudLog(folder.log(), LOG_BYTES), true, StandardCharsets.UTF_8);
            System.setOut(log);
            System.setErr(log);
            Clock clock = Clock.systemUTC();
            try (LocalCloud cloud = LocalCloud.start(settings, clock)) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cloud, ended), "stop"));
                folder.announce(cloud, clock.instant());
                log.println(clock.instant() + " ready at " + cloud.endpoint());
                cloud.awaitStop();
                log.println(clock.instant() + " stops");
            }
        } finally {
            ended.countDown();
        }
    }

    /** On SIGTERM the JVM waits for this hook, and the hook for the orderly end of {@link #serve}. */
    private static void stop(LocalCloud cloud, CountDownLatch ended) {
        cloud.stop();
        try {
            if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger("sst.local").log(System.Logger.Level.WARNING, "stopped in the middle of something");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static CloudSettings settings(String[] arguments) {
        Path folder = null;
        int port = 0;
        for (int at = 0; at < arguments.length; at += 2) {
            if (at + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[at] + " needs a value");
            }
            String value = arguments[at + 1];
            switch (arguments[at]) {
                case "--dir" -> folder = Path.of(value).toAbsolutePath();
                case "--port" -> port = port(value);
                default -> throw new IllegalArgumentException("unknown argument " + arguments[at]);
            }
        }
        if (folder == null) {
            throw new IllegalArgumentException("usage: --dir STATE_DIR [--port PORT]");
        }
        return new CloudSettings(folder, port);
    }

    private static int port(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("not a port: " + value);
        }
    }
}
