package sst.local.httpapi.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** The public keys of tokens' issuers, found by OpenID discovery and kept for two hours, as API Gateway does. */
final class Issuers {
    private static final Duration KEPT = Duration.ofHours(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<String, Keys> known = new ConcurrentHashMap<>();

    private record Keys(JWKSet set, long until) {}

    /** Made at its first use: it loads all of TLS, which would be half of the local cloud's start. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    Issuers(Clock clock) {
        this.clock = clock;
    }

    /** An issuer's key; one that is not known yet may be new, so it is looked for once more. */
    RSAKey key(String issuer, String id) throws BadTokenException {
        Keys keys = known.get(issuer);
        Optional<RSAKey> found = keys != null && keys.until() > clock.millis() ? find(keys, id) : Optional.empty();
        if (found.isPresent()) {
            return found.get();
        }
        Keys read = read(issuer);
        known.put(issuer, read);
        return find(read, id).orElseThrow(() -> BadTokenException.token("unable to find a signing key for the token"));
    }

    private static Optional<RSAKey> find(Keys keys, String id) {
        return keys.set().getKeys().stream()
                .filter(key -> key instanceof RSAKey && id.equals(key.getKeyID()))
                .map(RSAKey.class::cast)
                .findFirst();
    }

    private Keys read(String issuer) throws BadTokenException {
        try {
            String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            String keys = Json.parse(get(base + "/.well-known/openid-configuration"))
                    .path("jwks_uri")
                    .asText();
            return new Keys(JWKSet.parse(get(keys)), clock.millis() + KEPT.toMillis());
        } catch (IOException | ParseException | IllegalArgumentException | AwsException broken) {
            throw BadTokenException.token("OIDC discovery endpoint communication error");
        }
    }

    private static String get(String uri) throws IOException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE).build();
            HttpResponse<String> answer = Client.SHARED.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(uri + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IOException(ending);
        }
    }
}
