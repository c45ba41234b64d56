package sst.local.rds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.port.SecretAccess;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/**
 * {@code AWS::SecretsManager::SecretTargetAttachment} of a cluster: adds to the secret where the cluster is.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html">AWS</a>
 */
record AttachmentProvider(Clusters clusters, SecretAccess secrets) implements ResourceProvider {
    private static final String CLUSTER = "AWS::RDS::DBCluster";

    @Override
    public String type() {
        return "AWS::SecretsManager::SecretTargetAttachment";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode properties = request.properties();
        String target = properties.path("TargetType").asText();
        if (!target.equals(CLUSTER)) {
            throw new ResourceFailure("not supported locally: attaching a secret to an " + target);
        }
        String id = properties.path("TargetId").asText();
        String region = request.context().region();
        Cluster cluster =
                clusters.find(region, id).orElseThrow(() -> new ResourceFailure("DBCluster " + id + " not found."));
        String secret = properties.path("SecretId").asText();
        try {
            secrets.merge(region, secret, place(cluster));
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
        return ResourceState.of(secret, Map.of("Id", TextNode.valueOf(secret)));
    }

    static ObjectNode place(Cluster cluster) {
        ObjectNode place = Json.object()
                .put("engine", "postgres")
                .put("host", "127.0.0.1")
                .put("port", cluster.port())
                .put("dbClusterIdentifier", cluster.id());
        String database = cluster.text("DatabaseName");
        return database.isEmpty() ? place : place.put("dbname", database);
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return create(request);
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        // AWS leaves the secret as it is, too.
    }
}
