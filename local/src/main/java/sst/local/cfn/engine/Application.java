package sst.local.cfn.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import sst.local.cfn.engine.tool.Journal;
import sst.local.cfn.engine.tool.StackPolicy;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackOptions;
import sst.local.cfn.stack.StackRun;
import sst.local.cfn.stack.resource.ResourceStatus;
import sst.local.cfn.stack.resource.StackResource;
import sst.local.cfn.template.TemplateError;

/** Makes and changes everything that the template asks for. */
final class Application {
    private final Tools tools;
    private final Journal journal;
    private final GraphWalk walk;

    Application(Tools tools, Journal journal, GraphWalk walk) {
        this.tools = tools;
        this.journal = journal;
        this.walk = walk;
    }

    /** The reason of a failure; empty when all went well. */
    record Outcome(String failure) {
        boolean isDone() {
            return failure.isEmpty();
        }
    }

    Outcome apply(Stack stack) {
        try {
            Work work = Work.of(tools, stack);
            Map<String, Set<String>> graph = work.graph();
            refuseDeletions(work, graph.keySet());
            String failure = resources(work, graph);
            if (failure.isEmpty() && wish(stack) == StackRun.Wish.GO_ON) {
                new Outputs(tools).settle(work, graph.keySet());
            }
            return new Outcome(failure);
        } catch (TemplateError refused) {
            return new Outcome(refused.text());
        } catch (ResourceFailure refused) {
            return new Outcome(String.valueOf(refused.getMessage()));
        }
    }

    /** What an update leaves out is deleted in the end, when it is too late to refuse. */
    private void refuseDeletions(Work work, Set<String> wanted) {
        StackPolicy policy = StackPolicy.of(work.stack().options().policy());
        tools.tables().resources().all(work.stack().id()).values().forEach(resource -> {
            if (resource.current() != null && !wanted.contains(resource.logicalId())) {
                policy.demand(StackPolicy.Action.DELETE, resource.logicalId(), resource.type());
            }
        });
    }

    private String resources(Work work, Map<String, Set<String>> graph) {
        Stack stack = work.stack();
        AtomicBoolean hasFailed = new AtomicBoolean();
        boolean cancelsOthers = !keepsFailures(stack.options());
        ResourceStep step = new ResourceStep(work, journal, failing(hasFailed, cancelsOthers));
        Set<String> failed = walk.walk(
                graph,
                logicalId -> {
                    boolean isDone = step.take(logicalId, graph.getOrDefault(logicalId, Set.of()));
                    hasFailed.compareAndSet(false, !isDone);
                    return isDone;
                },
                () -> !hasFailed.get() && wish(stack) == StackRun.Wish.GO_ON);
        return failed.isEmpty() ? "" : reason(stack, failed);
    }

    private static ResourceStep.Failing failing(AtomicBoolean hasFailed, boolean cancelsOthers) {
        return new ResourceStep.Failing() {
            @Override
            public void failed() {
                hasFailed.set(true);
            }

            @Override
            public boolean cancelsOthers() {
                return cancelsOthers && hasFailed.get();
            }
        };
    }

    private static boolean keepsFailures(StackOptions options) {
        return options.disableRollback();
    }

    private StackRun.Wish wish(Stack stack) {
        return tools.tables().stacks().get(stack.id()).run().wish();
    }

    private String reason(Stack stack, Set<String> failed) {
        Map<String, StackResource> resources = tools.tables().resources().all(stack.id());
        Set<String> created = new TreeSet<>();
        Set<String> updated = new TreeSet<>();
        for (String logicalId : failed) {
            StackResource resource = resources.get(logicalId);
            boolean isNew = resource == null || resource.state().status() == ResourceStatus.CREATE_FAILED;
            (isNew ? created : updated).add(logicalId);
        }
        return sentence("create", created) + sentence("update", updated);
    }

    static String sentence(String verb, Set<String> failed) {
        return failed.isEmpty() ? "" : "The following resource(s) failed to " + verb + ": " + failed + ". ";
    }
}
