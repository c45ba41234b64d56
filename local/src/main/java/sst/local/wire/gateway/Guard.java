package sst.local.wire.gateway;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sst.local.wire.AwsException;

/**
 * Keeps web pages of other sites out: a page may reach 127.0.0.1 through a name of its own (DNS rebinding) or by a
 * cross-site request, and both show in the Host and Origin headers.
 */
public final class Guard {
    /** Deployed HTTP APIs decide on origins by their own CORS settings. */
    private static final String OPEN_TO_ORIGINS = "/_api/";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private Guard() {}

    /**
     * Lets a request in, or not.
     *
     * @throws AwsException {@code AccessDenied} when its host or origin is foreign
     */
    public static void check(Map<String, List<String>> headers, String path) {
        List<String> hosts = headers.getOrDefault("host", List.of());
        if (hosts.size() != 1 || !isLoopback(withoutPort(hosts.get(0)))) {
            throw refused("Host", hosts);
        }
        List<String> origins = headers.getOrDefault("origin", List.of());
        boolean isForeign = origins.stream().anyMatch(origin -> !isLoopback(host(origin)));
        if (isForeign && !path.startsWith(OPEN_TO_ORIGINS)) {
            throw refused("Origin", origins);
        }
    }

    /** Whether a request comes by a foreign name or from a page of another site. */
    public static boolean isForeign(Map<String, List<String>> headers) {
        try {
            check(headers, "/");
            return false;
        } catch (AwsException refused) {
            return true;
        }
    }

    private static AwsException refused(String header, List<String> values) {
        return new AwsException(
                403,
                "AccessDenied",
                "sst local answers 127.0.0.1 and localhost only; refused " + header + " "
                        + (values.isEmpty() ? "(none)" : values.get(0)));
    }

    private static String withoutPort(String host) {
        int port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }

    private static String host(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException notAnOrigin) {
            return "";
        }
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || name.endsWith(".localhost");
    }
}
