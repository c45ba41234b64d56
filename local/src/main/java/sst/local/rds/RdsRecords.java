package sst.local.rds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;

/**
 * Types that are recorded, not enforced, because a local cluster is one process without a network.
 *
 * @param type the type's name
 * @param id the property with the name that a user gives
 * @param attributes gives {@code Fn::GetAtt} values
 */
record RdsRecords(String type, String id, Function<ResourceRequest, Map<String, JsonNode>> attributes)
        implements ResourceProvider {

    static List<ResourceProvider> all() {
        return List.of(
                new RdsRecords("AWS::RDS::DBSubnetGroup", "DBSubnetGroupName", request -> Map.of()),
                new RdsRecords("AWS::RDS::DBClusterParameterGroup", "DBClusterParameterGroupName", request -> Map.of()),
                new RdsRecords("AWS::RDS::DBParameterGroup", "DBParameterGroupName", request -> Map.of()));
    }

    @Override
    public boolean isRecordOnly() {
        return true;
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        String name = request.properties().path(id).asText(request.generatedName());
        return ResourceState.of(name.toLowerCase(Locale.ROOT), attributes.apply(request));
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        return ResourceState.of(current.physicalId(), attributes.apply(request));
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        // The stack's own record was all there is.
    }

    /** The instances of a cluster: all of them are its one process. */
    static ResourceProvider instances(Clusters clusters) {
        return new RdsRecords("AWS::RDS::DBInstance", "DBInstanceIdentifier", request -> {
            String id = request.properties().path("DBClusterIdentifier").asText();
            if (id.isEmpty()) {
                throw new ResourceFailure(
                        "not supported locally: an AWS::RDS::DBInstance outside of an Aurora cluster");
            }
            Cluster cluster = clusters.find(request.context().region(), id)
                    .orElseThrow(() -> new ResourceFailure("DBCluster " + id + " not found."));
            return Map.of(
                    "Endpoint.Address", TextNode.valueOf("127.0.0.1"),
                    "Endpoint.Port", TextNode.valueOf(String.valueOf(cluster.port())));
        });
    }
}
