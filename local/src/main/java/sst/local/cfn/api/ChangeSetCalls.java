package sst.local.cfn.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.cfn.api.call.Call;
import sst.local.cfn.api.call.Desk;
import sst.local.cfn.api.call.Input;
import sst.local.cfn.api.call.Json;
import sst.local.cfn.api.call.Pages;
import sst.local.cfn.changeset.ChangeSet;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackOptions;
import sst.local.cfn.stack.StackRun;
import sst.local.cfn.stack.StackStatus;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;

/** Operations on change sets, but for their creation. */
final class ChangeSetCalls {
    private final Desk desk;
    private final ChangeSetLookup lookup;

    ChangeSetCalls(Desk desk) {
        this.desk = desk;
        this.lookup = new ChangeSetLookup(desk);
    }

    Map<String, Call> calls() {
        return Map.of("DescribeChangeSet", this::describe, "ListChangeSets", this::list);
    }

    Map<String, Call> changes() {
        return Map.of(
                "CreateChangeSet", new ChangeSetCreation(desk)::create,
                "ExecuteChangeSet", this::execute,
                "DeleteChangeSet", this::delete);
    }

    private ObjectNode describe(Input input, CallContext context) {
        ChangeSet set = lookup.find(input, context);
        ObjectNode shape = ChangeSetShapes.full(set);
        shape.set(
                "Changes",
                Json.array(new Pages(desk.pages()).page(set.changes(), input, shape), ChangeSetShapes::change));
        return shape;
    }

    private ObjectNode execute(Input input, CallContext context) {
        ChangeSet set = lookup.find(input, context);
        Stack stack = desk.living(context.region(), set.stack().arn());
        String token = input.text("ClientRequestToken");
        boolean isRepeated = !token.isEmpty()
                && stack.run().token().equals(token)
                && stack.run().changeSetArn().equals(set.id());
        if (isRepeated) {
            return Json.object();
        }
        if (!set.isAvailable()) {
            throw new AwsException(
                    400,
                    "InvalidChangeSetStatus",
                    "ChangeSet [" + set.id() + "] cannot be executed in its current execution status of ["
                            + set.state().execution() + "]");
        }
        execute(set, stack, input);
        return Json.object();
    }

    private void execute(ChangeSet set, Stack stack, Input input) {
        boolean isNew = stack.status() == StackStatus.REVIEW_IN_PROGRESS;
        if (!isNew) {
            StackNames.demandUpdatable(stack);
        }
        desk.changeSets().all(stack.id()).stream()
                .filter(other -> !other.id().equals(set.id()))
                .forEach(desk.changeSets()::remove);
        desk.changeSets().put(set.executed());
        desk.tools().tables().stacks().update(stack.id(), now -> now.with(options(now, set, input)));
        StackRun fresh = desk.launch().run("ExecuteChangeSet", input.text("ClientRequestToken"));
        StackRun run = new StackRun(fresh.id(), fresh.kind(), fresh.token(), fresh.wish(), fresh.spared(), set.id());
        if (isNew) {
            desk.launch().createReviewed(stack, set.input(), run);
        } else {
            desk.launch().update(stack, set.input(), run);
        }
    }

    private static StackOptions options(Stack stack, ChangeSet set, Input input) {
        boolean disableRollback =
                input.flag("DisableRollback") || set.options().onFailure() == StackOptions.OnFailure.DO_NOTHING;
        return stack.options().withFailure(set.options().onFailure(), disableRollback);
    }

    private ObjectNode delete(Input input, CallContext context) {
        Optional<ChangeSet> set = lookup.maybe(input, context);
        if (set.isPresent()) {
            boolean isExecuting = desk.tools()
                    .tables()
                    .stacks()
                    .find(context.region(), set.get().stack().arn())
                    .filter(stack -> stack.status().isRunning()
                            && stack.run().changeSetArn().equals(set.get().id()))
                    .isPresent();
            if (isExecuting) {
                throw new AwsException(
                        400,
                        "InvalidChangeSetStatus",
                        "ChangeSet [" + set.get().id() + "] cannot be deleted while it is executed");
            }
            desk.changeSets().remove(set.get());
        }
        return Json.object();
    }

    private ObjectNode list(Input input, CallContext context) {
        Stack stack = desk.living(context.region(), input.required("StackName"));
        ObjectNode answer = Json.object();
        List<ChangeSet> page = new Pages(desk.pages()).page(desk.changeSets().all(stack.id()), input, answer);
        answer.set("Summaries", Json.array(page, ChangeSetShapes::head));
        return answer;
    }
}
