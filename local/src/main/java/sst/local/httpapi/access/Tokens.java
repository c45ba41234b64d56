package sst.local.httpapi.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import sst.local.wire.codec.Json;

/**
 * Checks tokens as API Gateway does.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
public final class Tokens {
    private final Issuers issuers;
    private final Clock clock;

    /** Tokens of the world's issuers, at this clock's time. */
    public Tokens(Clock clock) {
        this.issuers = new Issuers(clock);
        this.clock = clock;
    }

    /** The claims and scopes of a good token, as events show them. */
    ObjectNode check(Access.Token access, String text) throws BadTokenException {
        SignedJWT token = signed(text);
        JsonNode claims = Json.parse(token.getPayload().toString());
        checkSignature(access, token);
        checkClaims(access, claims);
        List<String> scopes = scopes(claims);
        if (!access.scopes().isEmpty() && scopes.stream().noneMatch(access.scopes()::contains)) {
            throw BadTokenException.scope();
        }
        ObjectNode shown = Json.object();
        ObjectNode all = shown.putObject("claims");
        claims.properties().forEach(claim -> all.put(claim.getKey(), text(claim.getValue())));
        if (access.scopes().isEmpty()) {
            return shown.putNull("scopes");
        }
        ArrayNode granted = shown.putArray("scopes");
        scopes.forEach(granted::add);
        return shown;
    }

    private static SignedJWT signed(String text) throws BadTokenException {
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (token.getPayload().toJSONObject() == null) {
                throw BadTokenException.token("unable to decode the token");
            }
            return token;
        } catch (ParseException broken) {
            throw BadTokenException.token("unable to decode the token");
        }
    }

    private void checkSignature(Access.Token access, SignedJWT token) throws BadTokenException {
        if (!JWSAlgorithm.Family.RSA.contains(token.getHeader().getAlgorithm())) {
            throw BadTokenException.token("signing method is invalid");
        }
        String id = token.getHeader().getKeyID();
        RSAKey key = issuers.key(access.issuer(), id == null ? "" : id);
        try {
            if (!token.verify(new RSASSAVerifier(key))) {
                throw BadTokenException.token("the token has an invalid signature");
            }
        } catch (JOSEException broken) {
            throw BadTokenException.token("the token has an invalid signature");
        }
    }

    private void checkClaims(Access.Token access, JsonNode claims) throws BadTokenException {
        long now = clock.millis() / 1000;
        if (!claims.path("iss").asText().equals(access.issuer())) {
            throw BadTokenException.token("the token has an invalid issuer");
        }
        JsonNode audience = claims.has("aud") ? claims.path("aud") : claims.path("client_id");
        List<String> named = audience.isArray() ? texts(audience) : List.of(audience.asText());
        if (named.stream().noneMatch(access.audience()::contains)) {
            throw BadTokenException.token("the token has an invalid audience");
        }
        if (claims.path("exp").asLong(0) <= now) {
            throw BadTokenException.token("the token has expired");
        }
        if (claims.path("nbf").asLong(0) > now || claims.path("iat").asLong(0) > now) {
            throw BadTokenException.token("the token is not yet valid");
        }
    }

    private static List<String> scopes(JsonNode claims) {
        JsonNode scopes = claims.has("scope") ? claims.path("scope") : claims.path("scp");
        return scopes.isArray() ? texts(scopes) : List.of(scopes.asText("").split(" "));
    }

    /** Every claim is text in events; lists in brackets. */
    private static String text(JsonNode claim) {
        if (!claim.isArray()) {
            return claim.isValueNode() ? claim.asText() : claim.toString();
        }
        StringJoiner all = new StringJoiner(" ", "[", "]");
        claim.forEach(each -> all.add(each.asText()));
        return all.toString();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
