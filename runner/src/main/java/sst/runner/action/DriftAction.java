package sst.runner.action;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sst.model.diagnostic.Code;
import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;
import sst.runner.aws.Page;
import sst.runner.aws.stack.CloudFormationPort;
import sst.runner.aws.stack.ResourceDrift;
import sst.runner.aws.stack.ResourceDrift.Difference;
import sst.runner.aws.stack.StackResource;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.hotswap.SwapRecord;
import sst.runner.failure.Problems;

/** Compares what is there with what was deployed, where somebody may have changed it by hand. */
public final class DriftAction {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Context context;

    public DriftAction(Context context) {
        this.context = context;
    }

    /**
     * What differs, by stack name; every stack that was looked at is there. Others are told with the reason.
     *
     * @param names the stacks to look at; none for all
     */
    public Map<String, List<ResourceDrift>> drift(AppIdentity app, List<String> names) throws InterruptedException {
        try (Session session = Session.open(context, app)) {
            CloudFormationPort cloudFormation = session.aws().cloudFormation();
            List<StackState> stacks = RemoveAction.chosen(session.deployed(), names);
            Map<StackState, String> detections = new LinkedHashMap<>();
            for (StackState stack : stacks) {
                if (stack.status().isDriftDetectable()) {
                    detections.put(stack, cloudFormation.detectDrift(stack.arn()));
                } else {
                    context.ui()
                            .warn(stack.name() + " is " + stack.status()
                                    + ": CloudFormation cannot tell its drift before it is deployed or rolled back");
                }
            }
            Map<String, List<ResourceDrift>> drifts = new LinkedHashMap<>();
            for (Map.Entry<StackState, String> one : detections.entrySet()) {
                await(cloudFormation, one.getKey(), one.getValue());
                String arn = one.getKey().arn();
                List<ResourceDrift> found = new ArrayList<>(Page.all(token -> cloudFormation.drifts(arn, token)));
                found.addAll(swapped(cloudFormation, app, one.getKey()));
                drifts.put(one.getKey().name(), found);
            }
            return drifts;
        }
    }

    /** A function's code is no property that CloudFormation can read, so what was hotswapped is told from the record. */
    private List<ResourceDrift> swapped(CloudFormationPort cloudFormation, AppIdentity app, StackState stack) {
        var record = new SwapRecord(context.project().swaps(app.stage())).paths(stack.name());
        if (record.isEmpty()) {
            return List.of();
        }
        return Page.all(token -> cloudFormation.resources(stack.arn(), token)).stream()
                .filter(resource -> record.containsKey(resource.logicalId()))
                .map(resource -> swapped(resource, record.getOrDefault(resource.logicalId(), Set.of())))
                .toList();
    }

    private static ResourceDrift swapped(StackResource resource, Collection<String> paths) {
        List<Difference> differences = paths.stream()
                .map(path -> new Difference("/" + path.replace('.', '/'), "as deployed", "hotswapped"))
                .toList();
        return new ResourceDrift(
                resource.logicalId(), resource.physicalId(), resource.type(), ResourceDrift.HOTSWAPPED, differences);
    }

    private void await(CloudFormationPort cloudFormation, StackState stack, String detection)
            throws InterruptedException {
        Optional<String> end = cloudFormation.driftDetected(detection);
        while (end.isEmpty() && !context.stop().isRequested()) {
            context.pace().pause(LOOK);
            end = cloudFormation.driftDetected(detection);
        }
        if (end.isPresent() && !end.get().isEmpty()) {
            throw Problems.cloud(
                    Problems.of(Code.CLOUD, "the drift of " + stack.name() + " cannot be detected: " + end.get()));
        }
    }
}
