package sst.runner.aws.sdk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import sst.runner.aws.stack.ChangeSetState;
import sst.runner.aws.stack.ResourceDrift;
import sst.runner.aws.stack.StackEvent;
import sst.runner.aws.stack.StackResource;
import sst.runner.aws.stack.StackState;
import sst.runner.aws.stack.StackState.Output;
import sst.runner.aws.stack.StackStatus;

/** CloudFormation's answers as our records, with AWS's absent values as empty ones. */
final class StackRecords {
    private StackRecords() {}

    static StackState state(Stack stack) {
        Instant updated = stack.lastUpdatedTime();
        Map<String, String> tags =
                stack.tags().stream().collect(Collectors.toMap(t -> t.key(), t -> t.value(), (a, b) -> b));
        Map<String, String> parameters = stack.parameters().stream()
                .collect(Collectors.toMap(p -> p.parameterKey(), p -> text(p.parameterValue()), (a, b) -> b));
        List<Output> outputs = stack.outputs().stream()
                .map(o -> new Output(o.outputKey(), text(o.outputValue()), text(o.exportName())))
                .toList();
        return new StackState(
                stack.stackName(),
                stack.stackId(),
                new StackStatus(stack.stackStatusAsString()),
                text(stack.stackStatusReason()),
                updated == null ? instant(stack.creationTime()) : updated,
                tags,
                parameters,
                outputs,
                Boolean.TRUE.equals(stack.enableTerminationProtection()));
    }

    static StackResource resource(StackResourceSummary resource) {
        return new StackResource(
                resource.logicalResourceId(),
                text(resource.physicalResourceId()),
                resource.resourceType(),
                new StackStatus(resource.resourceStatusAsString()));
    }

    static StackEvent event(software.amazon.awssdk.services.cloudformation.model.StackEvent event) {
        return new StackEvent(
                event.eventId(),
                instant(event.timestamp()),
                text(event.logicalResourceId()),
                text(event.physicalResourceId()),
                text(event.resourceType()),
                new StackStatus(text(event.resourceStatusAsString())),
                text(event.resourceStatusReason()),
                text(event.clientRequestToken()));
    }

    static ChangeSetState changeSet(DescribeChangeSetResponse response) {
        return new ChangeSetState(
                text(response.statusAsString()),
                text(response.statusReason()),
                text(response.executionStatusAsString()),
                instant(response.creationTime()));
    }

    static ResourceDrift drift(StackResourceDrift drift) {
        List<ResourceDrift.Difference> differences = drift.propertyDifferences().stream()
                .map(d ->
                        new ResourceDrift.Difference(d.propertyPath(), text(d.expectedValue()), text(d.actualValue())))
                .toList();
        return new ResourceDrift(
                drift.logicalResourceId(),
                text(drift.physicalResourceId()),
                drift.resourceType(),
                drift.stackResourceDriftStatusAsString(),
                differences);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Instant instant(@Nullable Instant value) {
        return value == null ? Instant.EPOCH : value;
    }
}
