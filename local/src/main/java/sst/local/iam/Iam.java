package sst.local.iam;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.wire.AwsException;
import sst.local.wire.Endpoint;
import sst.local.wire.Operation;
import sst.local.wire.Protocol;

/**
 * IAM of the local cloud: everything is recorded and nothing enforced.
 * See https://docs.aws.amazon.com/IAM/latest/APIReference/
 */
public final class Iam implements LocalService {
    private static final String NAMESPACE = "https://iam.amazonaws.com/doc/2010-05-08/";

    private final Records records;

    /** Makes the service. */
    public Iam(Host host) {
        this.records = new Records(host.store(), host.clock());
    }

    @Override
    public List<String> recorded() {
        return List.of("permissions");
    }

    @Override
    public String name() {
        return "iam";
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, Operation> operations = new HashMap<>();
        new RoleCalls(records).addTo(operations);
        new InlineCalls(records).addTo(operations);
        new AttachmentCalls(records).addTo(operations);
        new PolicyCalls(records).addTo(operations);
        new ProfileCalls(records).addTo(operations);
        return List.of(new Endpoint.Named("iam", Protocol.QUERY, NAMESPACE, operations));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(
                new RoleProvider(records),
                new InlinePolicyProvider(records),
                new ManagedPolicyProvider(records),
                new InstanceProfileProvider(records));
    }

    static AwsException noSuchEntity(String what) {
        return new AwsException(404, "NoSuchEntity", what + " cannot be found.");
    }

    static AwsException alreadyExists(String what) {
        return new AwsException(409, "EntityAlreadyExists", what + " already exists.");
    }

    static AwsException deleteConflict(String why) {
        return new AwsException(409, "DeleteConflict", "Cannot delete entity, " + why);
    }

    static AwsException invalid(String message) {
        return new AwsException(400, "ValidationError", message);
    }
}
