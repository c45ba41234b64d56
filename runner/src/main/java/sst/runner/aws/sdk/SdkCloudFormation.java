package sst.runner.aws.sdk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.Page;
import sst.runner.aws.stack.ChangeSetRequest;
import sst.runner.aws.stack.ChangeSetState;
import sst.runner.aws.stack.CloudFormationPort;
import sst.runner.aws.stack.ResourceDrift;
import sst.runner.aws.stack.StackEvent;
import sst.runner.aws.stack.StackResource;
import sst.runner.aws.stack.StackState;

/** CloudFormation over the SDK. */
record SdkCloudFormation(CloudFormationClient client) implements CloudFormationPort {
    private static final List<Capability> CAPABILITIES =
            List.of(Capability.CAPABILITY_IAM, Capability.CAPABILITY_NAMED_IAM, Capability.CAPABILITY_AUTO_EXPAND);

    @Override
    public Optional<StackState> describe(String nameOrArn) {
        try {
            DescribeStacksResponse response = SdkErrors.call(() -> client.describeStacks(r -> r.stackName(nameOrArn)));
            return response.stacks().stream().findFirst().map(StackRecords::state);
        } catch (AwsFailure failure) {
            if (failure.kind() == AwsFailure.Kind.NOT_FOUND || failure.reason().contains("does not exist")) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public Page<StackState> describeAll(@Nullable String token) {
        DescribeStacksResponse response = SdkErrors.call(() -> client.describeStacks(r -> r.nextToken(token)));
        return new Page<>(response.stacks().stream().map(StackRecords::state).toList(), response.nextToken());
    }

    @Override
    public String template(String nameOrArn) {
        return SdkErrors.call(
                        () -> client.getTemplate(r -> r.stackName(nameOrArn).templateStage(TemplateStage.ORIGINAL)))
                .templateBody();
    }

    @Override
    public Page<StackResource> resources(String nameOrArn, @Nullable String token) {
        var response = SdkErrors.call(
                () -> client.listStackResources(r -> r.stackName(nameOrArn).nextToken(token)));
        return new Page<>(
                response.stackResourceSummaries().stream()
                        .map(StackRecords::resource)
                        .toList(),
                response.nextToken());
    }

    @Override
    public Page<StackEvent> events(String nameOrArn, @Nullable String token) {
        var response = SdkErrors.call(
                () -> client.describeStackEvents(r -> r.stackName(nameOrArn).nextToken(token)));
        return new Page<>(
                response.stackEvents().stream().map(StackRecords::event).toList(), response.nextToken());
    }

    @Override
    public Page<String> importers(String export, @Nullable String token) {
        try {
            var response = SdkErrors.call(
                    () -> client.listImports(r -> r.exportName(export).nextToken(token)));
            return new Page<>(response.imports(), response.nextToken());
        } catch (AwsFailure failure) {
            if (failure.reason().contains("not imported by any stack")) {
                return new Page<>(List.of(), null);
            }
            throw failure;
        }
    }

    @Override
    public String createChangeSet(ChangeSetRequest request) {
        return SdkErrors.call(() -> client.createChangeSet(changeSet(request))).stackId();
    }

    private static CreateChangeSetRequest changeSet(ChangeSetRequest request) {
        return CreateChangeSetRequest.builder()
                .stackName(request.stackName())
                .changeSetName(request.name())
                .changeSetType(request.create() ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
                .clientToken(request.token())
                .templateBody(request.body())
                .templateURL(request.url())
                .capabilities(CAPABILITIES)
                .includeNestedStacks(true)
                .roleARN(request.role())
                .parameters(parameters(request.parameters()))
                .tags(tags(request.tags()))
                .build();
    }

    @Override
    public String change(ChangeSetRequest request, boolean keepFailed) {
        return request.create() ? create(request, keepFailed) : update(request, keepFailed);
    }

    private String create(ChangeSetRequest request, boolean keepFailed) {
        return SdkErrors.call(() -> client.createStack(r -> r.stackName(request.stackName())
                        .clientRequestToken(request.token())
                        .templateBody(request.body())
                        .templateURL(request.url())
                        .capabilities(CAPABILITIES)
                        .roleARN(request.role())
                        .parameters(parameters(request.parameters()))
                        .tags(tags(request.tags()))
                        .disableRollback(keepFailed ? true : null)))
                .stackId();
    }

    private String update(ChangeSetRequest request, boolean keepFailed) {
        return SdkErrors.call(() -> client.updateStack(r -> r.stackName(request.stackName())
                        .clientRequestToken(request.token())
                        .templateBody(request.body())
                        .templateURL(request.url())
                        .capabilities(CAPABILITIES)
                        .roleARN(request.role())
                        .parameters(parameters(request.parameters()))
                        .tags(tags(request.tags()))
                        .disableRollback(keepFailed ? true : null)))
                .stackId();
    }

    private static List<Parameter> parameters(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(p -> Parameter.builder()
                        .parameterKey(p.getKey())
                        .parameterValue(p.getValue())
                        .build())
                .toList();
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(t -> Tag.builder().key(t.getKey()).value(t.getValue()).build())
                .toList();
    }

    @Override
    public ChangeSetState changeSet(String stackArn, String name) {
        var response = SdkErrors.call(
                () -> client.describeChangeSet(r -> r.stackName(stackArn).changeSetName(name)));
        return StackRecords.changeSet(response);
    }

    @Override
    public void executeChangeSet(String stackArn, String name, String token, boolean keepFailed) {
        SdkErrors.call(() -> client.executeChangeSet(r -> r.stackName(stackArn)
                .changeSetName(name)
                .clientRequestToken(token)
                .disableRollback(keepFailed ? true : null)));
    }

    @Override
    public void rollback(String stackArn, String token, @Nullable String role) {
        SdkErrors.call(() -> client.rollbackStack(
                r -> r.stackName(stackArn).clientRequestToken(token).roleARN(role)));
    }

    @Override
    public void continueRollback(String stackArn, String token, @Nullable String role, List<String> skip) {
        SdkErrors.call(() -> client.continueUpdateRollback(r -> r.stackName(stackArn)
                .clientRequestToken(token)
                .roleARN(role)
                .resourcesToSkip(skip.isEmpty() ? null : skip)));
    }

    @Override
    public void deleteStackRetaining(String stackArn, String token, @Nullable String role, List<String> retain) {
        SdkErrors.call(() -> client.deleteStack(r ->
                r.stackName(stackArn).clientRequestToken(token).roleARN(role).retainResources(retain)));
    }

    @Override
    public String detectDrift(String stackArn) {
        return SdkErrors.call(() -> client.detectStackDrift(r -> r.stackName(stackArn)))
                .stackDriftDetectionId();
    }

    @Override
    public Optional<String> driftDetected(String detection) {
        var state =
                SdkErrors.call(() -> client.describeStackDriftDetectionStatus(r -> r.stackDriftDetectionId(detection)));
        return switch (state.detectionStatus()) {
            case DETECTION_COMPLETE -> Optional.of("");
            case DETECTION_FAILED -> Optional.of(String.valueOf(state.detectionStatusReason()));
            default -> Optional.empty();
        };
    }

    @Override
    public Page<ResourceDrift> drifts(String stackArn, @Nullable String token) {
        var response = SdkErrors.call(() -> client.describeStackResourceDrifts(r -> r.stackName(stackArn)
                .stackResourceDriftStatusFilters(StackResourceDriftStatus.MODIFIED, StackResourceDriftStatus.DELETED)
                .nextToken(token)));
        return new Page<>(
                response.stackResourceDrifts().stream().map(StackRecords::drift).toList(), response.nextToken());
    }

    @Override
    public void deleteChangeSet(String stackArn, String name) {
        SdkErrors.call(() -> client.deleteChangeSet(r -> r.stackName(stackArn).changeSetName(name)));
    }

    @Override
    public void deleteStack(String stackArn, String token, @Nullable String role) {
        SdkErrors.call(() -> client.deleteStack(
                r -> r.stackName(stackArn).clientRequestToken(token).roleARN(role)));
    }

    @Override
    public void policy(String stackArn, String policy) {
        SdkErrors.call(() -> client.setStackPolicy(r -> r.stackName(stackArn).stackPolicyBody(policy)));
    }

    @Override
    public void protect(String stackName, boolean protection) {
        SdkErrors.call(() -> client.updateTerminationProtection(
                r -> r.stackName(stackName).enableTerminationProtection(protection)));
    }
}
