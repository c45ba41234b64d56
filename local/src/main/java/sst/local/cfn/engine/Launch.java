package sst.local.cfn.engine;

import java.util.Set;
import sst.local.cfn.engine.tool.Tools;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackId;
import sst.local.cfn.stack.StackInput;
import sst.local.cfn.stack.StackOptions;
import sst.local.cfn.stack.StackRun;
import sst.local.cfn.stack.StackStatus;
import sst.local.cfn.stack.StackTimes;

/** Begins stack operations; whether they are allowed was checked before. */
public final class Launch {
    private static final String USER = "User Initiated";
    private final Engine engine;
    private final Tools tools;

    /** Operations of this engine. */
    public Launch(Engine engine) {
        this.engine = engine;
        this.tools = engine.tools();
    }

    /** A new operation as a caller asks for it. */
    public StackRun run(String kind, String token) {
        return new StackRun(tools.ids().get().toString(), kind, token, StackRun.Wish.GO_ON, Set.of(), "");
    }

    /** Keeps a stack that waits for its first change set. */
    public Stack review(StackId id, StackInput input, StackOptions options) {
        return open(stack(id, input, options, run("CreateChangeSet", "")), StackStatus.REVIEW_IN_PROGRESS);
    }

    /** Makes a new stack. */
    public Stack create(StackId id, StackInput input, StackOptions options, StackRun run) {
        return go(open(stack(id, input, options, run), StackStatus.CREATE_IN_PROGRESS));
    }

    /** Makes a stack that was under review. */
    public Stack createReviewed(Stack stack, StackInput input, StackRun run) {
        Stack ready = tools.tables().stacks().update(stack.id(), now -> now.with(input, null)
                .with(run));
        return go(engine.journal().move(ready, StackStatus.CREATE_IN_PROGRESS, USER));
    }

    /** Changes a stack. */
    public Stack update(Stack stack, StackInput input, StackRun run) {
        Stack ready = tools.tables().stacks().update(stack.id(), now -> {
            StackInput goBackTo = now.previous() == null ? now.input() : now.previous();
            return touched(now).with(input, goBackTo).with(run);
        });
        return go(engine.journal().move(ready, StackStatus.UPDATE_IN_PROGRESS, USER));
    }

    /** Deletes a stack; one that is being created is deleted as soon as its running steps end. */
    public Stack delete(Stack stack, StackRun run) {
        if (stack.status() == StackStatus.CREATE_IN_PROGRESS) {
            return tools.tables()
                    .stacks()
                    .update(stack.id(), now -> now.with(now.run().with(StackRun.Wish.DELETE)));
        }
        return move(stack, run, StackStatus.DELETE_IN_PROGRESS);
    }

    /** Gives up an update that is under way. */
    public Stack cancel(Stack stack) {
        return tools.tables()
                .stacks()
                .update(stack.id(), now -> now.with(now.run().with(StackRun.Wish.CANCEL)));
    }

    /** Goes back: from a failed or refused update, or from a creation that failed. */
    public Stack rollBack(Stack stack, StackRun run) {
        boolean isCreation = stack.status() == StackStatus.CREATE_FAILED;
        return move(
                stack, run, isCreation ? StackStatus.ROLLBACK_IN_PROGRESS : StackStatus.UPDATE_ROLLBACK_IN_PROGRESS);
    }

    private Stack move(Stack stack, StackRun run, StackStatus status) {
        Stack ready =
                tools.tables().stacks().update(stack.id(), now -> touched(now).with(run));
        return go(engine.journal().move(ready, status, USER));
    }

    private Stack touched(Stack stack) {
        return stack.with(new StackTimes(stack.times().created(), tools.now(), 0));
    }

    private Stack stack(StackId id, StackInput input, StackOptions options, StackRun run) {
        return new Stack(
                id,
                StackStatus.REVIEW_IN_PROGRESS,
                "",
                input,
                null,
                java.util.List.of(),
                Set.of(),
                options,
                new StackTimes(tools.now(), 0, 0),
                run);
    }

    private Stack open(Stack stack, StackStatus status) {
        tools.tables().stacks().put(stack);
        return engine.journal().move(stack, status, USER);
    }

    private Stack go(Stack stack) {
        engine.start(stack.id());
        return stack;
    }
}
