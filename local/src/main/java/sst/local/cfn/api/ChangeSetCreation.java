package sst.local.cfn.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.api.call.Desk;
import sst.local.cfn.api.call.Input;
import sst.local.cfn.api.call.Json;
import sst.local.cfn.api.call.Problems;
import sst.local.cfn.changeset.ChangeSet;
import sst.local.cfn.request.Prepared;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackId;
import sst.local.cfn.stack.StackInput;
import sst.local.cfn.stack.StackOptions;
import sst.local.cfn.stack.StackOptions.OnFailure;
import sst.local.cfn.stack.StackStatus;
import sst.local.wire.CallContext;

/** Makes change sets; one without changes is made too, and has failed. */
final class ChangeSetCreation {
    private static final String EMPTY = "The submitted information didn't contain changes. Submit different information"
            + " to create a change set.";
    private final Desk desk;

    ChangeSetCreation(Desk desk) {
        this.desk = desk;
    }

    ObjectNode create(Input input, CallContext context) {
        String name = input.required("ChangeSetName");
        String stackName = input.required("StackName");
        Optional<Stack> existing =
                desk.tools().tables().stacks().find(context.region(), stackName).filter(stack -> !stack.isDeleted());
        Optional<ChangeSet> twin = existing.flatMap(stack -> desk.changeSets().find(stack.id(), name));
        if (twin.isPresent()) {
            return repeated(twin.get(), input);
        }
        Stack stack = stack(input, context, existing);
        try {
            return answer(make(name, stack, input));
        } catch (RuntimeException refused) {
            if (existing.isEmpty()) {
                desk.tools().tables().stacks().forget(stack.id());
            }
            throw refused;
        }
    }

    private ObjectNode repeated(ChangeSet twin, Input input) {
        String token = input.text("ClientToken");
        if (!token.isEmpty() && twin.state().token().equals(token)) {
            return answer(twin);
        }
        throw Problems.exists("ChangeSet " + twin.name() + " already exists for stack "
                + twin.stack().name());
    }

    private Stack stack(Input input, CallContext context, Optional<Stack> existing) {
        String type = input.text("ChangeSetType");
        String name = input.text("StackName");
        switch (type) {
            case "CREATE" -> {
                if (existing.isEmpty()) {
                    return review(StackNames.check(name), input, context);
                }
                if (existing.get().status() != StackStatus.REVIEW_IN_PROGRESS) {
                    throw Problems.invalid("Stack [" + name + "] already exists and cannot be created again with the"
                            + " changeSet [" + input.text("ChangeSetName") + "].");
                }
                return existing.get();
            }
            case "", "UPDATE" -> {
                Stack stack = existing.orElseThrow(() -> Problems.invalid("Stack [" + name + "] does not exist"));
                StackNames.demandUpdatable(stack);
                return stack;
            }
            default -> throw Problems.invalid("ChangeSetType " + type + " is not supported locally");
        }
    }

    private Stack review(String name, Input input, CallContext context) {
        StackId id = StackId.of(context.region(), name, desk.tools().ids().get().toString());
        Map<String, String> tags = input.request().tags();
        StackInput nothing = new StackInput(
                desk.tools().tables().templates().keep(desk.texts().fetch(input.source())),
                Map.of(),
                tags == null ? Map.of() : tags,
                List.of(),
                List.of(),
                "");
        return desk.launch().review(id, nothing, StackOptions.usual());
    }

    private ChangeSet make(String name, Stack stack, Input input) {
        @Nullable Stack before = stack.status() == StackStatus.REVIEW_IN_PROGRESS ? null : stack;
        Prepared prepared = desk.preparation().prepare(stack.id(), input.request(), before);
        OnFailure onFailure = input.choice("OnStackFailure", OnFailure.class, OnFailure.ROLLBACK);
        String token = input.text("ClientToken");
        ChangeSet.State state = prepared.isEmpty()
                ? new ChangeSet.State("FAILED", EMPTY, "UNAVAILABLE", token)
                : new ChangeSet.State("CREATE_COMPLETE", "", "AVAILABLE", token);
        String id = "arn:aws:cloudformation:" + stack.id().region() + ":" + CallContext.ACCOUNT + ":changeSet/" + name
                + "/" + desk.tools().ids().get();
        ChangeSet set = new ChangeSet(
                id,
                name,
                stack.id(),
                state,
                prepared.input(),
                StackOptions.usual().withFailure(onFailure, false),
                prepared.changes(),
                input.text("Description"),
                desk.tools().now());
        desk.changeSets().put(set);
        return set;
    }

    private static ObjectNode answer(ChangeSet set) {
        return Json.object().put("Id", set.id()).put("StackId", set.stack().arn());
    }
}
