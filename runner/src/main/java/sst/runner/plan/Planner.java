package sst.runner.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sst.runner.assembly.StackArtifact;
import sst.runner.aws.stack.StackState;
import sst.runner.plan.StackPlan.Blocked;
import sst.runner.plan.StackPlan.Create;
import sst.runner.plan.StackPlan.Recreate;
import sst.runner.plan.StackPlan.Resume;
import sst.runner.plan.StackPlan.Rollback;
import sst.runner.plan.StackPlan.Skip;
import sst.runner.plan.StackPlan.Update;
import sst.runner.plan.change.StackChanges;
import sst.runner.plan.diff.CanonicalTemplate;
import sst.runner.plan.diff.ResourceRules;
import sst.runner.plan.diff.TemplateDiff;

/** Compares stacks with what is deployed. A pure function: the same values make the same plan. */
public final class Planner {
    private final TemplateDiff diff;

    /** @param rules what is known about replacement and data of resource types */
    public Planner(ResourceRules rules) {
        this.diff = new TemplateDiff(rules);
    }

    /**
     * The plan of these stacks, in their order.
     *
     * @param deployed by stack name; a stack that does not exist is absent
     */
    public Plan plan(List<StackArtifact> stacks, Map<String, Remote> deployed) {
        return new Plan(stacks.stream()
                .map(stack -> stackPlan(stack, deployed.get(stack.stackName())))
                .toList());
    }

    private StackPlan stackPlan(StackArtifact stack, @Nullable Remote remote) {
        if (remote == null || remote.state().status().isReview()) {
            return new Create(stack, changes(stack, MissingNode.getInstance()));
        }
        StackState state = remote.state();
        if (state.status().isInProgress()) {
            return new Resume(stack, state);
        }
        if (state.status().isPaused()) {
            return new Rollback(stack, state, changes(stack, remote.template()));
        }
        if (state.status().isDeadShell()) {
            return state.terminationProtection()
                    ? blocked(stack, state, "its creation failed and termination protection forbids deleting the rest")
                    : new Recreate(stack, state, changes(stack, MissingNode.getInstance()));
        }
        if (!state.status().isUpdatable()) {
            return blocked(stack, state, "a stack in this state cannot be updated");
        }
        return difference(stack, remote);
    }

    private StackPlan difference(StackArtifact stack, Remote remote) {
        StackState state = remote.state();
        StackChanges changes = changes(stack, remote.template());
        List<String> others = new ArrayList<>(changes.others());
        if (!stack.settings().tags().equals(state.tags())) {
            others.add("tags");
        }
        stack.settings().parameters().forEach((name, value) -> {
            if (!Objects.equals(state.parameters().get(name), value)) {
                others.add("parameter " + name);
            }
        });
        if (stack.settings().terminationProtection() != state.terminationProtection()) {
            others.add("termination protection");
        }
        StackChanges all = new StackChanges(changes.resources(), changes.security(), others);
        boolean settled = all.isEmpty() && !CanonicalTemplate.readsParametersFromSsm(stack.template());
        return settled ? new Skip(stack, state) : new Update(stack, state, all);
    }

    private StackChanges changes(StackArtifact stack, JsonNode before) {
        return diff.changes(stack, before);
    }

    private static Blocked blocked(StackArtifact stack, StackState state, String reason) {
        String fix = "continue or undo it in CloudFormation, then deploy again";
        if (state.status().is("UPDATE_ROLLBACK_FAILED")) {
            String told = state.reason().isEmpty() ? reason : state.reason().strip();
            fix = "repair what the reason names and run sst rollback " + stack.label()
                    + "; what cannot be rolled back is left as it is with --skip ID";
            return new Blocked(stack, state, state.status() + ": " + told, fix);
        }
        if (state.status().is("DELETE_FAILED")) {
            fix = "finish its removal with sst remove, then deploy again";
        } else if (state.status().isDeadShell()) {
            fix = "switch its termination protection off, then deploy again";
        }
        return new Blocked(stack, state, state.status() + ": " + reason, fix);
    }
}
