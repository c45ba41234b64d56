package sst.local.cfn.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import sst.local.cfn.api.call.Call;
import sst.local.cfn.api.call.Desk;
import sst.local.cfn.api.call.Input;
import sst.local.cfn.api.call.Json;
import sst.local.cfn.api.call.Problems;
import sst.local.cfn.engine.tool.StackPolicy;
import sst.local.cfn.stack.Stack;
import sst.local.cfn.stack.StackRun;
import sst.local.cfn.stack.StackStatus;
import sst.local.wire.CallContext;

/** Operations that give up, go back or protect. */
final class StackRecovery {
    private final Desk desk;

    StackRecovery(Desk desk) {
        this.desk = desk;
    }

    Map<String, Call> changes() {
        return Map.of(
                "CancelUpdateStack", this::cancel,
                "ContinueUpdateRollback", this::continueRollback,
                "RollbackStack", this::rollBack,
                "UpdateTerminationProtection", this::protect,
                "SetStackPolicy", this::setPolicy,
                "GetStackPolicy", this::getPolicy);
    }

    private ObjectNode cancel(Input input, CallContext context) {
        Stack stack = desk.living(context.region(), input.required("StackName"));
        if (stack.status() != StackStatus.UPDATE_IN_PROGRESS) {
            throw Problems.invalid("CancelUpdateStack cannot be called from current stack status");
        }
        desk.launch().cancel(stack);
        return Json.object();
    }

    private ObjectNode continueRollback(Input input, CallContext context) {
        Stack stack = desk.living(context.region(), input.required("StackName"));
        String token = input.text("ClientRequestToken");
        if (isRepeated(stack, "ContinueUpdateRollback", token)) {
            return Json.object();
        }
        if (stack.status() != StackStatus.UPDATE_ROLLBACK_FAILED) {
            throw Problems.invalid(
                    "Stack:" + stack.id().arn() + " is in " + stack.status() + " state and can not continue rollback.");
        }
        StackRun run = desk.launch().run("ContinueUpdateRollback", token);
        Set<String> skipped = Set.copyOf(input.texts("ResourcesToSkip"));
        desk.launch().rollBack(stack, new StackRun(run.id(), run.kind(), token, StackRun.Wish.GO_ON, skipped, ""));
        return Json.object();
    }

    private ObjectNode rollBack(Input input, CallContext context) {
        Stack stack = desk.living(context.region(), input.required("StackName"));
        String token = input.text("ClientRequestToken");
        boolean mayGoBack = stack.status() == StackStatus.CREATE_FAILED || stack.status() == StackStatus.UPDATE_FAILED;
        if (!isRepeated(stack, "RollbackStack", token)) {
            if (!mayGoBack) {
                throw Problems.invalid("Stack:" + stack.id().arn() + " is in " + stack.status()
                        + " state and can not be rolled back.");
            }
            desk.launch().rollBack(stack, desk.launch().run("RollbackStack", token));
        }
        return Json.object().put("StackId", stack.id().arn());
    }

    private ObjectNode protect(Input input, CallContext context) {
        Stack stack = desk.living(context.region(), input.required("StackName"));
        boolean wanted = input.flag("EnableTerminationProtection");
        desk.tools()
                .tables()
                .stacks()
                .update(stack.id(), now -> now.with(now.options().withProtection(wanted)));
        return Json.object().put("StackId", stack.id().arn());
    }

    private ObjectNode setPolicy(Input input, CallContext context) {
        Stack stack = desk.living(context.region(), input.required("StackName"));
        if (!input.text("StackPolicyURL").isEmpty()) {
            throw Problems.invalid("StackPolicyURL is not supported locally; give StackPolicyBody");
        }
        String policy = input.required("StackPolicyBody");
        try {
            StackPolicy.of(policy);
        } catch (IllegalArgumentException e) {
            throw Problems.invalid(String.valueOf(e.getMessage()));
        }
        desk.tools()
                .tables()
                .stacks()
                .update(stack.id(), now -> now.with(now.options().withPolicy(policy)));
        return Json.object();
    }

    private ObjectNode getPolicy(Input input, CallContext context) {
        ObjectNode answer = Json.object();
        Stack stack = desk.living(context.region(), input.required("StackName"));
        Json.putText(answer, "StackPolicyBody", stack.options().policy());
        return answer;
    }

    private static boolean isRepeated(Stack stack, String kind, String token) {
        return !token.isEmpty()
                && stack.run().token().equals(token)
                && stack.run().kind().equals(kind);
    }
}
