package sst.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.iam.Records.Kind;

/** {@code AWS::IAM::Policy}: an inline policy of roles. Users and groups are not kept here, so naming them is refused. */
record InlinePolicyProvider(Records records) implements ResourceProvider {
    @Override
    public String type() {
        return "AWS::IAM::Policy";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        put(request);
        // CloudFormation's physical id of an inline policy is a generated name, not the policy's own.
        String id = request.generatedName();
        return ResourceState.of(id, Map.of("Id", TextNode.valueOf(id)));
    }

    private void put(ResourceRequest request) {
        ObjectNode properties = request.properties();
        if (!properties.path("Users").isEmpty() || !properties.path("Groups").isEmpty()) {
            throw new ResourceFailure("not supported locally: AWS::IAM::Policy for Users or Groups");
        }
        for (JsonNode role : properties.path("Roles")) {
            ObjectNode record = records.find(Kind.ROLE, role.asText())
                    .orElseThrow(
                            () -> new ResourceFailure("The role with name " + role.asText() + " cannot be found."));
            String document = properties.path("PolicyDocument").toString();
            new InlineCalls(records).put(record, properties.path("PolicyName").asText(), document);
        }
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        removeFrom(before);
        put(request);
        return current;
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        removeFrom(request.properties());
    }

    private void removeFrom(ObjectNode properties) {
        String name = properties.path("PolicyName").asText();
        for (JsonNode role : properties.path("Roles")) {
            records.find(Kind.ROLE, role.asText()).ifPresent(record -> {
                record.withObjectProperty("Inline").remove(name);
                records.save(Kind.ROLE, record);
            });
        }
    }
}
