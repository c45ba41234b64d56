package sst.runner.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.runner.assembly.AssetEntry.FileAsset;
import sst.runner.assembly.StackArtifact;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.event.DeployEvent.Operation;
import sst.runner.deploy.event.DeployEvent.StackFinished;
import sst.runner.deploy.event.DeployEvent.StackStarted;
import sst.runner.deploy.event.DeployEvent.Warned;
import sst.runner.deploy.event.StackOutcome;
import sst.runner.deploy.event.StackOutcome.Verdict;
import sst.runner.deploy.hotswap.StackSwap;
import sst.runner.deploy.hotswap.Swap;
import sst.runner.deploy.hotswap.SwapRecord;
import sst.runner.deploy.stack.StackEnd;
import sst.runner.plan.Plan;
import sst.runner.plan.Remote;
import sst.runner.plan.StackPlan;
import sst.runner.remote.RemoteReader;

/** The way around CloudFormation for a stage under development, and the way back. */
final class Hotswaps {
    private final Run run;
    private final Sites sites;
    private final SwapRecord record;

    Hotswaps(Run run, Sites sites) {
        this.run = run;
        this.sites = sites;
        this.record = new SwapRecord(run.swaps());
    }

    /** Whether a stack of the plan is not as CloudFormation knows it. */
    boolean isPending(Plan plan) {
        return plan.stacks().stream().anyMatch(one -> isSwapped(one.stack()));
    }

    private boolean isSwapped(StackArtifact stack) {
        return record.stacks().contains(stack.stackName());
    }

    /** Swaps what can be swapped; stacks without an outcome need a full deploy. */
    List<StackOutcome> swap(Plan plan) throws InterruptedException {
        Map<StackPlan, Swap.Possible> possible = new LinkedHashMap<>();
        for (StackPlan one : plan.stacks()) {
            if (one instanceof StackPlan.Skip && isSwapped(one.stack())) {
                possible.put(one, new Swap.Possible(List.of()));
            } else if (!(one instanceof StackPlan.Skip)) {
                Swap swap = Swap.of(one);
                if (swap instanceof Swap.Possible parts) {
                    possible.put(one, parts);
                } else if (swap instanceof Swap.Impossible not) {
                    run.events().accept(new Warned(one.stack().label() + " is deployed in full: " + not.reason()));
                }
            }
        }
        run.publish(possible.keySet().stream().map(one -> codeOf(one.stack())).toList());
        List<StackOutcome> outcomes = new ArrayList<>();
        for (Map.Entry<StackPlan, Swap.Possible> one : possible.entrySet()) {
            outcomes.add(swap(one.getKey(), one.getValue()));
        }
        return outcomes;
    }

    private StackOutcome swap(StackPlan plan, Swap.Possible possible) throws InterruptedException {
        StackArtifact stack = plan.stack();
        StackState state = deployed(plan);
        Instant began = run.pace().clock().instant();
        run.events().accept(new StackStarted(stack.stackName(), Operation.HOTSWAP));
        swapOf(stack, state).swap(possible, stack.template());
        StackOutcome outcome =
                new StackOutcome(stack.stackName(), stack.label(), Verdict.HOTSWAPPED, StackEnd.outputs(state), null);
        run.events()
                .accept(new StackFinished(
                        outcome, Duration.between(began, run.pace().clock().instant())));
        return outcome;
    }

    /** Brings what was swapped back to what CloudFormation knows, so that its next update finds what it expects. */
    void revert(Plan plan) throws InterruptedException {
        for (StackPlan one : plan.stacks()) {
            StackArtifact stack = one.stack();
            if (!isSwapped(stack)) {
                continue;
            }
            RemoteReader reader = new RemoteReader(sites.site(stack).cloudFormation(), run.templates());
            @Nullable Remote remote = reader.read(Set.of(stack.stackName())).get(stack.stackName());
            JsonNode template = remote == null ? null : remote.template();
            if (remote == null || template == null || template.isMissingNode()) {
                record.forget(stack.stackName());
                continue;
            }
            run.events()
                    .accept(new Warned(stack.label() + " was hotswapped: it goes back to what"
                            + " CloudFormation knows before it goes on"));
            swapOf(stack, remote.state()).revert(template);
        }
    }

    private StackSwap swapOf(StackArtifact stack, StackState state) {
        String region = sites.region(stack);
        StackSwap.Place place = new StackSwap.Place(
                sites.site(stack).cloudFormation(),
                new StackSwap.Services(
                        run.access().in(region).functions(),
                        run.access().in(region).stateMachines()),
                run.access().account(),
                region,
                run.pace());
        return new StackSwap(state, record, place);
    }

    private static StackState deployed(StackPlan plan) {
        if (plan instanceof StackPlan.Skip skip) {
            return skip.deployed();
        }
        return ((StackPlan.Update) plan).deployed();
    }

    private static StackArtifact codeOf(StackArtifact stack) {
        return stack.with(
                stack.template(),
                stack.templateText(),
                stack.settings().templateUrl(),
                stack.assets().stream()
                        .filter(asset -> asset instanceof FileAsset file && file.zip())
                        .toList());
    }
}
