package sst.local.cfn.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.engine.tool.Failures;
import sst.local.cfn.engine.tool.Journal;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.resource.Instance;
import sst.local.cfn.stack.resource.ResourceStatus;
import sst.local.cfn.stack.resource.StackResource;
import sst.local.cfn.template.DeletionPolicy;
import sst.local.cfn.template.Dependencies;

/** Deletes resources in the order that is the reverse of their creation. */
final class Removal {
    private final Tools tools;
    private final Journal journal;
    private final GraphWalk walk;

    Removal(Tools tools, Journal journal, GraphWalk walk) {
        this.tools = tools;
        this.journal = journal;
        this.walk = walk;
    }

    /** Why resources go; it decides what their policies mean, and whether a failure stops the operation. */
    enum Cause {
        DELETE_STACK,
        ROLL_BACK_CREATION,
        CLEAN_UP
    }

    /**
     * What is to be deleted.
     *
     * @param cause why
     * @param stack whose resources go
     * @param current logical ids whose present resource goes
     * @param resources those, and those with something discarded
     */
    private record Job(Cause cause, Stack stack, Set<String> current, Map<String, StackResource> resources) {}

    /**
     * Deletes the present resource of the given logical ids, and whatever was discarded of any.
     *
     * @return the logical ids that failed
     */
    Set<String> remove(Cause cause, Stack stack, Set<String> current) {
        Map<String, StackResource> involved = new LinkedHashMap<>();
        tools.tables().resources().all(stack.id()).forEach((logicalId, resource) -> {
            boolean goes = current.contains(logicalId) && resource.current() != null;
            if (goes || !resource.discarded().isEmpty()) {
                involved.put(logicalId, resource);
            }
        });
        Job job = new Job(cause, stack, current, involved);
        Map<String, Set<String>> graph = Dependencies.reversed(needs(involved));
        if (!Dependencies.cycle(graph).isEmpty()) {
            graph.values().forEach(Set::clear);
        }
        return walk.walk(graph, logicalId -> remove(job, logicalId), () -> true);
    }

    private static Map<String, Set<String>> needs(Map<String, StackResource> involved) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        involved.forEach((logicalId, resource) -> {
            Set<String> needed = new LinkedHashSet<>();
            resource.discarded().forEach(instance -> needed.addAll(instance.needs()));
            Instance current = resource.current();
            if (current != null) {
                needed.addAll(current.needs());
            }
            needed.retainAll(involved.keySet());
            needed.remove(logicalId);
            needs.put(logicalId, needed);
        });
        return needs;
    }

    private boolean remove(Job job, String logicalId) {
        StackResource resource = job.resources().get(logicalId);
        if (resource == null) {
            return true;
        }
        boolean isDone = true;
        for (Instance discarded : resource.discarded()) {
            if (removeDiscarded(job, resource, discarded)) {
                resource = resource.without(discarded);
                journal.keep(job.stack(), resource);
            } else {
                isDone = false;
            }
        }
        Instance current = resource.current();
        if (current == null || !job.current().contains(logicalId)) {
            return isDone;
        }
        return removeCurrent(job, resource, current) && isDone;
    }

    private boolean removeDiscarded(Job job, StackResource resource, Instance instance) {
        if (keeps(job, instance.policies().onReplace())) {
            tell(job, resource, new Journal.Told(instance, ResourceStatus.DELETE_SKIPPED, kept(instance)));
            return true;
        }
        tell(job, resource, new Journal.Told(instance, ResourceStatus.DELETE_IN_PROGRESS, ""));
        String failure = delete(job, resource.logicalId(), instance);
        ResourceStatus end = failure.isEmpty() ? ResourceStatus.DELETE_COMPLETE : ResourceStatus.DELETE_FAILED;
        tell(job, resource, new Journal.Told(instance, end, failure));
        return failure.isEmpty();
    }

    private boolean removeCurrent(Job job, StackResource resource, Instance instance) {
        DeletionPolicy policy = instance.policies().onDelete();
        if (keeps(job, policy) || isSpared(job, resource)) {
            StackResource skipped = journal.move(job.stack(), resource, ResourceStatus.DELETE_SKIPPED, kept(instance));
            journal.keep(job.stack(), skipped.now(null));
            return true;
        }
        StackResource begun = journal.move(job.stack(), resource, ResourceStatus.DELETE_IN_PROGRESS, "");
        String failure = delete(job, resource.logicalId(), instance);
        if (failure.isEmpty()) {
            StackResource gone = journal.move(job.stack(), begun, ResourceStatus.DELETE_COMPLETE, "");
            journal.keep(job.stack(), gone.now(null));
            return true;
        }
        StackResource failed = journal.move(job.stack(), begun, ResourceStatus.DELETE_FAILED, failure);
        boolean isForced = job.stack().run().kind().equals("ForceDeleteStack");
        if (isForced) {
            journal.keep(job.stack(), failed.now(null));
        }
        return isForced;
    }

    private static boolean isSpared(Job job, StackResource resource) {
        return job.cause() == Cause.DELETE_STACK && job.stack().run().spared().contains(resource.logicalId());
    }

    private static boolean keeps(Job job, DeletionPolicy policy) {
        return job.cause() == Cause.ROLL_BACK_CREATION ? policy.keepsNew() : policy.keeps();
    }

    private static String kept(Instance instance) {
        boolean isSnapshot = instance.policies().onDelete() == DeletionPolicy.SNAPSHOT;
        return isSnapshot ? "The local cloud makes no snapshots; the resource is kept instead." : "";
    }

    private void tell(Job job, StackResource resource, Journal.Told told) {
        journal.tell(job.stack(), resource.logicalId(), resource.type(), told);
    }

    private String delete(Job job, String logicalId, Instance instance) {
        try {
            Work.Asked asked = new Work.Asked(logicalId, instance.properties(), instance.tags(), instance.name());
            ResourceProvider provider = Work.provider(tools, job.stack(), instance.type());
            return journal.together(provider, () -> {
                provider.delete(Work.request(tools, job.stack(), asked), instance.state());
                return "";
            });
        } catch (RuntimeException failure) {
            String reason = Failures.reason(failure);
            return reason.isEmpty() ? "Internal Failure" : reason;
        }
    }

    static @Nullable Instance before(StackResource resource) {
        StackResource.Undo undo = resource.undo();
        return undo == null ? null : undo.instance();
    }
}
