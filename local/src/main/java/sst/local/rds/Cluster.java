package sst.local.rds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import sst.local.wire.codec.Json;

/**
 * A database cluster.
 *
 * @param region where it is
 * @param id its identifier, lower case
 * @param settings what is kept of it: engine, user, database, port and so on
 */
record Cluster(String region, String id, ObjectNode settings) {
    static final String ENGINE = "aurora-postgresql";

    Cluster {
        id = id.toLowerCase(Locale.ROOT);
    }

    static Cluster of(String region, ObjectNode settings) {
        return new Cluster(region, settings.path("DBClusterIdentifier").asText(), settings);
    }

    static Cluster named(String region, String id) {
        return new Cluster(region, id, Json.object().put("DBClusterIdentifier", id.toLowerCase(Locale.ROOT)));
    }

    String text(String setting) {
        return settings.path(setting).asText();
    }

    int port() {
        return settings.path("Port").asInt();
    }

    String owner() {
        return text("Owner");
    }

    /** Serverless v1, whose Data API has errors of its own. */
    boolean isV1() {
        return text("EngineMode").equals("serverless");
    }

    boolean hasDataApi() {
        return settings.path("HttpEndpointEnabled").asBoolean(false);
    }

    String key() {
        return region + "/" + id;
    }
}
