package sst.local.rds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** Looks at clusters; they are made by templates alone. */
record DescribeCalls(Clusters clusters) {
    private static final List<String> SHOWN = List.of(
            "DBClusterIdentifier",
            "DBClusterArn",
            "DbClusterResourceId",
            "Engine",
            "EngineMode",
            "EngineVersion",
            "DatabaseName",
            "MasterUsername",
            "Port",
            "HttpEndpointEnabled",
            "DeletionProtection");

    ObjectNode clusters(ObjectNode input, CallContext context) {
        String wanted = input.path("DBClusterIdentifier").asText();
        List<Cluster> found = wanted.isEmpty()
                ? clusters.in(context.region())
                : clusters.find(context.region(), wanted).stream().toList();
        if (found.isEmpty() && !wanted.isEmpty()) {
            throw new AwsException(404, "DBClusterNotFoundFault", "DBCluster " + wanted + " not found.");
        }
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putObject("DBClusters").putArray("DBCluster[]");
        found.forEach(cluster -> {
            ObjectNode shown = list.addObject();
            SHOWN.stream()
                    .filter(cluster.settings()::has)
                    .forEach(name -> shown.set(name, cluster.settings().get(name)));
            shown.put("Status", "available").put("Endpoint", "127.0.0.1").put("ReaderEndpoint", "127.0.0.1");
        });
        return answer;
    }
}
