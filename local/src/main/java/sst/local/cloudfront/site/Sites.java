package sst.local.cloudfront.site;

import java.net.http.HttpClient;
import java.time.Duration;

/** What all sites share: where the local cloud is, the functions at their doors, a client for origins. */
public final class Sites {
    private static final int CONNECT_SECONDS = 30;

    private final String endpoint;
    private final EdgeFunctions functions;
    private final HttpClient web = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(CONNECT_SECONDS))
            .build();

    /** Sites of the local cloud at an address. */
    public Sites(String endpoint, EdgeFunctions functions) {
        this.endpoint = endpoint;
        this.functions = functions;
    }

    String endpoint() {
        return endpoint;
    }

    EdgeFunctions functions() {
        return functions;
    }

    HttpClient web() {
        return web;
    }
}
