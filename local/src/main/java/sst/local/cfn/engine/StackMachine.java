package sst.local.cfn.engine;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sst.local.cfn.engine.tool.EngineClosed;
import sst.local.cfn.engine.tool.Failures;
import sst.local.cfn.engine.tool.Journal;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackId;
import sst.local.cfn.stack.StackOptions.OnFailure;
import sst.local.cfn.stack.StackRun;
import sst.local.cfn.stack.StackStatus;
import sst.local.cfn.stack.StackTimes;
import sst.local.cfn.stack.resource.StackResource;

/**
 * Takes a stack from one status to the next until it rests. The status alone says what is to be done, so that a stack
 * found in the middle after a kill goes on from there.
 */
final class StackMachine {
    private static final String USER = "User Initiated";
    private final Tools tools;
    private final Journal journal;
    private final Application application;
    private final Removal removal;
    private final Reversal reversal;

    StackMachine(Tools tools, Journal journal, GraphWalk walk) {
        this.tools = tools;
        this.journal = journal;
        this.application = new Application(tools, journal, walk);
        this.removal = new Removal(tools, journal, walk);
        this.reversal = new Reversal(tools, journal, walk);
    }

    void run(StackId id) {
        Stack stack = tools.tables().stacks().get(id);
        while (stack.status().isRunning()) {
            stack = nextOrBroken(stack);
            tools.host().store().commit();
        }
    }

    /** A fault of the engine ends the operation where everyone can see it, instead of leaving it running for ever. */
    private Stack nextOrBroken(Stack stack) {
        try {
            return next(stack);
        } catch (EngineClosed closing) {
            throw closing;
        } catch (RuntimeException fault) {
            StackStatus end =
                    switch (stack.status()) {
                        case CREATE_IN_PROGRESS -> StackStatus.CREATE_FAILED;
                        case ROLLBACK_IN_PROGRESS -> StackStatus.ROLLBACK_FAILED;
                        case DELETE_IN_PROGRESS -> StackStatus.DELETE_FAILED;
                        case UPDATE_IN_PROGRESS -> StackStatus.UPDATE_FAILED;
                        default -> StackStatus.UPDATE_ROLLBACK_FAILED;
                    };
            return journal.move(stack, end, Failures.reason(fault));
        }
    }

    private Stack next(Stack stack) {
        return switch (stack.status()) {
            case CREATE_IN_PROGRESS -> create(stack);
            case ROLLBACK_IN_PROGRESS -> rollBackCreation(stack);
            case UPDATE_IN_PROGRESS -> update(stack);
            case UPDATE_COMPLETE_CLEANUP_IN_PROGRESS -> cleanUp(stack, StackStatus.UPDATE_COMPLETE);
            case UPDATE_ROLLBACK_IN_PROGRESS -> rollBackUpdate(stack);
            case UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS -> cleanUp(stack, StackStatus.UPDATE_ROLLBACK_COMPLETE);
            case DELETE_IN_PROGRESS -> delete(stack);
            default -> throw new IllegalStateException("nothing to do in " + stack.status());
        };
    }

    private Stack create(Stack stack) {
        Application.Outcome outcome = application.apply(stack);
        if (wish(stack) == StackRun.Wish.DELETE) {
            return journal.move(stack, StackStatus.DELETE_IN_PROGRESS, USER);
        }
        if (outcome.isDone()) {
            settle(stack);
            return journal.move(stack, StackStatus.CREATE_COMPLETE, "");
        }
        boolean keeps = stack.options().disableRollback() || stack.options().onFailure() == OnFailure.DO_NOTHING;
        if (keeps) {
            return journal.move(stack, StackStatus.CREATE_FAILED, outcome.failure());
        }
        boolean isDeleted = stack.options().onFailure() == OnFailure.DELETE;
        return journal.move(
                stack,
                isDeleted ? StackStatus.DELETE_IN_PROGRESS : StackStatus.ROLLBACK_IN_PROGRESS,
                outcome.failure() + (isDeleted ? "Delete" : "Rollback") + " requested by user.");
    }

    private Stack rollBackCreation(Stack stack) {
        Set<String> failed = removal.remove(Removal.Cause.ROLL_BACK_CREATION, stack, everything(stack));
        if (!failed.isEmpty()) {
            return journal.move(stack, StackStatus.ROLLBACK_FAILED, Application.sentence("delete", failed));
        }
        return journal.move(stack, StackStatus.ROLLBACK_COMPLETE, "");
    }

    private Stack update(Stack stack) {
        Application.Outcome outcome = application.apply(stack);
        if (wish(stack) == StackRun.Wish.CANCEL) {
            return journal.move(stack, StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, USER);
        }
        if (outcome.isDone()) {
            return journal.move(stack, StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, "");
        }
        boolean keeps = stack.options().disableRollback();
        return journal.move(
                stack, keeps ? StackStatus.UPDATE_FAILED : StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, outcome.failure());
    }

    private Stack rollBackUpdate(Stack stack) {
        Set<String> failed = reversal.reverse(stack);
        if (!failed.isEmpty()) {
            return journal.move(
                    stack, StackStatus.UPDATE_ROLLBACK_FAILED, Application.sentence("update", new TreeSet<>(failed)));
        }
        tools.tables().stacks().update(stack.id(), now -> {
            return now.previous() == null ? now : now.with(now.previous(), now.previous());
        });
        return journal.move(stack, StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, "");
    }

    private Stack cleanUp(Stack stack, StackStatus end) {
        Set<String> leaving = end == StackStatus.UPDATE_COMPLETE ? notInTemplate(stack) : added(stack);
        // AWS ends a clean-up whatever it could not delete; such resources are out of the stack's reach.
        removal.remove(
                end == StackStatus.UPDATE_COMPLETE ? Removal.Cause.CLEAN_UP : Removal.Cause.ROLL_BACK_CREATION,
                stack,
                leaving);
        leaving.forEach(logicalId -> tools.tables().resources().remove(stack.id(), logicalId));
        settle(stack);
        return journal.move(stack, end, "");
    }

    private Stack delete(Stack stack) {
        Set<String> failed = removal.remove(Removal.Cause.DELETE_STACK, stack, everything(stack));
        if (!failed.isEmpty()) {
            return journal.move(
                    stack, StackStatus.DELETE_FAILED, Application.sentence("delete", new TreeSet<>(failed)));
        }
        tools.tables().exports().replace(stack.id(), java.util.List.of());
        Stack times = tools.tables().stacks().update(stack.id(), now -> now.with(
                        new StackTimes(now.times().created(), now.times().updated(), tools.now()))
                .withResults(now.outputs(), Set.of()));
        return journal.move(times, StackStatus.DELETE_COMPLETE, "");
    }

    private StackRun.Wish wish(Stack stack) {
        return tools.tables().stacks().get(stack.id()).run().wish();
    }

    private Set<String> everything(Stack stack) {
        return tools.tables().resources().all(stack.id()).keySet();
    }

    private Set<String> notInTemplate(Stack stack) {
        Set<String> leaving = new LinkedHashSet<>(everything(stack));
        leaving.removeAll(Work.of(tools, stack).graph().keySet());
        return leaving;
    }

    private Set<String> added(Stack stack) {
        Set<String> added = new LinkedHashSet<>();
        tools.tables().resources().all(stack.id()).forEach((logicalId, resource) -> {
            if (resource.undo() != null && Removal.before(resource) == null) {
                added.add(logicalId);
            }
        });
        return added;
    }

    /** From here on there is nothing to go back to. */
    private void settle(Stack stack) {
        Map<String, StackResource> resources = tools.tables().resources().all(stack.id());
        resources.values().forEach(resource -> journal.keep(stack, resource.settled()));
        tools.tables().stacks().update(stack.id(), now -> now.with(now.input(), null));
    }
}
