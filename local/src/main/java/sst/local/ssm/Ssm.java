package sst.local.ssm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.port.ParameterReader;
import sst.local.wire.AwsException;
import sst.local.wire.Endpoint;
import sst.local.wire.Operation;
import sst.local.wire.Protocol;

/**
 * SSM Parameter Store of the local cloud.
 * See https://docs.aws.amazon.com/systems-manager/latest/APIReference/
 */
public final class Ssm implements LocalService, ParameterReader {
    private final ParameterStore parameters;
    private final ParameterTags tags;

    /** Makes the service. */
    public Ssm(Host host) {
        this.parameters = new ParameterStore(host.store(), host.clock());
        this.tags = new ParameterTags(parameters);
    }

    @Override
    public String name() {
        return "ssm";
    }

    @Override
    public List<Endpoint> endpoints() {
        ParameterSearch search = new ParameterSearch(parameters);
        Map<String, Operation> operations = Map.ofEntries(
                Map.entry("PutParameter", parameters::put),
                Map.entry("GetParameter", search::one),
                Map.entry("GetParameters", search::several),
                Map.entry("GetParametersByPath", search::byPath),
                Map.entry("GetParameterHistory", search::history),
                Map.entry("DescribeParameters", search::describe),
                Map.entry("DeleteParameter", parameters::delete),
                Map.entry("DeleteParameters", parameters::deleteAll),
                Map.entry("LabelParameterVersion", tags::label),
                Map.entry("AddTagsToResource", tags::add),
                Map.entry("RemoveTagsFromResource", tags::remove),
                Map.entry("ListTagsForResource", tags::list));
        return List.of(new Endpoint.Named("ssm", Protocol.JSON_1_1, "AmazonSSM", operations));
    }

    @Override
    public List<ResourceProvider> providers() {
        return List.of(new ParameterProvider(parameters, tags));
    }

    @Override
    public Optional<String> value(String region, String name) {
        try {
            Selected selected = parameters.select(region, name);
            return Optional.of(parameters.plainValue(selected.version()));
        } catch (AwsException absent) {
            return Optional.empty();
        }
    }

    static AwsException invalid(String message) {
        return new AwsException(400, "ValidationException", message);
    }

    /** A version of a parameter that a name, with or without a selector, points to. */
    record Selected(ObjectNode record, ObjectNode version, String selector) {}
}
