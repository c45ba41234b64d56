package sst.local.wire.gateway;

import java.util.Map;

/**
 * What the JDK's HTTP server reads from system properties when its class loads; a value set on the command line wins.
 * See https://docs.oracle.com/en/java/javase/21/docs/api/jdk.httpserver/module-summary.html
 */
final class ServerSettings {
    private static final Map<String, String> WANTED = Map.of(
            // Without it every answer waits 40 ms for the client's delayed acknowledgement.
            "sun.net.httpserver.nodelay", "true",
            // Clients keep connections longer than the default of 30 s and would meet a closed one.
            "sun.net.httpserver.idleInterval", "600",
            "sun.net.httpserver.maxIdleConnections", "1000",
            // A refused upload is read on for a while, so that its client sees the answer instead of a reset.
            "sun.net.httpserver.drainAmount", "4194304");

    private ServerSettings() {}

    static void apply() {
        WANTED.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
