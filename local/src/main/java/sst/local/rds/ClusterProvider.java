package sst.local.rds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.postgres.PostgresFailure;

/**
 * {@code AWS::RDS::DBCluster} of Aurora PostgreSQL; its {@code Ref} is its identifier. The port is a free one of the
 * machine, whatever the template says; capacity, encryption, backups and networks are recorded, not enforced.
 */
record ClusterProvider(Clusters clusters, MasterUser master) implements ResourceProvider {
    private static final List<String> KEPT = List.of(
            "Engine",
            "EngineMode",
            "EngineVersion",
            "DatabaseName",
            "MasterUsername",
            "DeletionProtection",
            "DBSubnetGroupName",
            "StorageEncrypted",
            "BackupRetentionPeriod");
    private static final List<String> REFUSED = List.of(
            "ManageMasterUserPassword",
            "SnapshotIdentifier",
            "SourceDBClusterIdentifier",
            "ReplicationSourceIdentifier",
            "GlobalClusterIdentifier");
    private static final int UUID_PART = 26;

    @Override
    public String type() {
        return "AWS::RDS::DBCluster";
    }

    @Override
    public Map<String, Set<String>> only() {
        return Map.of("Engine", Set.of(Cluster.ENGINE));
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode properties = request.properties();
        refuse(properties);
        String id = properties
                .path("DBClusterIdentifier")
                .asText(request.generatedName())
                .toLowerCase(Locale.ROOT);
        String region = request.context().region();
        Optional<Cluster> there = clusters.find(region, id);
        if (there.isPresent() && !there.get().owner().equals(request.generatedName())) {
            throw new ResourceFailure("DB Cluster already exists (Service: Rds, Status Code: 400, Error Code:"
                    + " DBClusterAlreadyExistsFault): " + id);
        }
        Cluster cluster = there.orElseGet(() -> fresh(request, id));
        clusters.save(described(cluster, properties));
        return brought(cluster, () -> {
            clusters.make(cluster, master.name(properties), master.password(properties));
            master.makeDatabase(cluster, properties);
        });
    }

    private static Cluster fresh(ResourceRequest request, String id) {
        Cluster cluster = Cluster.named(request.context().region(), id);
        String letters = UUID.nameUUIDFromBytes(request.generatedName().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .toUpperCase(Locale.ROOT);
        cluster.settings()
                .put("Owner", request.generatedName())
                .put("DbClusterResourceId", "cluster-" + letters.substring(0, UUID_PART))
                .put("DBClusterArn", request.context().arn("rds", "cluster:" + cluster.id()));
        return cluster;
    }

    private static void refuse(ObjectNode properties) {
        String engine = properties.path("Engine").asText();
        if (!engine.equals(Cluster.ENGINE)) {
            throw new ResourceFailure("not supported locally: engine '" + engine + "' of an AWS::RDS::DBCluster; the"
                    + " local cloud runs " + Cluster.ENGINE + " only, and MySQL needs a stage on AWS");
        }
        REFUSED.stream()
                .filter(name -> !properties.path(name).isMissingNode())
                .filter(name -> !properties.path(name).asText().equals("false"))
                .findFirst()
                .ifPresent(name -> {
                    throw new ResourceFailure("not supported locally: " + name + " of an AWS::RDS::DBCluster");
                });
    }

    private static Cluster described(Cluster cluster, ObjectNode properties) {
        KEPT.stream().filter(properties::has).forEach(name -> cluster.settings().set(name, properties.get(name)));
        cluster.settings()
                .put(
                        "HttpEndpointEnabled",
                        properties.path("EnableHttpEndpoint").asBoolean(false));
        return cluster;
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        refuse(request.properties());
        Cluster cluster = clusters.find(request.context().region(), current.physicalId())
                .orElseThrow(() -> new ResourceFailure("DBCluster " + current.physicalId() + " not found."));
        clusters.save(described(cluster, request.properties()));
        return brought(cluster, () -> master.change(cluster, before, request.properties()));
    }

    /** What is done to a cluster's databases. */
    private interface Work {
        void run() throws SQLException;
    }

    private ResourceState brought(Cluster cluster, Work work) {
        ResourceState state = state(cluster);
        try {
            work.run();
            clusters.start(cluster);
            return state(cluster);
        } catch (SQLException refused) {
            throw new ResourceFailure("the cluster's PostgreSQL refuses: " + refused.getMessage(), state);
        } catch (PostgresFailure failed) {
            throw new ResourceFailure(String.valueOf(failed.getMessage()), state);
        }
    }

    private static ResourceState state(Cluster cluster) {
        Map<String, JsonNode> attributes = Map.of(
                "DBClusterArn", cluster.settings().path("DBClusterArn"),
                "DBClusterResourceId", cluster.settings().path("DbClusterResourceId"),
                "Endpoint.Address", TextNode.valueOf("127.0.0.1"),
                "Endpoint.Port", TextNode.valueOf(String.valueOf(cluster.port())),
                "Endpoint", TextNode.valueOf("127.0.0.1"),
                "ReadEndpoint.Address", TextNode.valueOf("127.0.0.1"),
                "Port", IntNode.valueOf(cluster.port()));
        return ResourceState.of(cluster.id(), attributes);
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        clusters.find(request.context().region(), current.physicalId()).ifPresent(cluster -> {
            if (cluster.settings().path("DeletionProtection").asBoolean(false)) {
                throw new ResourceFailure(
                        "Cannot delete protected Cluster, please disable deletion protection and try" + " again.");
            }
            clusters.delete(cluster);
        });
    }
}
