package sst.local.cfn.builtin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.wire.CallContext;

/** The types that are recorded, not enforced. */
public final class RecordedTypes {
    private RecordedTypes() {}

    /** One provider for each of them. */
    public static List<ResourceProvider> all() {
        return Stream.concat(NetworkTypes.all().stream(), others().stream()).toList();
    }

    private static List<ResourceProvider> others() {
        return List.of(
                new Recorded("AWS::ApiGateway::Account", ResourceRequest::generatedName, (request, id) -> Map.of()),
                new Recorded("AWS::CDK::Metadata", ResourceRequest::generatedName, (request, id) -> Map.of()),
                new Recorded(
                        "AWS::CloudFormation::WaitConditionHandle", RecordedTypes::handle, (request, id) -> Map.of()),
                new Recorded("AWS::ECR::Repository", RecordedTypes::repositoryName, RecordedTypes::repository),
                new Recorded("AWS::KMS::Key", Recorded::uuid, RecordedTypes::key),
                new Recorded(
                        "AWS::KMS::Alias", request -> Recorded.named(request, "AliasName"), (request, id) -> Map.of()));
    }

    private static String handle(ResourceRequest request) {
        return request.context().endpoint() + "/_cfn/wait/" + Recorded.uuid(request);
    }

    private static String repositoryName(ResourceRequest request) {
        return Recorded.named(request, "RepositoryName").toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> repository(ResourceRequest request, String name) {
        CallContext context = request.context();
        String uri = context.account() + ".dkr.ecr." + context.region() + ".amazonaws.com/" + name;
        return Map.of("Arn", context.arn("ecr", "repository/" + name), "RepositoryUri", uri);
    }

    private static Map<String, String> key(ResourceRequest request, String id) {
        return Map.of("Arn", request.context().arn("kms", "key/" + id), "KeyId", id);
    }
}
