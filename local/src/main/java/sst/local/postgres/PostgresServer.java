package sst.local.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server as a child process on 127.0.0.1. It ends when this process ends, however that happens: a shell
 * between the two holds a pipe from here and stops the server when the pipe breaks. What a server has acknowledged is
 * kept when processes are killed; as with the rest of the local cloud, not when the machine loses power.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String GUARD =
            """
            exec 3<&0
            "$@" </dev/null 3<&- &
            child=$!
            { read -r line <&3; kill -INT $child; } 2>/dev/null &
            exec 3<&-
            wait $child
            """;
    private static final String READY = "database system is ready to accept connections";
    private static final int START_SECONDS = 120;
    private static final int STOP_SECONDS = 20;
    private static final int LINES = 20;

    private final DataFolder folder;
    private final int port;
    private final Process process;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final List<String> lines = new ArrayList<>();

    private PostgresServer(DataFolder folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts a server that accepts connections when this returns.
     *
     * @param folder its data, made before
     * @param port where it listens
     * @throws PostgresFailure when it does not come up
     */
    public static PostgresServer start(DataFolder folder, int port) {
        folder.awaitFormer(STOP_SECONDS);
        List<String> command = new ArrayList<>(List.of("sh", "-c", GUARD, "sh"));
        command.addAll(folder.account()
                .command(List.of(
                        folder.programs().get("postgres").toString(),
                        "-D",
                        folder.data().toString())));
        settings(port).forEach(setting -> command.addAll(List.of("-c", setting)));
        PostgresServer server = new PostgresServer(folder, port, run(command));
        Thread reader = new Thread(server::read, "postgres-" + port);
        reader.setDaemon(true);
        reader.start();
        server.awaitReady();
        return server;
    }

    private static List<String> settings(int port) {
        return List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "shared_buffers=16MB",
                "max_connections=50",
                "max_wal_size=128MB",
                "fsync=off",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_min_messages=log",
                "log_min_error_statement=panic");
    }

    static Process run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot run " + command.get(0), refused);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                remember(line);
                if (line.contains(READY)) {
                    ready.complete(true);
                }
            }
        } catch (IOException ended) {
            remember(ended.toString());
        }
        ready.complete(false);
    }

    private synchronized void remember(String line) {
        if (lines.size() == LINES) {
            lines.remove(0);
        }
        lines.add(line);
    }

    private void awaitReady() {
        try {
            if (ready.get(START_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (TimeoutException | ExecutionException late) {
            remember(late.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        close();
        throw new PostgresFailure("PostgreSQL does not start: " + tail());
    }

    private synchronized String tail() {
        return String.join("\n", lines);
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Its process. */
    public long pid() {
        return folder.pid().orElse(process.pid());
    }

    /** Whether it runs. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Ends it in order: transactions under way are rolled back, connections closed. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException broken) {
            process.destroy();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there are data to start a server on. */
    static boolean isData(Path data) {
        return Files.isRegularFile(data.resolve("PG_VERSION"));
    }
}
