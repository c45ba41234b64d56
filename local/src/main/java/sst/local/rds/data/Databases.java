package sst.local.rds.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import sst.local.port.SecretAccess;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** Finds the database that a call is for, and the way into it. */
public final class Databases {
    private final SecretAccess secrets;
    private final BiFunction<String, String, @Nullable Place> clusters;

    /**
     * Finds databases.
     *
     * @param clusters gives the cluster of a region and an ARN
     */
    public Databases(SecretAccess secrets, BiFunction<String, String, @Nullable Place> clusters) {
        this.secrets = secrets;
        this.clusters = clusters;
    }

    /**
     * A cluster as the Data API sees it.
     *
     * @param id its identifier
     * @param isV1 whether it is Serverless v1
     * @param isEnabled whether it has the Data API
     * @param port gives its port, when it runs
     */
    public record Place(String id, boolean isV1, boolean isEnabled, IntSupplier port) {}

    /** A database, and how errors of calls to it are told. */
    record Target(Login login, Failures failures) {}

    Failures failures(JsonNode input, CallContext context) {
        return new Failures(place(input, context).isV1());
    }

    Target target(JsonNode input, CallContext context) {
        Place place = place(input, context);
        Failures failures = new Failures(place.isV1());
        if (!place.isEnabled()) {
            throw failures.noEndpoint(place.id());
        }
        String arn = input.path("secretArn").asText();
        String text = secrets.text(SecretAccess.Wanted.current(context.region(), arn))
                .orElseThrow(() -> failures.secret(arn));
        JsonNode secret = parsed(text, failures);
        String user = secret.path("username").asText();
        if (user.isEmpty() || !secret.has("password")) {
            throw failures.invalidSecret();
        }
        String database = input.path("database").asText(user);
        return new Target(
                new Login(
                        place.port().getAsInt(),
                        database,
                        user,
                        secret.path("password").asText()),
                failures);
    }

    private static JsonNode parsed(String text, Failures failures) {
        try {
            return Json.parse(text);
        } catch (AwsException noJson) {
            throw failures.invalidSecret();
        }
    }

    private Place place(JsonNode input, CallContext context) {
        String arn = input.path("resourceArn").asText();
        for (String needed : new String[] {"resourceArn", "secretArn"}) {
            if (input.path(needed).asText().isEmpty()) {
                throw new AwsException(400, "BadRequestException", "Invalid ARN: '" + needed + "' is missing");
            }
        }
        Place place = clusters.apply(context.region(), arn);
        if (place == null) {
            throw new AwsException(404, "DatabaseNotFoundException", "DBCluster " + arn + " not found.");
        }
        return place;
    }
}
