package sst.scripts.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The SDK's HTTP client for AWS or for the local cloud. */
public final class Connections {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private Connections() {}

    /**
     * A client over the JDK's own connections. That for AWS reads the JDK's certificates at once, which costs a tenth of a
     * second; the local cloud speaks plain HTTP and needs none, and no proxy stands before it.
     *
     * @param endpoint the local cloud's address, null for AWS itself
     * @param longest that an answer may be silent
     */
    public static SdkHttpClient to(@Nullable String endpoint, Duration longest) {
        if (endpoint == null) {
            return UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(longest)
                    .build();
        }
        return UrlConnectionHttpClient.create(address -> plain(address, longest));
    }

    private static HttpURLConnection plain(URI address, Duration longest) {
        try {
            HttpURLConnection made = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            made.setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
            made.setReadTimeout(Math.toIntExact(longest.toMillis()));
            return made;
        } catch (IOException unopened) {
            throw new UncheckedIOException(unopened);
        }
    }
}
