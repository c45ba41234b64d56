package sst.local.cfn.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sst.local.cfn.api.call.Call;
import sst.local.cfn.api.call.Desk;
import sst.local.cfn.api.call.Input;
import sst.local.cfn.api.call.Json;
import sst.local.cfn.api.call.Problems;
import sst.local.cfn.request.Prepared;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackId;
import sst.local.cfn.stack.StackOptions;
import sst.local.cfn.stack.StackOptions.OnFailure;
import sst.local.cfn.stack.StackRun;
import sst.local.cfn.stack.StackStatus;
import sst.local.cfn.template.TemplateError;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;

/** Operations that make, change and delete stacks. */
final class StackChanges {
    private final Desk desk;

    StackChanges(Desk desk) {
        this.desk = desk;
    }

    Map<String, Call> changes() {
        Map<String, Call> calls = new HashMap<>();
        calls.put("CreateStack", this::create);
        calls.put("UpdateStack", this::update);
        calls.put("DeleteStack", this::delete);
        return calls;
    }

    private ObjectNode create(Input input, CallContext context) {
        String name = StackNames.check(input.required("StackName"));
        String token = input.text("ClientRequestToken");
        Optional<Stack> existing = desk.tools().tables().stacks().find(context.region(), name);
        if (existing.isPresent()) {
            if (isRepeated(existing.get(), "CreateStack", token)) {
                return id(existing.get());
            }
            throw Problems.exists("Stack [" + name + "] already exists");
        }
        StackId id = StackId.of(context.region(), name, desk.tools().ids().get().toString());
        Prepared prepared = desk.preparation().prepare(id, input.request(), null);
        return id(desk.launch()
                .create(id, prepared.input(), options(input), desk.launch().run("CreateStack", token)));
    }

    private static StackOptions options(Input input) {
        boolean disableRollback = input.flag("DisableRollback");
        if (input.has("OnFailure") && input.has("DisableRollback")) {
            throw Problems.invalid("You can specify either DisableRollback or OnFailure, but not both.");
        }
        OnFailure onFailure = input.choice("OnFailure", OnFailure.class, OnFailure.ROLLBACK);
        return new StackOptions(
                input.flag("EnableTerminationProtection"),
                onFailure,
                disableRollback,
                input.text("StackPolicyBody"),
                input.number("TimeoutInMinutes"),
                "");
    }

    private ObjectNode update(Input input, CallContext context) {
        Stack stack = desk.living(context.region(), input.required("StackName"));
        String token = input.text("ClientRequestToken");
        if (isRepeated(stack, "UpdateStack", token)) {
            return id(stack);
        }
        StackNames.demandUpdatable(stack);
        Prepared prepared = desk.preparation().prepare(stack.id(), input.request(), stack);
        if (prepared.isEmpty()) {
            throw Problems.invalid("No updates are to be performed.");
        }
        desk.tools()
                .tables()
                .stacks()
                .update(
                        stack.id(),
                        now -> now.with(
                                now.options().withFailure(now.options().onFailure(), input.flag("DisableRollback"))));
        return id(desk.launch().update(stack, prepared.input(), desk.launch().run("UpdateStack", token)));
    }

    private ObjectNode delete(Input input, CallContext context) {
        String name = input.required("StackName");
        Optional<Stack> found = desk.tools()
                .tables()
                .stacks()
                .find(context.region(), name)
                .filter(stack -> !stack.isDeleted() && stack.status() != StackStatus.DELETE_IN_PROGRESS);
        if (found.isPresent()) {
            delete(found.get(), input);
        }
        return Json.object();
    }

    private void delete(Stack stack, Input input) {
        if (stack.options().isProtected()) {
            throw Problems.invalid(
                    "Stack [" + stack.id().name() + "] cannot be deleted while TerminationProtection is enabled");
        }
        if (stack.status().isRunning() && stack.status() != StackStatus.CREATE_IN_PROGRESS) {
            throw Problems.invalid(
                    "Stack [" + stack.id().arn() + "] cannot be deleted while in status " + stack.status());
        }
        try {
            desk.outputs().checkDeletion(stack);
        } catch (TemplateError inUse) {
            throw Problems.invalid(inUse.text());
        }
        if (stack.status() == StackStatus.REVIEW_IN_PROGRESS) {
            desk.changeSets().all(stack.id()).forEach(desk.changeSets()::remove);
        }
        desk.launch().delete(stack, run(stack, input));
    }

    private StackRun run(Stack stack, Input input) {
        boolean isForced = input.text("DeletionMode").equals("FORCE_DELETE_STACK");
        Set<String> retained = new HashSet<>(input.texts("RetainResources"));
        if ((isForced || !retained.isEmpty()) && stack.status() != StackStatus.DELETE_FAILED) {
            throw Problems.invalid("Invalid operation on stack [" + stack.id().arn() + "]. Specify "
                    + (isForced ? "FORCE_DELETE_STACK" : "resources to retain")
                    + " only when the current stack status is DELETE_FAILED");
        }
        retained.removeAll(desk.tools().tables().resources().all(stack.id()).keySet());
        if (!retained.isEmpty()) {
            throw new AwsException(
                    400, "ValidationError", "Resources to retain do not exist in the stack: " + retained);
        }
        StackRun run =
                desk.launch().run(isForced ? "ForceDeleteStack" : "DeleteStack", input.text("ClientRequestToken"));
        return new StackRun(
                run.id(), run.kind(), run.token(), run.wish(), Set.copyOf(input.texts("RetainResources")), "");
    }

    private static boolean isRepeated(Stack stack, String kind, String token) {
        return !token.isEmpty()
                && stack.run().token().equals(token)
                && stack.run().kind().equals(kind);
    }

    private static ObjectNode id(Stack stack) {
        return Json.object().put("StackId", stack.id().arn());
    }
}
