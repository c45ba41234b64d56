package sst.local.cfn.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import sst.local.cfn.change.PropertyChange;
import sst.local.cfn.change.PropertyChanges;
import sst.local.cfn.change.TypeRules;
import sst.local.cfn.engine.tool.Failures;
import sst.local.cfn.engine.tool.Journal;
import sst.local.cfn.engine.tool.StackPolicy;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceState;
import sst.local.cfn.stack.resource.Instance;
import sst.local.cfn.stack.resource.ResourceStatus;
import sst.local.cfn.stack.resource.StackResource;
import sst.local.cfn.template.ResourceDeclaration;

/** Brings one resource to what the template says: makes, changes or replaces it, or leaves it. */
final class ResourceStep {
    private static final String REPLACING =
            "Requested update requires the creation of a new physical resource; hence creating one.";
    private final Work work;
    private final Journal journal;
    private final LocalAddresses addresses;
    private final Failing failing;
    private final StackPolicy policy;

    ResourceStep(Work work, Journal journal, Failing failing) {
        this.work = work;
        this.journal = journal;
        this.addresses = new LocalAddresses(work.tools());
        this.failing = failing;
        this.policy = StackPolicy.of(work.stack().options().policy());
    }

    /** What a failed step means for those that still run; it is told before anybody can see the failure. */
    interface Failing {
        void failed();

        boolean cancelsOthers();
    }

    /**
     * A resource to be made.
     *
     * @param declaration of the template
     * @param properties without intrinsics
     * @param needs what must outlive it
     */
    private record Wanted(ResourceDeclaration declaration, ObjectNode properties, Set<String> needs) {}

    /** Takes the step; false when it failed. A step that this operation finished already is not taken again. */
    boolean take(String logicalId, Set<String> needs) {
        ResourceDeclaration declaration = work.declaration(logicalId);
        StackResource resource = known(declaration);
        if (resource.finishedBy().equals(work.stack().run().id())) {
            return true;
        }
        try {
            ObjectNode properties = addresses.rewrite(work.evaluator().properties(declaration.properties()));
            PropertyCheck.check(logicalId, properties, rules(declaration));
            return bring(resource, new Wanted(declaration, properties, needs));
        } catch (RuntimeException failure) {
            failing.failed();
            fail(known(declaration), failure);
            return false;
        }
    }

    private boolean bring(StackResource resource, Wanted wanted) {
        Instance current = resource.current();
        if (current == null) {
            return make(resource, wanted, false);
        }
        if (resource.state().status() == ResourceStatus.CREATE_FAILED) {
            return make(resource, wanted, true);
        }
        List<PropertyChange> changes =
                PropertyChanges.between(current.properties(), wanted.properties(), rules(wanted.declaration()));
        if (changes.isEmpty() && !changesTags(current, wanted) && isWhole(resource)) {
            Instance same = current.with(wanted.declaration().policies(), wanted.needs());
            journal.keep(work.stack(), resource.remembering().now(same).finished(run()));
            return true;
        }
        if (PropertyChanges.replace(changes)) {
            policy.demand(StackPolicy.Action.REPLACE, resource.logicalId(), current.type());
            refuseNameClash(current, wanted);
            return make(resource, wanted, true);
        }
        policy.demand(StackPolicy.Action.MODIFY, resource.logicalId(), current.type());
        return change(resource, current, wanted);
    }

    private boolean make(StackResource resource, Wanted wanted, boolean replaces) {
        Instance current = resource.current();
        String name = resource.pendingName().isEmpty()
                ? work.tools().name(work.stack().id().name(), resource.logicalId())
                : resource.pendingName();
        StackResource begun = resource.remembering().pending(name);
        ResourceStatus status =
                replaces && current != null ? ResourceStatus.UPDATE_IN_PROGRESS : ResourceStatus.CREATE_IN_PROGRESS;
        if (resource.state().status() != status || resource.pendingName().isEmpty()) {
            begun = journal.move(work.stack(), begun, status, replaces ? REPLACING : "");
        }
        StackResource ready = begun;
        ResourceProvider provider = provider(resource);
        return journal.together(provider, () -> made(provider, ready, wanted, replaces));
    }

    private ResourceProvider provider(StackResource resource) {
        return Work.provider(work.tools(), work.stack(), resource.type());
    }

    private boolean made(ResourceProvider provider, StackResource begun, Wanted wanted, boolean replaces) {
        ResourceState state = create(provider, begun, wanted);
        Instance made = instance(wanted, state, begun.pendingName());
        ResourceStatus status = begun.state().status();
        StackResource done = (replaces ? begun.replacedBy(made) : begun.now(made)).finished(run());
        if (!replaces) {
            journal.tell(
                    work.stack(),
                    done.logicalId(),
                    done.type(),
                    new Journal.Told(made, status, "Resource creation Initiated"));
        }
        return end(done, replaces);
    }

    private ResourceState create(ResourceProvider provider, StackResource begun, Wanted wanted) {
        String name = begun.pendingName();
        try {
            return provider.create(Work.request(work.tools(), work.stack(), asked(wanted, name)));
        } catch (ResourceFailure failure) {
            failure.left()
                    .ifPresent(left -> journal.keep(work.stack(), begun.replacedBy(instance(wanted, left, name))));
            throw failure;
        }
    }

    private boolean change(StackResource resource, Instance current, Wanted wanted) {
        StackResource begun = journal.move(work.stack(), resource.remembering(), ResourceStatus.UPDATE_IN_PROGRESS, "");
        ResourceProvider provider = provider(resource);
        return journal.together(provider, () -> {
            ResourceState state = provider.update(
                    Work.request(work.tools(), work.stack(), asked(wanted, current.name())),
                    current.state(),
                    current.properties());
            Instance changed = instance(wanted, state, current.name());
            boolean isAnother = !state.physicalId().equals(current.physicalId());
            return end((isAnother ? begun.replacedBy(changed) : begun.now(changed)).finished(run()), true);
        });
    }

    private boolean end(StackResource done, boolean isUpdate) {
        if (failing.cancelsOthers()) {
            journal.move(
                    work.stack(),
                    done.finished(""),
                    isUpdate ? ResourceStatus.UPDATE_FAILED : ResourceStatus.CREATE_FAILED,
                    isUpdate ? "Resource update cancelled" : "Resource creation cancelled");
            return false;
        }
        journal.move(
                work.stack(), done, isUpdate ? ResourceStatus.UPDATE_COMPLETE : ResourceStatus.CREATE_COMPLETE, "");
        return true;
    }

    private void fail(StackResource resource, RuntimeException failure) {
        StackResource remembered = resource.remembering();
        StackResource.Undo undo = remembered.undo();
        boolean isNew = undo == null || undo.instance() == null;
        ResourceStatus status = isNew ? ResourceStatus.CREATE_FAILED : ResourceStatus.UPDATE_FAILED;
        journal.move(work.stack(), remembered, status, Failures.reason(failure));
    }

    private void refuseNameClash(Instance current, Wanted wanted) {
        Set<String> identifier = rules(wanted.declaration()).identifier();
        if (identifier.size() != 1) {
            return;
        }
        String property = identifier.iterator().next();
        String name = wanted.properties().path(property).asText("");
        if (!name.isEmpty() && name.equals(current.properties().path(property).asText(""))) {
            throw new ResourceFailure("CloudFormation cannot update a stack when a custom-named resource requires"
                    + " replacing. Rename " + name + " and update the stack again.");
        }
    }

    private boolean changesTags(Instance current, Wanted wanted) {
        return rules(wanted.declaration()).isTagged()
                && !current.tags().equals(work.stack().input().tags());
    }

    private static boolean isWhole(StackResource resource) {
        ResourceStatus status = resource.state().status();
        return status == ResourceStatus.CREATE_COMPLETE || status == ResourceStatus.UPDATE_COMPLETE;
    }

    private StackResource known(ResourceDeclaration declaration) {
        return work.tools()
                .tables()
                .resources()
                .find(work.stack().id(), declaration.logicalId())
                .filter(each -> each.current() != null || each.type().equals(declaration.type()))
                .orElseGet(() -> StackResource.unknown(
                        declaration.logicalId(),
                        declaration.type(),
                        new StackResource.State(
                                ResourceStatus.CREATE_IN_PROGRESS,
                                "",
                                work.tools().now())));
    }

    private TypeRules rules(ResourceDeclaration declaration) {
        return work.tools().specification().of(declaration.type());
    }

    private Work.Asked asked(Wanted wanted, String name) {
        return new Work.Asked(
                wanted.declaration().logicalId(),
                wanted.properties(),
                work.stack().input().tags(),
                name);
    }

    private Instance instance(Wanted wanted, ResourceState state, String name) {
        return new Instance(
                wanted.declaration().type(),
                state,
                wanted.properties(),
                work.stack().input().tags(),
                name,
                wanted.declaration().policies(),
                wanted.needs());
    }

    private String run() {
        return work.stack().run().id();
    }
}
