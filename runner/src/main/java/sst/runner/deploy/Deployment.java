package sst.runner.deploy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import sst.model.diagnostic.Code;
import sst.runner.assembly.AssetEntry;
import sst.runner.assembly.StackArtifact;
import sst.runner.deploy.TaskGraph.Node;
import sst.runner.deploy.event.RunResult;
import sst.runner.deploy.event.StackOutcome;
import sst.runner.deploy.event.StackOutcome.Verdict;
import sst.runner.deploy.stack.DeployTask;
import sst.runner.deploy.stack.StackEnd;
import sst.runner.deploy.stack.WaitTask;
import sst.runner.failure.Problems;
import sst.runner.plan.Plan;
import sst.runner.plan.Planner;
import sst.runner.plan.Remote;
import sst.runner.plan.ResourceRules;
import sst.runner.plan.StackPlan;
import sst.runner.remote.RemoteReader;

/** Brings chosen stacks of an assembly to what their templates say. */
public final class Deployment {
    private final List<StackArtifact> stacks;
    private final Run run;
    private final Sites sites;
    private final Planner planner = new Planner(ResourceRules.bundled());

    /** @param stacks in dependency order */
    public Deployment(List<StackArtifact> stacks, Run run) {
        this.stacks = List.copyOf(stacks);
        this.run = run;
        this.sites = run.sites();
    }

    /** What a deploy would do now; nothing is changed. */
    public Plan plan() {
        refuseImages();
        Map<String, List<StackArtifact>> byRegion = new LinkedHashMap<>();
        stacks.forEach(stack -> byRegion.computeIfAbsent(sites.region(stack), r -> new ArrayList<>())
                .add(stack));
        Map<String, Remote> deployed = new HashMap<>();
        byRegion.values().forEach(group -> {
            Set<String> names = new TreeSet<>();
            group.forEach(stack -> names.add(stack.stackName()));
            var cloudFormation = sites.site(group.get(0)).cloudFormation();
            deployed.putAll(new RemoteReader(cloudFormation, run.templates()).read(names));
        });
        return planner.plan(stacks, deployed);
    }

    /**
     * Plans, asks and deploys while holding the stage's lock; a stage that is up to date is not locked at all.
     *
     * @param approval looks at the plan that will be executed and throws to refuse it
     */
    public RunResult deploy(Consumer<Plan> approval) throws InterruptedException {
        Plan plan = plan();
        if (plan.isEmpty()) {
            return new RunResult(unchanged(plan), false);
        }
        refuseBlocked(plan);
        try (var lock = run.lock()) {
            plan = settled();
            refuseBlocked(plan);
            if (run.stop().isRequested()) {
                return new RunResult(List.of(), true);
            }
            approval.accept(plan);
            run.started(plan);
            RunResult result = execute(plan);
            run.warnIfLost(lock);
            return result;
        }
    }

    /** The plan after every operation that was still going on has come to rest. */
    private Plan settled() throws InterruptedException {
        Plan plan = plan();
        while (!plan.resumed().isEmpty() && !run.stop().isRequested()) {
            List<Node> waits = new ArrayList<>();
            for (StackPlan.Resume resume : plan.resumed()) {
                waits.add(new Node(
                        new WaitTask(resume.stack(), resume.deployed(), sites.site(resume.stack())), Set.of()));
            }
            List<StackOutcome> outcomes = run.graph(waits).run();
            for (StackOutcome outcome : outcomes) {
                if (outcome.cause() != null) {
                    throw Problems.cloud(Problems.of(Code.CLOUD, outcome.cause().reason()));
                }
            }
            plan = plan();
        }
        return plan;
    }

    private RunResult execute(Plan plan) throws InterruptedException {
        List<StackPlan> changed = new ArrayList<>(plan.stacks());
        changed.removeIf(StackPlan.Skip.class::isInstance);
        run.publish(changed.stream().map(StackPlan::stack).toList());
        List<Node> nodes = new ArrayList<>();
        for (StackPlan one : changed) {
            var task = new DeployTask(one, sites.site(one.stack()), sites.templateUrl(one.stack()));
            nodes.add(new Node(task, one.stack().dependsOn()));
        }
        List<StackOutcome> outcomes = new ArrayList<>(unchanged(plan));
        outcomes.addAll(run.graph(nodes).run());
        return new RunResult(outcomes, run.stop().isRequested());
    }

    private static List<StackOutcome> unchanged(Plan plan) {
        List<StackOutcome> outcomes = new ArrayList<>();
        for (StackPlan one : plan.stacks()) {
            if (one instanceof StackPlan.Skip skip) {
                outcomes.add(new StackOutcome(
                        one.stack().stackName(),
                        one.stack().label(),
                        Verdict.UNCHANGED,
                        StackEnd.outputs(skip.deployed()),
                        null));
            }
        }
        return outcomes;
    }

    private static void refuseBlocked(Plan plan) {
        if (plan.blocked().isEmpty()) {
            return;
        }
        StackPlan.Blocked first = plan.blocked().get(0);
        throw Problems.cloud(
                Problems.of(Code.STACK_BLOCKED, "stack " + first.stack().stackName() + " is in " + first.reason())
                        .hint(first.fix()));
    }

    private void refuseImages() {
        for (StackArtifact stack : stacks) {
            for (AssetEntry asset : stack.assets()) {
                if (asset instanceof AssetEntry.DockerAsset image) {
                    throw Problems.of(
                                    Code.UNSUPPORTED,
                                    "container image " + image.name() + " of stack " + stack.label()
                                            + " cannot be published: images are not supported yet")
                            .hint("deploy this function from code, or build and push the image yourself")
                            .asError();
                }
            }
        }
    }
}
