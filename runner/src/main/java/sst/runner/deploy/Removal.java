package sst.runner.deploy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sst.runner.aws.Page;
import sst.runner.aws.stack.CloudFormationPort;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.event.RunResult;
import sst.runner.deploy.event.StackOutcome;
import sst.runner.deploy.graph.TaskGraph.Node;
import sst.runner.deploy.stack.RemoveTask;
import sst.runner.deploy.stack.StackSite;
import sst.runner.remote.DeployedStage;

/** Removes stacks of a deployed stage, importers before exporters as CloudFormation itself knows them. */
public final class Removal {
    private final DeployedStage stage;
    private final Run run;
    private final StackSite site;

    public Removal(DeployedStage stage, Run run) {
        this.stage = stage;
        this.run = run;
        this.site = run.sites().conventionalSite(run.access().region());
    }

    /**
     * Deletes the given stacks of the stage while holding its lock.
     *
     * @param leave logical ids that are left behind where an earlier removal failed at them
     */
    public RunResult remove(List<StackState> stacks, List<String> leave) throws InterruptedException {
        try (var lock = run.lock()) {
            RunResult result = new RunResult(outcomes(stacks, leave), run.stop().isRequested());
            run.warnIfLost(lock);
            return result;
        }
    }

    /** As {@link #remove}, in a run that holds the lock already. */
    List<StackOutcome> outcomes(List<StackState> stacks, List<String> leave) throws InterruptedException {
        Map<String, Set<String>> importers = run.patience().call("the imports", () -> importers(stacks));
        List<Node> nodes = new ArrayList<>();
        for (StackState stack : stacks) {
            RemoveTask task = new RemoveTask(stack, stage.label(stack), site, leave);
            nodes.add(new Node(task, importers.getOrDefault(stack.name(), Set.of())));
        }
        return run.graph(nodes).run();
    }

    /** By stack, the stacks that import something of it. */
    private Map<String, Set<String>> importers(List<StackState> stacks) {
        CloudFormationPort cloudFormation = site.cloudFormation();
        Map<String, Set<String>> importers = new HashMap<>();
        for (StackState stack : stacks) {
            Set<String> names = new HashSet<>();
            stack.outputs().stream()
                    .filter(output -> !output.export().isEmpty())
                    .forEach(output ->
                            names.addAll(Page.all(token -> cloudFormation.importers(output.export(), token))));
            names.remove(stack.name());
            importers.put(stack.name(), names);
        }
        return importers;
    }
}
