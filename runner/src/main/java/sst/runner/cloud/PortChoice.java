package sst.runner.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/**
 * Finds the port for the local cloud: the one asked for, else the remembered one, else the usual one, else any free one.
 *
 * @param folder where the port of last time is kept
 * @param usual the port that clients of local clouds expect
 */
record PortChoice(Path folder, Map<String, String> env, int usual) {
    private static final int USUAL = 4566;

    private static final int ANY = 0;

    PortChoice(Path folder, Map<String, String> env) {
        this(folder, env, USUAL);
    }

    int choose(@Nullable Integer option) {
        Optional<Integer> wanted = Optional.ofNullable(option).or(this::fromEnv);
        if (wanted.isPresent()) {
            int port = wanted.get();
            if (port < 0 || port > 65535) {
                throw Problems.of(Code.USAGE, "'" + port + "' is not a port").asError();
            }
            if (port != ANY && !isFree(port)) {
                throw taken(port, "choose another --port, or stop what listens there");
            }
            return port;
        }
        Optional<Integer> remembered = remembered();
        if (remembered.isPresent()) {
            if (!isFree(remembered.get())) {
                throw taken(
                        remembered.get(), "stop what listens there, or move the local cloud: sst local start --port 0");
            }
            return remembered.get();
        }
        return isFree(usual) ? usual : ANY;
    }

    /** What to try when a start on a chosen port failed: any port, if nobody asked for the usual one and it is taken now. */
    Optional<Integer> instead(@Nullable Integer option, int chosen) {
        boolean isAskedFor = Optional.ofNullable(option)
                .or(this::fromEnv)
                .or(this::remembered)
                .isPresent();
        return chosen == usual && !isAskedFor && !isFree(usual) ? Optional.of(ANY) : Optional.empty();
    }

    void remember(int port) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file(), port + "\n", StandardCharsets.UTF_8);
    }

    private Optional<Integer> fromEnv() {
        String text = env.get("SST_LOCAL_PORT");
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,5}")) {
            throw Problems.of(Code.USAGE, "SST_LOCAL_PORT is '" + text + "', which is not a port")
                    .asError();
        }
        return Optional.of(Integer.valueOf(text));
    }

    private Optional<Integer> remembered() {
        try {
            String text = Files.readString(file(), StandardCharsets.UTF_8).strip();
            return text.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path file() {
        return folder.resolve("port");
    }

    private static RuntimeException taken(int port, String hint) {
        return Problems.cloud(
                Problems.of(Code.LOCAL_CLOUD, "port " + port + " on 127.0.0.1 is taken by another program")
                        .hint(hint));
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort() == port;
        } catch (IOException e) {
            return false;
        }
    }
}
