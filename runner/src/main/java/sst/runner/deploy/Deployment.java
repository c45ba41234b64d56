package sst.runner.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.runner.assembly.AssetEntry;
import sst.runner.assembly.StackArtifact;
import sst.runner.deploy.event.DeployEvent.Warned;
import sst.runner.deploy.event.RunResult;
import sst.runner.deploy.event.StackOutcome;
import sst.runner.deploy.event.StackOutcome.Verdict;
import sst.runner.deploy.graph.TaskGraph.Node;
import sst.runner.deploy.stack.DataPolicy;
import sst.runner.deploy.stack.DeployTask;
import sst.runner.deploy.stack.StackEnd;
import sst.runner.deploy.stack.WaitTask;
import sst.runner.failure.Problems;
import sst.runner.plan.Plan;
import sst.runner.plan.StackPlan;
import sst.runner.plan.change.Change;
import sst.runner.plan.change.Replacement;
import sst.runner.plan.diff.ResourceRules;
import sst.runner.plan.diff.TemplateLimits;
import sst.runner.remote.DeployedStage;
import sst.runner.remote.TemplateCache;

/** Brings chosen stacks of an assembly to what their templates say. */
public final class Deployment {
    private final List<StackArtifact> stacks;
    private final Run run;
    private final Wishes wishes;
    private final Sites sites;
    private final Survey survey;
    private final Hotswaps hotswaps;

    /** @param stacks in dependency order */
    public Deployment(List<StackArtifact> stacks, Run run, Wishes wishes) {
        this.stacks = List.copyOf(stacks);
        this.run = run;
        this.wishes = wishes;
        this.sites = run.sites(wishes);
        this.hotswaps = new Hotswaps(run, sites);
        this.survey = new Survey(stacks, run, wishes.whole());
    }

    /** What a deploy would do now; nothing is changed. */
    public Plan plan() {
        refuseImages();
        stacks.forEach(TemplateLimits::check);
        return survey.plan();
    }

    /**
     * Plans, asks and deploys while holding the stage's lock; a stage that is up to date is not locked at all.
     *
     * @param approval looks at the plan that will be executed and throws to refuse it
     */
    public RunResult deploy(Consumer<Plan> approval) throws InterruptedException {
        Plan plan = plan();
        if (isDone(plan)) {
            tellOrphans(plan);
            return new RunResult(unchanged(plan), false);
        }
        refuseBlocked(plan);
        try (var lock = run.lock()) {
            plan = settled();
            refuseBlocked(plan);
            refuseKeptReplacement(plan);
            if (run.stop().isRequested()) {
                return new RunResult(List.of(), true);
            }
            approval.accept(plan);
            run.started(plan);
            plan.notes().forEach(note -> run.events().accept(new Warned(note)));
            RunResult result = pruned(plan, execute(plan));
            run.warnIfLost(lock);
            return result;
        }
    }

    private boolean isDone(Plan plan) {
        boolean prunes = wishes.prune() && !plan.orphans().isEmpty();
        return plan.isEmpty() && !prunes && !hotswaps.isPending(plan);
    }

    /** Stacks that are left over go last, when nothing imports from them any more. */
    private RunResult pruned(Plan plan, RunResult deployed) throws InterruptedException {
        if (!wishes.prune()) {
            tellOrphans(plan);
        }
        if (!wishes.prune() || !deployed.isGood() || plan.orphans().isEmpty()) {
            return deployed;
        }
        String app = run.where().app();
        DeployedStage leftOver = new DeployedStage(app, run.where().stage(), plan.orphans());
        List<StackOutcome> outcomes = new ArrayList<>(deployed.stacks());
        outcomes.addAll(new Removal(leftOver, run).outcomes(plan.orphans(), List.of()));
        return new RunResult(outcomes, run.stop().isRequested());
    }

    private void tellOrphans(Plan plan) {
        plan.orphans().forEach(orphan -> run.events()
                .accept(new Warned("stack " + orphan.name()
                        + " is deployed but no longer in the config: deploy --prune removes it")));
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
                    boolean expired = outcome.verdict() == Verdict.DETACHED;
                    Code code = expired ? Code.CREDENTIALS : Code.CLOUD;
                    throw Problems.cloud(Problems.of(code, outcome.cause().reason()));
                }
            }
            plan = plan();
        }
        return plan;
    }

    private RunResult execute(Plan plan) throws InterruptedException {
        List<StackPlan> changed = new ArrayList<>(plan.stacks());
        changed.removeIf(StackPlan.Skip.class::isInstance);
        List<StackOutcome> swapped = wishes.hotswap() ? hotswaps.swap(plan) : List.of();
        Set<String> done = swapped.stream().map(StackOutcome::stack).collect(Collectors.toSet());
        changed.removeIf(one -> done.contains(one.stack().stackName()));
        hotswaps.revert(wishes.hotswap() ? new Plan(changed) : plan);
        run.publish(changed.stream().map(StackPlan::stack).toList());
        List<Node> nodes = new ArrayList<>();
        TemplateCache templates = run.templates();
        for (StackPlan one : changed) {
            var task = new DeployTask(one, sites.site(one.stack()), sites.templateUrl(one.stack()))
                    .telling(templates::keep)
                    .directly(wishes.hotswap())
                    .under(policy(one));
            nodes.add(new Node(task, Set.copyOf(one.stack().dependsOn())));
        }
        List<StackOutcome> outcomes = new ArrayList<>(unchanged(plan));
        outcomes.removeIf(outcome -> done.contains(outcome.stack()));
        outcomes.addAll(swapped);
        outcomes.addAll(run.graph(nodes).run());
        return new RunResult(outcomes, run.stop().isRequested());
    }

    private @Nullable DataPolicy policy(StackPlan plan) {
        if (!wishes.protect()) {
            return null;
        }
        boolean destroys = plan.changes().resources().stream().anyMatch(change -> change.dataLoss() != null);
        return DataPolicy.of(ResourceRules.bundled().typesWithData(), destroys);
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

    /** CloudFormation replaces nothing while failures are kept, so that is said before anything begins. */
    private void refuseKeptReplacement(Plan plan) {
        if (!wishes.keepFailed()) {
            return;
        }
        for (Change change : plan.changes()) {
            if (change.action() == Change.Action.CHANGE && change.replacement() == Replacement.YES) {
                throw Problems.of(
                                Code.USAGE,
                                "--no-rollback cannot replace "
                                        + change.origin().construct())
                        .hint("deploy without --no-rollback")
                        .asError();
            }
        }
    }

    /** The local cloud has no registry that Lambda could take an image from. */
    private void refuseImages() {
        if (!run.where().local()) {
            return;
        }
        for (StackArtifact stack : stacks) {
            for (AssetEntry asset : stack.assets()) {
                if (asset instanceof AssetEntry.DockerAsset image) {
                    throw Problems.of(
                                    Code.UNSUPPORTED,
                                    "container image " + image.name() + " of stack " + stack.label()
                                            + " cannot be published: the local cloud has no image registry")
                            .hint(
                                    "deploy this function from code while it is local, or deploy the stage with --cloud aws")
                            .asError();
                }
            }
        }
    }
}
