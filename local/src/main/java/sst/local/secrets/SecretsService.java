package sst.local.secrets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.SecretAccess;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Endpoint;
import sst.local.wire.Operation;
import sst.local.wire.Protocol;
import sst.local.wire.codec.Json;

/**
 * AWS Secrets Manager of the local cloud. Rotation and replicas are refused; encryption is with a key of the state folder.
 * See https://docs.aws.amazon.com/secretsmanager/latest/apireference/
 */
public final class SecretsService implements LocalService, SecretAccess {
    private final Secrets secrets;
    private final SecretCalls calls;
    private final ValueCalls values;
    private final SecretSearch search;

    /** Makes the service. */
    public SecretsService(Host host) {
        this.secrets = new Secrets(host, new SecureRandom());
        this.calls = new SecretCalls(secrets);
        this.values = new ValueCalls(secrets);
        this.search = new SecretSearch(secrets, values);
    }

    @Override
    public String name() {
        return "secretsmanager";
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, Operation> operations = Map.ofEntries(
                Map.entry("CreateSecret", calls::create),
                Map.entry("DescribeSecret", calls::describe),
                Map.entry("UpdateSecret", calls::update),
                Map.entry("DeleteSecret", calls::delete),
                Map.entry("RestoreSecret", calls::restore),
                Map.entry("PutResourcePolicy", new PolicyCalls(secrets)::put),
                Map.entry("GetResourcePolicy", new PolicyCalls(secrets)::get),
                Map.entry("DeleteResourcePolicy", new PolicyCalls(secrets)::delete),
                Map.entry("TagResource", calls::tag),
                Map.entry("UntagResource", calls::untag),
                Map.entry("GetSecretValue", values::get),
                Map.entry("PutSecretValue", values::put),
                Map.entry("ListSecretVersionIds", values::list),
                Map.entry("UpdateSecretVersionStage", values::move),
                Map.entry("ListSecrets", search::list),
                Map.entry("BatchGetSecretValue", search::values),
                Map.entry("GetRandomPassword", this::password));
        return List.of(new Endpoint.Named("secretsmanager", Protocol.JSON_1_1, "secretsmanager", operations));
    }

    private ObjectNode password(ObjectNode input, CallContext context) {
        return Json.object().put("RandomPassword", RandomPassword.of(input).make(secrets.random()));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(new SecretProvider(secrets, calls, values));
    }

    @Override
    public Optional<String> text(Wanted wanted) {
        try {
            ObjectNode secret = secrets.usable(wanted.region(), wanted.secretId());
            ObjectNode version = Versions.select(secret, wanted.version(), wanted.stage());
            return version.has("SecretString")
                    ? Optional.of(secrets.open(version.path("SecretString").asText()))
                    : Optional.empty();
        } catch (AwsException absent) {
            return Optional.empty();
        }
    }

    @Override
    public void merge(String region, String secretId, ObjectNode members) {
        String before = text(Wanted.current(region, secretId)).orElse("{}");
        ObjectNode merged = Json.object();
        if (Json.parse(before) instanceof ObjectNode known) {
            merged.setAll(known);
        }
        merged.setAll(members);
        if (!merged.equals(Json.parse(before))) {
            values.put(region, secretId, Json.object().put("SecretString", merged.toString()));
        }
    }
}
