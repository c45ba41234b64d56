package sst.runner.action.session;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** This machine's name, found without asking the network where that is possible. */
final class HostName {
    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    static String of(Map<String, String> env) {
        String named = env.getOrDefault("HOSTNAME", env.getOrDefault("COMPUTERNAME", ""));
        if (!named.isEmpty()) {
            return named;
        }
        try {
            return Files.isReadable(LINUX)
                    ? Files.readString(LINUX).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
