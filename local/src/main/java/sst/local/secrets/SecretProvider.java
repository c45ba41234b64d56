package sst.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.cfn.resource.ResourceState;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** {@code AWS::SecretsManager::Secret}; its {@code Ref} is its ARN. A deletion by CloudFormation has no recovery. */
record SecretProvider(Secrets secrets, SecretCalls calls, ValueCalls values) implements ResourceProvider {
    private static final String GENERATE = "GenerateSecretString";

    @Override
    public String type() {
        return "AWS::SecretsManager::Secret";
    }

    @Override
    public ResourceState create(ResourceRequest request) {
        ObjectNode properties = request.properties();
        String name = properties.path("Name").asText(request.generatedName());
        Optional<ObjectNode> own = secrets.find(request.context().region(), name)
                .filter(secret -> secret.path("Owner").asText().equals(request.generatedName()));
        if (own.isPresent()) {
            return state(own.get());
        }
        try {
            ObjectNode input = properties.deepCopy();
            input.remove(GENERATE);
            input.put("Name", name).set("Tags", tags(request));
            if (input.path("ReplicaRegions").size() > 0) {
                throw new ResourceFailure("not supported locally: ReplicaRegions of an AWS::SecretsManager::Secret");
            }
            if (properties.has(GENERATE)) {
                input.put("SecretString", generated(properties.path(GENERATE)));
            }
            calls.create(input, request.context());
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
        ObjectNode secret = secrets.existing(request.context().region(), name);
        secrets.save(secret.put("Owner", request.generatedName()));
        return state(secret);
    }

    @Override
    public ResourceState update(ResourceRequest request, ResourceState current, ObjectNode before) {
        ObjectNode properties = request.properties();
        String region = request.context().region();
        try {
            ObjectNode secret = secrets.usable(region, current.physicalId());
            SecretCalls.describe(secret, properties);
            secret.set("Tags", tags(request));
            secrets.save(secret);
            newValue(properties, before)
                    .ifPresent(text -> values.put(
                            region, current.physicalId(), Json.object().put("SecretString", text)));
            return state(secret);
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text());
        }
    }

    /** A value is put only where its declaration changed: what was put since by others stays. */
    private Optional<String> newValue(ObjectNode properties, ObjectNode before) {
        JsonNode text = properties.path("SecretString");
        if (text.isTextual()) {
            return text.equals(before.path("SecretString")) ? Optional.empty() : Optional.of(text.asText());
        }
        JsonNode rules = properties.path(GENERATE);
        return rules.isMissingNode() || rules.equals(before.path(GENERATE))
                ? Optional.empty()
                : Optional.of(generated(rules));
    }

    private String generated(JsonNode rules) {
        String password = RandomPassword.of(rules).make(secrets.random());
        String key = rules.path("GenerateStringKey").asText();
        if (key.isEmpty()) {
            return password;
        }
        if (!(Json.parse(rules.path("SecretStringTemplate").asText("{}")) instanceof ObjectNode template)) {
            throw new ResourceFailure("SecretStringTemplate must be a JSON object");
        }
        return template.put(key, password).toString();
    }

    private static ArrayNode tags(ResourceRequest request) {
        Map<String, String> tags = new TreeMap<>(request.tags());
        request.properties()
                .path("Tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        ArrayNode list = Json.object().arrayNode();
        tags.forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        return list;
    }

    private static ResourceState state(ObjectNode secret) {
        String arn = secret.path("ARN").asText();
        return ResourceState.of(arn, Map.of("Id", TextNode.valueOf(arn)));
    }

    @Override
    public void delete(ResourceRequest request, ResourceState current) {
        secrets.find(request.context().region(), current.physicalId()).ifPresent(secrets::remove);
    }
}
