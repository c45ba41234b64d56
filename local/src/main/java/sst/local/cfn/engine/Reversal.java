package sst.local.cfn.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import sst.local.cfn.change.PropertyChanges;
import sst.local.cfn.engine.tool.Failures;
import sst.local.cfn.engine.tool.Journal;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceState;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.resource.Instance;
import sst.local.cfn.stack.resource.ResourceStatus;
import sst.local.cfn.stack.resource.StackResource;

/** Brings changed resources back to what they were before the stack's last update. */
final class Reversal {
    private final Tools tools;
    private final Journal journal;
    private final GraphWalk walk;

    Reversal(Tools tools, Journal journal, GraphWalk walk) {
        this.tools = tools;
        this.journal = journal;
        this.walk = walk;
    }

    /** Goes back; the logical ids that could not be brought back are returned. */
    Set<String> reverse(Stack stack) {
        Map<String, Instance> targets = new LinkedHashMap<>();
        Map<String, StackResource> resources = tools.tables().resources().all(stack.id());
        resources.forEach((logicalId, resource) -> {
            Instance before = Removal.before(resource);
            if (before != null && !resource.finishedBy().equals(mark(stack))) {
                targets.put(logicalId, before);
            }
        });
        Map<String, Set<String>> graph = new LinkedHashMap<>();
        targets.forEach((logicalId, before) -> {
            Set<String> needed = new LinkedHashSet<>(before.needs());
            needed.retainAll(targets.keySet());
            graph.put(logicalId, needed);
        });
        return walk.walk(graph, logicalId -> reverse(stack, resources, logicalId), () -> true);
    }

    private boolean reverse(Stack stack, Map<String, StackResource> resources, String logicalId) {
        StackResource resource = resources.get(logicalId);
        Instance before = resource == null ? null : Removal.before(resource);
        if (resource == null || before == null) {
            return true;
        }
        if (stack.run().spared().contains(logicalId)) {
            journal.move(stack, resource.finished(mark(stack)), ResourceStatus.UPDATE_COMPLETE, "");
            return true;
        }
        Instance current = resource.current();
        if (current == null || !current.physicalId().equals(before.physicalId())) {
            StackResource begun = journal.move(stack, resource, ResourceStatus.UPDATE_IN_PROGRESS, "");
            StackResource restored = begun.replacedBy(before).without(before).finished(mark(stack));
            journal.move(stack, restored, ResourceStatus.UPDATE_COMPLETE, "");
            return true;
        }
        if (isUntouched(resource, current, before)) {
            journal.keep(stack, resource.now(before).finished(mark(stack)));
            return true;
        }
        return changeBack(stack, resource, before);
    }

    private boolean changeBack(Stack stack, StackResource resource, Instance before) {
        StackResource begun = journal.move(stack, resource, ResourceStatus.UPDATE_IN_PROGRESS, "");
        Instance current = resource.current() == null ? before : resource.current();
        try {
            Work.Asked asked = new Work.Asked(resource.logicalId(), before.properties(), before.tags(), before.name());
            ResourceProvider provider = Work.provider(tools, stack, before.type());
            return journal.together(provider, () -> {
                ResourceState state =
                        provider.update(Work.request(tools, stack, asked), current.state(), current.properties());
                StackResource restored = begun.now(restored(before, state)).finished(mark(stack));
                journal.move(stack, restored, ResourceStatus.UPDATE_COMPLETE, "");
                return true;
            });
        } catch (RuntimeException failure) {
            journal.move(stack, begun, ResourceStatus.UPDATE_FAILED, Failures.reason(failure));
            return false;
        }
    }

    private static Instance restored(Instance before, ResourceState state) {
        return new Instance(
                before.type(),
                state,
                before.properties(),
                before.tags(),
                before.name(),
                before.policies(),
                before.needs());
    }

    private static boolean isUntouched(StackResource resource, Instance current, Instance before) {
        ResourceStatus status = resource.state().status();
        return status != ResourceStatus.UPDATE_FAILED
                && status != ResourceStatus.UPDATE_IN_PROGRESS
                && PropertyChanges.same(current.properties(), before.properties())
                && current.tags().equals(before.tags());
    }

    private static String mark(Stack stack) {
        return stack.run().id() + "#reversed";
    }
}
